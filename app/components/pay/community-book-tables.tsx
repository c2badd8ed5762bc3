import { useT } from '#app/i18n/use-t.ts'
import type { ShownBook } from '#domain/treasury/community-books/book-page.ts'
import type { QuarterPage } from '#domain/treasury/community-books/quarter.ts'
import { Details } from '../card.tsx'
import { Facts } from '../check-answers.tsx'
import { useFormat } from '../format.ts'
import { Money } from '../money.tsx'
import { Table } from '../table.tsx'
import { Tag } from '../tag.tsx'

export const bookLook = { entered: 'wait', approved: 'done', returned: 'late' } as const

/** What is left of each kind of a body's income. */
export const BookLeft = ({ left }: { left: ShownBook['left'] }) => {
  const t = useT()
  return (
    <Facts
      facts={left.map(({ kind, amount }) => ({
        term: t(`book.kind.${kind}`),
        text: <Money fen={amount} />,
      }))}
    />
  )
}

const useHeads = (last: 'book.state' | 'book.number') => {
  const t = useT()
  return [
    { head: t('book.what') },
    { head: t('book.amount'), money: true },
    { head: t('book.on') },
    { head: t('book.kind') },
    { head: t(last) },
  ]
}

/** The latest entries, whatever became of them. */
export const BookEntries = ({ entries }: { entries: ShownBook['entries'] }) => {
  const t = useT()
  const f = useFormat()
  const heads = useHeads('book.state')
  if (entries.length === 0) return <p className="quiet">{t('book.none')}</p>
  return (
    <Table
      caption={t('book.entries')}
      captionHidden
      columns={heads}
      rows={entries.map((e) => ({
        key: e.id,
        cells: [
          <span key="t">
            <a className="hit" href={`/desk/books/${e.id}`}>
              {e.title}
            </a>
            <span className="quiet small num block">{e.refNo}</span>
          </span>,
          <Money key="m" fen={e.amount} />,
          f.shortDate(e.on),
          t(`book.kind.${e.kind}`),
          <Tag key="s" kind={bookLook[e.state]}>
            {t(e.reversesId ? `book.red.${e.state}` : `book.state.${e.state}`)}
          </Tag>,
        ],
      }))}
    />
  )
}

type Book = QuarterPage['books'][number]
const added = (kinds: Book['kinds'], of: 'opening' | 'income' | 'spent' | 'closing') =>
  kinds.reduce((n, kind) => n + kind[of], 0)

/** 收支汇总: left before, in, out, left now; the last row is their sum. */
export const BookSummary = ({ kinds }: { kinds: Book['kinds'] }) => {
  const t = useT()
  const steps = ['closing', 'opening', 'income', 'spent'] as const
  return (
    <Table
      caption={t('book.summary')}
      captionHidden
      columns={[{ head: t('book.kind') }, ...steps.map((step) => ({ head: t(`book.${step}`), money: true }))]}
      rows={[
        ...kinds.map((one) => ({
          key: one.kind,
          cells: [t(`book.kind.${one.kind}`), ...steps.map((step) => <Money key={step} fen={one[step]} />)],
        })),
        {
          key: 'sum',
          sum: true,
          cells: [t('book.sum'), ...steps.map((step) => <Money key={step} fen={added(kinds, step)} />)],
        },
      ]}
    />
  )
}

/** Every entry of the quarter, one tap away. */
export const BookLines = ({ lines }: { lines: Book['lines'] }) => {
  const t = useT()
  const f = useFormat()
  const heads = useHeads('book.number')
  if (lines.length === 0) return <p className="quiet">{t('book.lines.none')}</p>
  return (
    <Details summary={t('book.lines', { n: lines.length })}>
      <Table
        caption={t('book.entries')}
        captionHidden
        columns={heads}
        rows={lines.map((line) => ({
          key: line.id,
          cells: [
            line.taken ? t('book.red', { title: line.title }) : line.title,
            <Money key="m" fen={line.amount} />,
            f.shortDate(line.on),
            t(`book.kind.${line.kind}`),
            <span key="n" className="num">
              {line.refNo}
            </span>,
          ],
        }))}
      />
    </Details>
  )
}
