import { Bar } from '#app/components/bar.tsx'
import { useFormat } from '#app/components/format.ts'
import { Money } from '#app/components/money.tsx'
import { Table } from '#app/components/table.tsx'
import { Tag } from '#app/components/tag.tsx'
import { useT } from '#app/i18n/use-t.ts'
import type { Comparison } from '#domain/ask/vote/compare-terms.ts'
import type { SlateItem } from '#domain/ask/vote/find-round.ts'
import type { Tally, TallyStep } from '#domain/ask/vote/tally-terms.ts'
import type { Afterwards } from '#domain/open/after-round.ts'
import { sideName } from './compare-rules.tsx'
import { NeedLink } from './need-link.tsx'
import { After } from './result-after.tsx'
import { Why } from './result-why.tsx'

type VotesProps = { step: TallyStep; tally: Tally; graded: boolean }
/** Votes with their share of all ballots, the line where there is one; points first where points were given. */
const Votes = ({ step: { votes, score }, tally, graded }: VotesProps) => {
  const t = useT()
  const f = useFormat()
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

/** What the other rule would have said; marked only where it differs. */
const Other = ({ id, comparison }: { id: string; comparison: Comparison }) => {
  const t = useT()
  const won = comparison.sides[1].winners.includes(id)
  const words = t(won ? 'compare.in' : 'compare.out')
  if (!comparison.differing.includes(id)) return <span className="quiet">{words}</span>
  return <Tag kind="live">{t('compare.differs', { words })}</Tag>
}

type Props = {
  slate: readonly SlateItem[]
  tally: Tally
  graded: boolean
  comparison: Comparison | null
  lot: boolean
  after: Record<string, Afterwards>
}
/** Every item with its votes, why it got in or fell short, both rules' outcome, and what became of it. */
export const ResultTable = ({ slate, tally, graded, comparison, lot, after }: Props) => {
  const t = useT()
  const rows = tally.steps.map((step) => {
    const item = slate.find((s) => s.refNo === step.id)!
    const won = step.outcome === 'selected'
    const name = (
      <span key="n" id={step.id} className="block">
        <NeedLink className="font-song font-bold" item={item} />
        <Why
          step={step}
          line={tally.line}
          account={comparison?.sides[0].accounts.find(({ id }) => id === step.id)}
          unit={comparison?.unit}
          lot={lot}
        />
        <After item={item} won={won} then={after[item.needId ?? '']} />
      </span>
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
        ...(comparison ? [<Other key="x" id={step.id} comparison={comparison} />] : []),
      ],
    }
  })
  const columns = [
    { head: t('vote.result.item') },
    { head: t('vote.result.votes') },
    { head: t('vote.result.cost'), money: true },
    ...(comparison
      ? comparison.sides.map((side) => ({ head: t(sideName(comparison, side)) }))
      : [{ head: t('vote.result.outcome') }]),
  ]
  return <Table caption={t('vote.result.caption')} columns={columns} rows={rows} />
}
