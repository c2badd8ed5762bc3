import { useT } from '#app/i18n/use-t.ts'
import type { Report } from '#domain/buy/evaluation/compose-report.ts'
import { useFormat } from '../format.ts'
import { Money } from '../money.tsx'
import { Table } from '../table.tsx'
import { Tag } from '../tag.tsx'

/** The names without the place they all begin with (云澜市栖禾区), where several stand side by side. */
const shortNames = (names: readonly string[]) => {
  const [first = '', ...others] = names
  let same = others.length > 0 ? first.length : 0
  for (const name of others) while (same > 0 && !name.startsWith(first.slice(0, same))) same -= 1
  const cut =
    Math.max(first.slice(0, same).lastIndexOf('\u533a'), first.slice(0, same).lastIndexOf('\u53bf')) + 1
  return new Map(names.map((name) => [name, name.slice(cut)]))
}
const two = (points: number) => points.toFixed(2)

/** The ranking: whose, at what price, how many points, why not. */
export const Ranking = ({ report, winner }: { report: Report; winner?: string }) => {
  const t = useT()
  const rows = [...report.rows].sort((a, b) => (a.rank ?? 99) - (b.rank ?? 99))
  const twice = rows.some((r) => r.firstPrice !== undefined)
  return (
    <Table
      captionHidden
      caption={t('report.ranking')}
      columns={[
        { head: t('report.by') },
        ...(twice ? [{ head: t('report.first-price'), money: true }] : []),
        { head: t(twice ? 'report.final-price' : 'report.price'), money: true },
        { head: t('report.total'), money: true },
        { head: t('report.rank') },
      ]}
      rows={rows.map((r) => ({
        key: r.proposalId,
        cells: [
          r.supplier,
          ...(twice ? [<Money key="f" fen={r.firstPrice ?? r.price} />] : []),
          // Who was put aside before the second envelopes keeps his price sealed; before the final offers he made none.
          (r.price as number | null) === null || (twice && r.firstPrice === undefined) ? (
            t('fact.none')
          ) : (
            <Money key="p" fen={r.price} />
          ),
          r.total === null ? t('report.aside') : two(r.total),
          r.rank === null ? (
            t('report.ground', { ground: t(`ground.${r.ground as 'low_price'}`), words: r.reason ?? '' })
          ) : (
            <>
              {t('report.rank.n', { n: r.rank })}{' '}
              {winner === r.proposalId ? <Tag kind="done">{t('report.wins')}</Tag> : null}
            </>
          ),
        ],
      }))}
    />
  )
}

/** Every criterion's average for every proposal that was scored. */
export const Averages = ({ report }: { report: Report }) => {
  const t = useT()
  const scored = report.rows.filter((r) => r.averages !== null).sort((a, b) => a.rank! - b.rank!)
  const short = shortNames(scored.map((r) => r.supplier))
  return (
    <Table
      caption={t('report.averages')}
      columns={[
        { head: t('report.criterion') },
        ...scored.map((r) => ({ head: short.get(r.supplier) ?? r.supplier })),
      ]}
      rows={[
        ...report.criteria.map((c) => ({
          key: c.code,
          cells: [
            t('panel.score.max', { name: c.name, max: c.max }),
            ...scored.map((r) => two(r.averages![c.code] ?? 0)),
          ],
        })),
        { key: 'total', sum: true, cells: [t('report.total'), ...scored.map((r) => two(r.total!))] },
      ]}
    />
  )
}

/** Who of the panel gave what, member by member: by number, and by name once the result is out. */
export const MemberScores = ({ report, names }: { report: Report; names?: Record<number, string> }) => {
  const t = useT()
  const f = useFormat()
  const scored = report.rows.filter((r) => r.rank !== null).sort((a, b) => a.rank! - b.rank!)
  const given = (ordinal: number, proposalId: string, code: string) =>
    report.scores.find((s) => s.ordinal === ordinal && s.proposalId === proposalId && s.code === code)?.points
  return scored.map((r) => (
    <Table
      key={r.proposalId}
      caption={t('report.members', { by: r.supplier })}
      columns={[
        { head: t('report.member') },
        ...report.criteria.filter((c) => c.kind !== 'formula').map((c) => ({ head: c.name, money: true })),
      ]}
      rows={report.members.map((m) => ({
        key: String(m.ordinal),
        cells: [
          names?.[m.ordinal] ?? t('panel.number', { n: m.ordinal }),
          ...report.criteria
            .filter((c) => c.kind !== 'formula')
            .map((c) => f.number(given(m.ordinal, r.proposalId, c.code) ?? 0)),
        ],
      }))}
    />
  ))
}
