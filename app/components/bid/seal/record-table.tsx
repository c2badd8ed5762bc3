import { useT } from '#app/i18n/use-t.ts'
import type { OpeningRecord } from '#domain/buy/seal/opening-record.ts'
import type { Fen } from '#domain/money.ts'
import { useFormat } from '../../format.ts'
import { Money } from '../../money.tsx'
import { Table } from '../../table.tsx'

/** 开启记录, line by line: who, what price, whose seal held; the fingerprint of the receipt with its salt. */
export const RecordTable = ({ record: { rows, envelope } }: { record: OpeningRecord }) => {
  const t = useT()
  const f = useFormat()
  const unpriced = rows.every((r) => r.price === null)
  const why = t(envelope === 'quality' ? 'opened.sealed-price' : unpriced ? 'opened.talking' : 'fact.none')
  return (
    <Table
      caption={t('opening.caption')}
      columns={[
        { head: t('opening.by') },
        { head: t('opening.price'), money: true },
        { head: t('opened.column.seal') },
        { head: t('opening.at') },
        { head: t('opening.receipt') },
      ]}
      rows={rows.map((r) => ({
        key: r.receiptNo,
        cells: [
          r.name,
          r.price === null ? (
            <span key="p" className="quiet">
              {r.seal === 'broken' ? '' : why}
            </span>
          ) : (
            <span key="p">
              <Money fen={r.price as Fen} />
              {r.first == null ? null : (
                <span className="small quiet block">
                  {t('opened.first')} <Money fen={r.first as Fen} />
                </span>
              )}
            </span>
          ),
          t(r.seal === 'broken' ? 'unseal.put-aside' : 'opened.whole'),
          r.submittedAt ? f.dateTime(new Date(r.submittedAt)) : '',
          <span key="n">
            <span className="num">{r.receiptNo}</span>
            <span className="hash block">{r.leaf}</span>
            <span className="small quiet block">{`${t('opened.salt')} ${r.salt}`}</span>
            <span className="small quiet block">
              {t(r.sealedIn === 'browser' ? 'opened.place.browser' : 'opened.place.server')}
            </span>
          </span>,
        ],
      }))}
    />
  )
}
