import { useT } from '#app/i18n/use-t.ts'
import type { ShownEntry } from '#domain/treasury/community-books/book-page.ts'
import { useFormat } from '../format.ts'
import { Money } from '../money.tsx'
import { Tag } from '../tag.tsx'
import { bookLook } from './community-book-tables.tsx'

/** What an entry is of, its paper, and the two people behind it. */
export const useBookFacts = ({ entry, pair }: ShownEntry) => {
  const t = useT()
  const f = useFormat()
  const by = (who: string | null, at: Date | null) => (at ? `${who ?? ''} ${f.dateTime(at)}` : '')
  return [
    { term: t('book.number'), text: <span className="num">{entry.refNo}</span> },
    {
      term: t('book.state'),
      text: <Tag kind={bookLook[entry.state]}>{t(`book.state.${entry.state}`)}</Tag>,
    },
    {
      term: t('book.way'),
      text: t(entry.reversesId ? 'book.way.red' : entry.amount > 0 ? 'book.way.income' : 'book.way.expense'),
    },
    { term: t('book.amount'), text: <Money fen={entry.amount} /> },
    { term: t('book.kind'), text: t(`book.kind.${entry.kind}`) },
    { term: t('book.on'), text: f.day(entry.on) },
    {
      term: t('book.voucher'),
      text: (
        <>
          <span className="num">{entry.voucherNo}</span>{' '}
          {entry.scan ? <a href={`/desk/books/${entry.id}/scan`}>{t('voucher.scan')}</a> : null}
        </>
      ),
    },
    ...(entry.reason ? [{ term: t('book.reverse.reason'), text: entry.reason }] : []),
    ...(pair
      ? [
          {
            term: t(entry.reversesId ? 'book.takes' : 'book.taken'),
            text: (
              <a className="num" href={`/desk/books/${pair.id}`}>
                {pair.refNo}
              </a>
            ),
          },
        ]
      : []),
    { term: t('book.entered-by'), text: by(entry.enteredBy, entry.enteredAt) },
    ...(entry.approvedAt
      ? [{ term: t('book.approved-by'), text: by(entry.approvedBy, entry.approvedAt) }]
      : []),
  ]
}
