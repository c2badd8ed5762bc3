import { useLang, useT } from '#app/i18n/use-t.ts'
import type { PublicLine } from '#domain/deliver/payment/ledger.ts'
import type { PublicProject } from '#domain/deliver/payment/public-projects.ts'
import { Money } from '../money.tsx'
import { Table } from '../table.tsx'

/** Nought is a dash: what stands there is easier seen. */
const Sum = ({ fen }: { fen: number }) => (fen === 0 ? '—' : <Money fen={fen} />)
const total = (amounts: readonly number[]) => amounts.reduce((a, b) => a + b, 0)
const underWay = (b: Pick<PublicLine['balances'], 'requested' | 'in_transit'>) => b.requested + b.in_transit

/** Every budget line: what came, what is promised, what went; a draft is added up apart. */
export const LinesTable = ({ lines }: { lines: readonly PublicLine[] }) => {
  const t = useT()
  const back = lines.some((line) => line.balances.returned !== 0)
  const columns = [
    ...(['amount', 'free', 'reserved', 'encumbered', 'under-way', 'paid'] as const),
    ...(back ? (['returned'] as const) : []),
  ]
  const of = (line: PublicLine) => {
    const b = line.balances
    return [
      line.amount,
      b.appropriation,
      b.reserved,
      b.encumbered,
      underWay(b),
      b.paid,
      ...(back ? [b.returned] : []),
    ]
  }
  const sumOf = (key: 'sum' | 'sum.draft', which: readonly PublicLine[]) => ({
    ...{ key, sum: true },
    cells: [
      t(`finance.${key}`),
      ...columns.map((c, i) => <Sum key={c} fen={total(which.map((line) => of(line)[i]!))} />),
    ],
  })
  const row = (line: PublicLine) => ({
    key: line.id,
    cells: [
      <span key="n">
        <a href={`/open/ledger?line=${line.id}`}>{line.name}</a>
        <span className="quiet small block">
          {line.name.includes(line.pool)
            ? line.buyer
            : t('finance.year', { year: line.year, pool: line.pool })}
        </span>
        {line.approvedOn ? null : <span className="quiet small block">{t('finance.draft')}</span>}
      </span>,
      ...of(line).map((amount, i) => <Sum key={columns[i]} fen={amount} />),
    ],
  })
  const approved = lines.filter((line) => line.approvedOn)
  const drafts = lines.filter((line) => !line.approvedOn)
  return (
    <Table
      caption={t('finance.lines')}
      captionHidden
      columns={[
        { head: t('finance.line') },
        ...columns.map((c) => ({ head: t(`finance.${c}`), money: true })),
      ]}
      rows={[
        ...approved.map(row),
        ...(approved.length ? [sumOf('sum', approved)] : []),
        ...drafts.map(row),
        ...(drafts.length ? [sumOf('sum.draft', drafts)] : []),
      ]}
    />
  )
}

/** Every project with a contract: its price, what is paid, what is not. */
export const ProjectsTable = ({ projects }: { projects: readonly PublicProject[] }) => {
  const t = useT()
  const lang = useLang()
  const back = projects.some((p) => p.balances.returned !== 0)
  return (
    <Table
      caption={t('finance.projects')}
      captionHidden
      columns={[
        { head: t('finance.project') },
        { head: t('finance.supplier') },
        { head: t('finance.price'), money: true },
        { head: t('finance.under-way'), money: true },
        { head: t('finance.paid'), money: true },
        ...(back ? [{ head: t('finance.returned'), money: true }] : []),
      ]}
      rows={projects.map((p) => ({
        key: p.id,
        cells: [
          <a key="t" href={`/open/ledger?plan=${p.id}`}>
            {lang === 'en' ? (p.titleEn ?? p.title) : p.title}
          </a>,
          <a key="s" href={p.does.href}>
            {p.does.name ?? t('finance.bodies', { n: p.bodies })}
          </a>,
          <Money key="p" fen={p.price} />,
          <Sum key="u" fen={underWay(p.balances)} />,
          <Sum key="d" fen={p.balances.paid} />,
          ...(back ? [<Sum key="r" fen={p.balances.returned} />] : []),
        ],
      }))}
    />
  )
}
