import { Bar } from '#app/components/bar.tsx'
import { useFormat } from '#app/components/format.ts'
import { Money } from '#app/components/money.tsx'
import { Road } from '#app/components/road.tsx'
import { Table } from '#app/components/table.tsx'
import { Tag } from '#app/components/tag.tsx'
import { useLang, useT } from '#app/i18n/use-t.ts'
import type { SlateItem } from '#domain/ask/vote/find-round.ts'
import type { Tally, TallyStep } from '#domain/ask/vote/tally.ts'

/** The words fit the rule: there is not always a line, and shares are paid together. */
const whyOf = (step: TallyStep, line: number) => {
  if (step.byShares) return 'vote.why.mes'
  const ordered = step.outcome === 'selected' || step.outcome === 'no_money'
  if (step.joint && step.outcome === 'below_threshold') return 'vote.why.below_joint'
  return ordered && line === 0
    ? (`vote.why.${step.outcome as 'selected'}.plain` as const)
    : (`vote.why.${step.outcome}` as const)
}

/** Why an item got in or fell short, in one sentence. */
const Why = ({ step, line }: { step: TallyStep; line: number }) => {
  const t = useT()
  const f = useFormat()
  const values = {
    rank: step.rank,
    before: f.wan(step.before),
    after: f.wan(step.after),
    cost: f.wan(step.cost),
    short: line - step.votes,
  }
  return (
    <span className="block text-sm font-sans font-normal">
      {t(whyOf(step, line), values)}
      {step.tied.length > 0 ? ` ${t('vote.why.tied', { n: step.tied.length })}` : ''}
    </span>
  )
}
const Votes = ({ step, tally, graded }: { step: TallyStep; tally: Tally; graded: boolean }) => {
  const t = useT()
  const f = useFormat()
  const { votes, score } = step
  const share = tally.ballots ? votes / tally.ballots : 0
  return (
    <>
      <span className="num">
        {graded ? (
          <>
            <b>{f.number(score)}</b> {t('vote.result.points.unit')}{' '}
          </>
        ) : null}
        <b>{f.number(votes)}</b> {t('vote.result.votes.unit')}{' '}
        <span className="small quiet">{f.percent(share)}</span>
      </span>
      <Bar
        share={share}
        expected={tally.ballots && tally.line ? tally.line / tally.ballots : undefined}
        label={t(tally.line ? 'vote.result.bar' : 'vote.result.bar.plain', {
          percent: f.percent(share),
          line: tally.line,
        })}
      />
    </>
  )
}

const placeOf = ({ state }: SlateItem) => {
  if (state === 'delivered') return { at: 'deliver', here: 90 } as const
  return state === 'in_purchase' ? ({ at: 'buy', here: 40 } as const) : ({ at: 'ask', here: 90 } as const)
}

type Props = { slate: readonly SlateItem[]; tally: Tally; graded: boolean }
/** Every step of the count: votes, cost, what was left when its turn came, and the outcome with its reason. */
export const ResultTable = ({ slate, tally, graded }: Props) => {
  const t = useT()
  const lang = useLang()
  const rows = tally.steps.map((step) => {
    const item = slate.find((s) => s.refNo === step.id)!
    const won = step.outcome === 'selected'
    const name = (
      <>
        <a className="font-song font-bold" href={`/needs/${item.needId}`}>
          {lang === 'en' ? (item.titleEn ?? item.title) : item.title}
        </a>
        <Why step={step} line={tally.line} />
        {won ? (
          <div className="mt-2 max-w-form elder:hidden">
            <Road size="mini" {...placeOf(item)} />
          </div>
        ) : null}
      </>
    )
    return {
      key: step.id,
      cells: [
        name,
        <Votes key="v" step={step} tally={tally} graded={graded} />,
        <Money key="c" fen={step.cost} />,
        <Tag key="o" kind={won ? 'done' : 'plain'}>
          {t(`vote.outcome.${step.outcome}`)}
        </Tag>,
        <Money key="l" fen={step.after} />,
      ],
    }
  })
  const columns = [
    { head: t('vote.result.item') },
    { head: t('vote.result.votes') },
    { head: t('vote.result.cost'), money: true },
    { head: t('vote.result.outcome') },
    { head: t('vote.result.left') },
  ]
  return <Table caption={t('vote.result.caption')} columns={columns} rows={rows} />
}
