import { useT } from '#app/i18n/use-t.ts'
import type { bankPage } from '#domain/deliver/payment/bank-page.ts'
import { useFormat } from '../format.ts'
import { Money } from '../money.tsx'
import { Table } from '../table.tsx'

type Shown = Awaited<ReturnType<typeof bankPage>>

/** Lines that wait for a person: why, and the way to match each. */
export const BankQueue = ({ lines }: { lines: Shown['queue'] }) => {
  const t = useT()
  const f = useFormat()
  return (
    <Table
      caption={t('bank.queue')}
      captionHidden
      columns={[
        { head: t('bank.column.no') },
        { head: t('bank.column.payee') },
        { head: t('bank.column.amount'), money: true },
        { head: t('bank.column.outcome') },
        { head: t('bank.why') },
      ]}
      rows={lines.map((line) => ({
        key: line.id,
        cells: [
          <a key="no" className="num" href={`/desk/bank/${line.id}`}>
            {line.voucherNo}
          </a>,
          line.payeeName,
          <Money key="amount" fen={line.amount} />,
          `${t(`bank.outcome.${line.outcome}`)} ${f.shortDate(line.on)}`,
          line.why ? t(`bank.why.${line.why}`) : '',
        ],
      }))}
    />
  )
}

/** The lists that were brought in. */
export const BankLists = ({ lists }: { lists: Shown['lists'] }) => {
  const t = useT()
  const f = useFormat()
  return (
    <Table
      caption={t('bank.lists')}
      captionHidden
      columns={[
        { head: t('bank.list') },
        { head: t('bank.at') },
        { head: t('bank.lines') },
        { head: t('bank.why.matched') },
      ]}
      rows={lists.map(({ id, refNo, at, lines, matched }) => ({
        key: id,
        cells: [
          <span key="n" className="num">
            {refNo}
          </span>,
          f.dateTime(at),
          f.number(lines),
          f.number(matched),
        ],
      }))}
    />
  )
}

/** 对账: payments of this year that the bank's lists do not bear out. */
export const BankBooks = ({ books }: { books: Shown['books'] }) => {
  const t = useT()
  const f = useFormat()
  return (
    <>
      <p>{t('bank.books.matched', { n: books.matched })}</p>
      {books.off.length > 0 ? (
        <Table
          caption={t('bank.books')}
          captionHidden
          columns={[
            { head: t('bank.column.no') },
            { head: t('bank.column.receipt') },
            { head: t('bank.books.ours'), money: true },
            { head: t('bank.books.kind') },
          ]}
          rows={books.off.map(({ key, proof, ours, kind }) => ({
            key: `${key}${proof}`,
            cells: [key, proof, f.money(ours ?? 0), t(`bank.books.${kind as 'local_only'}`)],
          }))}
        />
      ) : null}
    </>
  )
}
