import { useFormat } from '#app/components/format.ts'
import { useLang, useT } from '#app/i18n/use-t.ts'
import type { SlateItem } from '#domain/ask/vote/find-round.ts'
import type { ShownRound } from '#domain/ask/vote/read-round.ts'
import { Bar } from '../bar.tsx'
import { Money } from '../money.tsx'
import { Table } from '../table.tsx'
import { ForeignMoney } from './file-note.tsx'

type Mark = string | [id: string, points: number]
type Props = { round: ShownRound; slate: readonly SlateItem[]; marks: readonly Mark[] }

/** What the voter marked, to be read once more before it is cast: in his order, with ranks or points beside it. */
export const MarkedTable = ({ round, slate, marks }: Props) => {
  const t = useT()
  const f = useFormat()
  const lang = useLang()
  const graded = round.ballotKind === 'points' || round.ballotKind === 'ranking'
  const chosen = marks.flatMap((mark, at) => {
    const item = slate.find((one) => one.choice === (Array.isArray(mark) ? mark[0] : mark))
    return item ? [{ item, n: Array.isArray(mark) ? mark[1] : at + 1 }] : []
  })
  const spent = chosen.reduce((sum, { item }) => sum + item.cost, 0)
  const said = (n: number) =>
    t(round.ballotKind === 'points' ? 'ballot.check.points' : 'ballot.check.rank', { n })
  const title = (item: SlateItem) => (lang === 'en' ? (item.titleEn ?? item.title) : item.title)
  const sum = {
    key: 'sum',
    sum: true,
    cells: [t('ballot.sum', { n: chosen.length }), ...(graded ? [''] : []), <Money key="s" fen={spent} />],
  }
  return (
    <>
      <Table
        caption={t('ballot.check.caption')}
        captionHidden
        columns={[
          { head: t('vote.result.item') },
          ...(graded ? [{ head: t('ballot.check.mark') }] : []),
          { head: t('vote.result.cost'), money: true },
        ]}
        rows={[
          ...chosen.map(({ item, n }) => ({
            key: item.choice,
            cells: [title(item), ...(graded ? [said(n)] : []), <Money key="c" fen={item.cost} />],
          })),
          sum,
        ]}
      />
      <ForeignMoney foreign={round.foreign} />
      {round.budgetCapped ? (
        <>
          <p className="mt-4">{t('ballot.left', { amount: f.wan(round.budget - spent) })}</p>
          <Bar
            share={spent / round.budget}
            label={t('ballot.bar', { percent: f.percent(spent / round.budget) })}
          />
        </>
      ) : null}
    </>
  )
}
