import '#app/components/vote/ballot.css'
import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Details } from '#app/components/card.tsx'
import { Form } from '#app/components/form.tsx'
import { useFormat } from '#app/components/format.ts'
import { useReply } from '#app/components/reply.ts'
import { titled } from '#app/components/shell/title.ts'
import { ActingVoter } from '#app/components/vote/acting-voter.tsx'
import { BudgetBox } from '#app/components/vote/budget-box.tsx'
import { RoundRules } from '#app/components/vote/round-rules.tsx'
import { SlateCards } from '#app/components/vote/slate-cards.tsx'
import { paperOf, sealedPaper, withPaper } from '#app/http/ballot-paper.server.ts'
import { formAction } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { chooseForm } from '#domain/ask/vote/forms.ts'
import { markPaper, paperIn } from '#domain/ask/vote/mark-paper.ts'
import { readBallot } from '#domain/ask/vote/read-round.ts'

export const handle = titled('ballot.choose.title')
export const loader = pageLoader(async (ctx, { roundId = '' }, _url, request) => {
  const paper = await paperOf(ctx, request, roundId)
  if (!paper) throw redirect(`/votes/${roundId}/cast`)
  return readBallot(ctx, paper)
})
export const action = formAction({
  form: chooseForm,
  run: async (ctx, { choices = [] }, { roundId = '' }, request) =>
    markPaper(ctx, paperIn(ctx, roundId, await sealedPaper(request, roundId)), choices),
  goTo: ({ id }) => `/votes/${id}/cast/check`,
  headers: withPaper,
})

/** The limits of the ballot are its title. */
const Limits = ({ round }: Pick<ReturnType<typeof useLoaderData<typeof loader>>, 'round'>) => {
  const t = useT()
  const f = useFormat()
  return (
    <h1>
      {t('ballot.limit.choices', { n: round.maxChoices })}
      {round.budgetCapped ? (
        <>
          {t('ballot.limit.comma')}
          <span className="nb">{t('ballot.limit.together')}</span>{' '}
          <span className="nb">{f.wan(round.budget)}</span>
        </>
      ) : null}
    </h1>
  )
}

const Ballot = () => {
  const t = useT()
  const f = useFormat()
  const { round, slate, choices: marks } = useLoaderData<typeof loader>()
  const choices = marks.map((mark) => String(mark))
  const chosen = useReply().values('choices', choices)
  const spent = slate.filter((item) => chosen.includes(item.needId)).reduce((sum, item) => sum + item.cost, 0)
  const left = round.budgetCapped && chosen.length > 0 ? Math.max(0, round.budget - spent) : undefined
  return (
    <>
      <p className="eyebrow">{t('ballot.step', { at: 2, what: t('ballot.step.2') })}</p>
      <Limits round={round} />
      <p className="mt-2">
        {t('ballot.fewer')}
        <span className="extra">
          {t('ballot.until', { date: f.short(new Date(round.closesAt.getTime() - 1)) })}
        </span>
      </p>
      <SlateCards
        items={slate}
        fallback={choices}
        left={left}
        legend={t('ballot.legend', { n: slate.length, most: round.maxChoices })}
      />
      <BudgetBox round={round} items={slate} fallback={choices} submit={t('ballot.to-check')} />
    </>
  )
}

export default function Choose() {
  const t = useT()
  const { round, label } = useLoaderData<typeof loader>()
  return (
    <div className="narrow ballot pt-4">
      <ActingVoter round={round} label={label} />
      <Form>
        <Ballot />
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
