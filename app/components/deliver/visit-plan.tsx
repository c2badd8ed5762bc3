import type { Key } from '#app/i18n/index.ts'
import { useT } from '#app/i18n/use-t.ts'
import type { visitStates, voucherCheckStates } from '#db/vocabulary.ts'
import { Table } from '../table.tsx'
import { Tag, type TagKind } from '../tag.tsx'

type Part = { code: string; points: number; fact: number }
type Row = {
  contractId: string
  title: string
  supplier: string
  points: number
  parts: readonly Part[]
  why: 'risk' | 'lot' | null
  visit: { id: string; state: (typeof visitStates)[number] } | null
}
const visitKinds: Record<(typeof visitStates)[number], TagKind> = {
  planned: 'wait',
  recorded: 'done',
  skipped: 'plain',
}

/** Where a visit stands. */
export const VisitTag = ({ state }: { state: keyof typeof visitKinds }) => {
  const t = useT()
  return <Tag kind={visitKinds[state]}>{t(`inspection.state.${state}`)}</Tag>
}

const Parts = ({ parts }: { parts: readonly Part[] }) => {
  const t = useT()
  const counted = parts.filter(({ points }) => points > 0)
  if (counted.length === 0) return <span className="quiet">{t('inspection.part.none')}</span>
  return (
    <span className="small">
      {counted.map(({ code, points, fact }) => (
        <span key={code} className="block">
          {t(`inspection.part.${code}` as Key, { n: points, fact })}
        </span>
      ))}
    </span>
  )
}

/** Every running project with its points, the most at risk first; those visited are links. */
export const VisitTable = ({ rows }: { rows: readonly Row[] }) => {
  const t = useT()
  const heads = [
    'inspection.project',
    'inspection.points',
    'inspection.parts',
    'inspection.why',
    'inspection.state',
  ] as const
  return (
    <Table
      caption={t('inspection.plans.title')}
      captionHidden
      columns={heads.map((head) => ({ head: t(head) }))}
      rows={rows.map((row) => ({
        key: row.contractId,
        cells: [
          <span key="to">
            {row.visit ? <a href={`/desk/visits/${row.visit.id}`}>{row.title}</a> : row.title}
            <span className="small quiet block">{row.supplier}</span>
            <span className="hash small quiet block">{row.contractId}</span>
          </span>,
          row.points,
          <Parts key="parts" parts={row.parts} />,
          t(`inspection.why.${row.why ?? 'none'}`),
          row.visit ? <VisitTag key="state" state={row.visit.state} /> : '',
        ],
      }))}
    />
  )
}

type Check = {
  id: string
  state: (typeof voucherCheckStates)[number]
  title: string
  year: number
  no: string
}
type Paper = Pick<Check, 'id' | 'state' | 'title' | 'no'> & { book: boolean }
const checkKinds: Record<Check['state'], TagKind> = { drawn: 'wait', agrees: 'done', differs: 'late' }

/** Where a voucher check stands. */
export const VoucherCheckTag = ({ state }: { state: Check['state'] }) => {
  const t = useT()
  return <Tag kind={checkKinds[state]}>{t(`voucher-check.state.${state}`)}</Tag>
}

/** The vouchers and the papers of books and months that the lot fell on. */
export const VoucherTable = ({ checks, papers }: { checks: readonly Check[]; papers: readonly Paper[] }) => {
  const t = useT()
  const all = [
    ...checks.map((one) => ({
      ...{ ...one, to: `/desk/visits/vouchers/${one.id}` },
      name: t('inspection.voucher.no', { year: one.year, no: one.no }),
    })),
    ...papers.map((one) => ({
      ...{ ...one, to: `/desk/visits/papers/${one.id}` },
      name: t(one.book ? 'inspection.paper.book' : 'inspection.paper.month', { no: one.no }),
    })),
  ]
  if (all.length === 0) return <p className="quiet">{t('inspection.vouchers.none')}</p>
  return (
    <Table
      caption={t('inspection.vouchers')}
      captionHidden
      columns={[
        { head: t('inspection.voucher') },
        { head: t('inspection.project') },
        { head: t('inspection.state') },
      ]}
      rows={all.map((one) => ({
        key: one.id,
        cells: [
          <a key="to" href={one.to}>
            {one.name}
          </a>,
          one.title,
          <VoucherCheckTag key="state" state={one.state} />,
        ],
      }))}
    />
  )
}

type FormulaProps = {
  points: ReadonlyArray<{ code: string; points: number }>
  figures: Record<string, number>
}
/** 风险分公式: what counts, how much, and by which figure of the place. */
export const VisitFormula = ({ points, figures }: FormulaProps) => {
  const t = useT()
  const { from = 0, share = 0, least = 0, vouchers = 0 } = figures
  return (
    <>
      <p>{t('inspection.formula.sum', { from, share, least })}</p>
      <ul>
        {points.map((one) => (
          <li key={one.code}>
            {t(`inspection.risk.${one.code}` as Key, { least: figures[one.code] ?? 0 })}
            {' · '}
            {t('inspection.points.each', { n: one.points })}
          </li>
        ))}
      </ul>
      <p>{t('inspection.formula.vouchers', { share: vouchers })}</p>
    </>
  )
}
