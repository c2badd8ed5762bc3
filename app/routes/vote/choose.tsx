import '#app/components/vote/ballot.css'
import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Details } from '#app/components/card.tsx'
import { Form } from '#app/components/form.tsx'
import { titled } from '#app/components/shell/title.ts'
import { ActingVoter } from '#app/components/vote/acting-voter.tsx'
import { BallotPaper } from '#app/components/vote/ballot-paper.tsx'
import { RoundRules } from '#app/components/vote/round-rules.tsx'
import { paperOf, sealedPaper, withPaper } from '#app/http/ballot-paper.server.ts'
import { formAction } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { chooseForm } from '#domain/ask/vote/forms.ts'
import { markTyped, paperIn } from '#domain/ask/vote/mark-paper.ts'
import { readBallot } from '#domain/ask/vote/read-round.ts'

export const handle = titled('ballot.choose.title')
export const loader = pageLoader(async (ctx, { roundId = '' }, _url, request) => {
  const paper = await paperOf(ctx, request, roundId)
  if (!paper) throw redirect(`/votes/${roundId}/cast`)
  return readBallot(ctx, paper)
})
export const action = formAction({
  form: chooseForm,
  run: async (ctx, typed, { roundId = '' }, request) =>
    markTyped(ctx, paperIn(ctx, roundId, await sealedPaper(request, roundId)), typed),
  goTo: ({ id }) => `/votes/${id}/cast/check`,
  headers: withPaper,
})

export default function Choose() {
  const t = useT()
  const { round, slate, label, choices, blank } = useLoaderData<typeof loader>()
  return (
    <div className="narrow ballot pt-4">
      <ActingVoter round={round} label={label} />
      <Form>
        <BallotPaper round={round} slate={slate} marks={choices} blank={blank} />
      </Form>
      <div className="mt-4">
        <Details summary={t('round.rules')}>
          <RoundRules round={round} />
        </Details>
        <p>{t('ballot.elsewhere')}</p>
      </div>
    </div>
  )
}
