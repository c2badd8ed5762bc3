import { useT } from '#app/i18n/use-t.ts'
import type { LedgerRow } from '#domain/deliver/payment/ledger.ts'
import { useFormat } from '../format.ts'
import { Money } from '../money.tsx'
import { Table } from '../table.tsx'

/** Entries of the ledger: what happened, from which account to which, and the paper that proves it. */
export const LedgerTable = ({ rows }: { rows: readonly LedgerRow[] }) => {
  const t = useT()
  const f = useFormat()
  const accounts = (row: LedgerRow, sign: 1 | -1) =>
    row.postings
      .filter((p) => p.amount * sign > 0)
      .map((p) => t(`ledger.account.${p.account}`))
      .join(' / ')
  const moved = (row: LedgerRow) => row.postings.reduce((n, p) => n + Math.max(0, p.amount), 0)
  return (
    <Table
      caption={t('ledger.title')}
      captionHidden
      columns={[
        { head: t('ledger.what') },
        { head: t('ledger.at') },
        { head: t('ledger.from') },
        { head: t('ledger.to') },
        { head: t('ledger.amount'), money: true },
        { head: t('ledger.voucher') },
      ]}
      rows={rows.map((row) => ({
        key: row.id,
        cells: [
          <span key="w">
            {t(`ledger.kind.${row.kind}`)}
            <span className="quiet small block">{row.part ?? row.paper?.part ?? row.plan}</span>
          </span>,
          f.day(row.at),
          accounts(row, -1),
          accounts(row, 1),
          <Money key="m" fen={moved(row)} />,
          row.payment ? (
            <a key="v" href={`/open/ledger/${row.payment.id}`}>
              {row.payment.voucherNo ?? row.payment.refNo}
            </a>
          ) : row.paper ? (
            <a key="p" href={row.paper.href}>
              {row.paper.no}
            </a>
          ) : row.contractId ? (
            <a key="c" href={`/contracts/${row.contractId}${row.memo ? '#recovery' : ''}`}>
              {row.memo ?? row.contractNo}
            </a>
          ) : (
            (row.memo ?? row.contractNo ?? '—')
          ),
        ],
      }))}
    />
  )
}
