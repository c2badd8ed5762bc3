import { useT } from '#app/i18n/use-t.ts'
import type { ShownChange } from '#domain/deliver/contract/change-page.ts'
import { type Fen, negative, plus } from '#domain/money.ts'
import { Facts } from '../check-answers.tsx'
import { useFormat } from '../format.ts'
import { Table } from '../table.tsx'
import { Tag } from '../tag.tsx'

const kinds = { draft: 'wait', approved: 'done', rejected: 'late' } as const

/** Where a change stands. */
export const ChangeTag = ({ state }: { state: ShownChange['state'] }) => {
  const t = useT()
  return <Tag kind={kinds[state]}>{t(`change.state.${state}`)}</Tag>
}

/** What changes, from what to what. */
const Moves = ({ change: c }: { change: ShownChange }) => {
  const t = useT()
  const f = useFormat()
  const by = (amount: Fen) =>
    amount > 0
      ? t('change.more', { sum: f.money(amount) })
      : t('change.less', { sum: f.money(negative(amount)) })
  const price = (amount: Fen) => (
    <>
      {f.money(plus(c.priceWas, amount))} <span className="quiet small">{by(amount)}</span>
    </>
  )
  const rows = [
    ...(c.priceBy
      ? [{ key: 'price', cells: [t('contract.price'), f.money(c.priceWas), price(c.priceBy)] }]
      : []),
    ...(c.to ? [{ key: 'to', cells: [t('change.to'), c.toWas ? f.day(c.toWas) : '', f.day(c.to)] }] : []),
    ...c.indicators.map((i) => ({
      key: i.code,
      cells: [i.name, `${f.number(i.was)} ${i.unit}`, `${f.number(i.target)} ${i.unit}`],
    })),
    ...(c.worker ? [{ key: 'worker', cells: [t('change.worker'), c.workerWas ?? '', c.worker] }] : []),
  ]
  return (
    <Table
      caption={t('change.what')}
      captionHidden
      columns={[{ head: t('change.what') }, { head: t('change.was') }, { head: t('change.becomes') }]}
      rows={rows}
    />
  )
}

/** One change with its reason, the centre's opinion, the decision and its fingerprint. */
export const ChangeFacts = ({ change: c }: { change: ShownChange }) => {
  const t = useT()
  const f = useFormat()
  const opinion = c.opinionFor === null ? null : t(c.opinionFor ? 'change.opinion.yes' : 'change.opinion.no')
  return (
    <>
      <Moves change={c} />
      <Facts
        facts={[
          { term: t('change.ref'), text: <span className="num">{c.refNo}</span> },
          { term: t('change.by'), text: `${c.by} ${f.day(c.draftedAt)}` },
          ...(c.rationale
            ? [{ term: t('change.rationale'), text: t(`change.rationale.${c.rationale}`) }]
            : []),
          { term: t('change.reason'), text: c.reason },
          ...(opinion
            ? [
                {
                  term: t('change.opinion'),
                  text: t('change.opinion.said', { side: opinion, words: c.opinion ?? '' }),
                },
              ]
            : []),
          ...(c.acknowledgedAt ? [{ term: t('change.acknowledged'), text: f.day(c.acknowledgedAt) }] : []),
          ...(c.decidedAt
            ? [{ term: t('change.decision'), text: `${f.day(c.decidedAt)} ${c.decision ?? ''}` }]
            : []),
          ...(c.hash ? [{ term: t('contract.hash'), text: <span className="hash">{c.hash}</span> }] : []),
        ]}
      />
    </>
  )
}
