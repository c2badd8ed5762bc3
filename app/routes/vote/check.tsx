import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ButtonLink } from '#app/components/button.tsx'
import { Note } from '#app/components/card.tsx'
import { Form } from '#app/components/form.tsx'
import { Page } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { ActingVoter } from '#app/components/vote/acting-voter.tsx'
import { MarkedTable } from '#app/components/vote/marked-table.tsx'
import { paperOf, sealedPaper, withPaper } from '#app/http/ballot-paper.server.ts'
import { formAction } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { castPaper } from '#domain/ask/vote/cast-paper.ts'
import { pressForm } from '#domain/ask/vote/forms.ts'
import { readBallot } from '#domain/ask/vote/read-round.ts'

export const handle = titled('ballot.check.title')
export const loader = pageLoader(async (ctx, { roundId = '' }, _url, request) => {
  const paper = await paperOf(ctx, request, roundId)
  if (!paper || !(paper.choices.length || paper.blank)) throw redirect(`/votes/${roundId}/cast`)
  return readBallot(ctx, paper)
})
export const action = formAction({
  form: pressForm,
  run: async (ctx, _input, { roundId = '' }, request) =>
    castPaper(ctx, roundId, await sealedPaper(request, roundId)),
  goTo: ({ id }) => `/votes/${id}/cast/receipt`,
  headers: withPaper,
})

export default function Check() {
  const t = useT()
  const { round, slate, label, choices, blank } = useLoaderData<typeof loader>()
  return (
    <Page
      narrow
      back={{ to: `/votes/${round.id}/cast/choose`, label: t('ballot.again') }}
      eyebrow={t('ballot.step', { at: 3, what: t('ballot.step.3') })}
      title={t('ballot.check.title')}
      lead={t('ballot.check.lead')}
    >
      <ActingVoter round={round} label={label} />
      {blank ? <Note kind="wait">{t('ballot.check.blank')}</Note> : null}
      {choices.length > 0 ? <MarkedTable round={round} slate={slate} marks={choices} /> : null}
      <Form
        submit={t('ballot.cast')}
        aside={
          <ButtonLink look="second" to={`/votes/${round.id}/cast/choose`}>
            {t('ballot.again')}
          </ButtonLink>
        }
      >
        <p className="mt-4">{t('ballot.check.sealed')}</p>
      </Form>
    </Page>
  )
}
