import { useT } from '#app/i18n/use-t.ts'
import { costKinds, giftSteps } from '#db/vocabulary.ts'
import type { OrgBooks } from '#domain/deliver/payment/books/org-books.ts'
import { BarChart } from '../ask/bar-chart.tsx'
import { Details, Note } from '../card.tsx'
import { Facts } from '../check-answers.tsx'
import { useFormat } from '../format.ts'
import { Money } from '../money.tsx'
import { Table } from '../table.tsx'

type Source = OrgBooks['income'][number]['source']
export const useSource = () => {
  const t = useT()
  return (source: Source) =>
    source === 'co_fund' || source === 'gift' ? t(`books.source.${source}`) : t(`budget.source.${source}`)
}

/** Years whose accounts are overdue, in red: they bar a renewal. */
export const MissingYears = ({ missing }: Pick<OrgBooks, 'missing'>) => {
  const t = useT()
  const f = useFormat()
  return missing.map(({ year, due }) => (
    <Note key={year} kind="late">
      {t('books.missing', { year, due: f.date(due) })}
    </Note>
  ))
}

/** Bars and the table of the same figures: what came in, from where. */
export const Income = ({ income, total, year }: Pick<OrgBooks, 'income' | 'total' | 'year'>) => {
  const t = useT()
  const f = useFormat()
  const sourceOf = useSource()
  const share = (amount: number) => (total > 0 ? amount / total : 0)
  if (income.length === 0) return <p className="quiet">{t('books.income.none')}</p>
  const bars = income.map(({ source, amount }) => ({
    label: sourceOf(source),
    share: Math.max(0, share(amount)),
    said: f.percent(share(amount)),
  }))
  const rows = income.map(({ source, amount }) => ({
    key: source,
    cells: [sourceOf(source), f.percent(share(amount)), <Money key="m" fen={amount} />],
  }))
  const last = { key: 'total', sum: true, cells: [t('books.total'), '', <Money key="m" fen={total} />] }
  return (
    <>
      <BarChart text={t('books.chart', { year })} bars={bars} />
      <Table
        caption={t('books.chart', { year })}
        captionHidden
        columns={[
          { head: t('books.income.source') },
          { head: t('books.share') },
          { head: t('books.amount'), money: true },
        ]}
        rows={[...rows, last]}
      />
    </>
  )
}

/** Every entry behind the income, each with the paper that proves it. */
export const Receipts = ({ receipts }: Pick<OrgBooks, 'receipts'>) => {
  const t = useT()
  const f = useFormat()
  const sourceOf = useSource()
  if (receipts.length === 0) return null
  const rows = receipts.map((r) => ({
    key: r.id,
    cells: [
      <span key="w">
        {t(`ledger.kind.${r.kind}`)}
        <span className="quiet small block">{r.project}</span>
      </span>,
      f.day(r.at),
      sourceOf(r.source),
      <Money key="m" fen={r.amount} />,
      <a key="p" href={r.href}>
        {r.no || t('ledger.voucher')}
      </a>,
    ],
  }))
  return (
    <Details summary={t('books.entries', { n: receipts.length })}>
      <Table
        caption={t('books.income')}
        captionHidden
        columns={[
          { head: t('books.what') },
          { head: t('books.date') },
          { head: t('books.income.source') },
          { head: t('books.amount'), money: true },
          { head: t('books.paper') },
        ]}
        rows={rows}
      />
    </Details>
  )
}

/** What the ledger paid for each project, beside what the body says it spent. */
export const Projects = ({ projects }: Pick<OrgBooks, 'projects'>) => {
  const t = useT()
  if (projects.length === 0) return <p className="quiet">{t('books.projects.none')}</p>
  return (
    <Table
      caption={t('books.projects')}
      captionHidden
      columns={[
        { head: t('books.project') },
        { head: t('books.received'), money: true },
        { head: t('books.spent'), money: true },
      ]}
      rows={projects.map((p) => ({
        key: p.planId ?? '',
        cells: [
          <a key="t" href={`/projects/${p.planId}`}>
            {p.title}
          </a>,
          <a key="l" href={`/open/ledger?plan=${p.planId}`}>
            <Money fen={p.received} />
          </a>,
          p.spent === null ? '—' : <Money key="s" fen={p.spent} />,
        ],
      }))}
    />
  )
}

/** Each gift line: given, and where it went. */
export const Gifts = ({ gifts }: Pick<OrgBooks, 'gifts'>) => {
  const t = useT()
  if (gifts.length === 0) return <p className="quiet">{t('books.gifts.none')}</p>
  return (
    <Table
      caption={t('books.gifts')}
      captionHidden
      columns={[
        { head: t('books.gift') },
        ...giftSteps.map((step) => ({ head: t(`books.gift.${step}`), money: true })),
      ]}
      rows={gifts.map((g) => ({
        key: g.id,
        cells: [
          <span key="t">
            <a href={`/cofund/${g.id}`}>{g.title}</a>
            <span className="quiet small block">{g.purpose}</span>
          </span>,
          ...giftSteps.map((step) => <Money key={step} fen={g[step]} />),
        ],
      }))}
    />
  )
}

type Filed = NonNullable<OrgBooks['statement']>
/** Costs of the year as the body filed them, and how much of them is management. */
export const Costs = ({ costs, ...said }: Filed) => {
  const t = useT()
  const f = useFormat()
  const row = (key: 'project' | (typeof costKinds)[number], fen: number) => ({
    key,
    cells: [
      t(`books.cost.${key}`),
      costs.total > 0 ? f.percent(fen / costs.total) : '—',
      <Money key="m" fen={fen} />,
    ],
  })
  const total = {
    key: 'total',
    sum: true,
    cells: [t('books.total'), '', <Money key="m" fen={costs.total} />],
  }
  return (
    <>
      {costs.managementShare === null ? null : (
        <p>{t('books.management', { share: f.percent(costs.managementShare) })}</p>
      )}
      <Table
        caption={t('books.costs')}
        captionHidden
        columns={[
          { head: t('books.cost') },
          { head: t('books.share') },
          { head: t('books.amount'), money: true },
        ]}
        rows={[row('project', costs.projects), ...costKinds.map((kind) => row(kind, said[kind])), total]}
      />
    </>
  )
}

/** What lies outside this house, on the body's own word. */
export const Declared = ({ statement: s }: { statement: Filed }) => {
  const t = useT()
  const f = useFormat()
  const sums = (['otherIncome', 'otherGifts', 'giftsSpent'] as const).map((kind) => ({
    term: t(`books.${kind}`),
    text: <Money fen={s[kind]} />,
  }))
  return (
    <Facts
      facts={[
        ...sums,
        ...(s.giftUse ? [{ term: t('books.giftUse'), text: s.giftUse }] : []),
        {
          term: t('books.audit'),
          text: s.auditor
            ? t('books.audit.of', { auditor: s.auditor, no: s.auditNo ?? '' })
            : t('books.audit.none'),
        },
        { term: t('books.filed'), text: t('books.filed.at', { date: f.date(s.filedAt), n: s.version }) },
      ]}
    />
  )
}
