import { useT } from '#app/i18n/use-t.ts'
import type { PublicSettlement } from '#domain/deliver/settlement/public-settlements.ts'
import type { SettlementPage } from '#domain/deliver/settlement/settlement-page.ts'
import { Details } from '../card.tsx'
import { useFormat } from '../format.ts'
import { Money } from '../money.tsx'
import { Section } from '../page.tsx'
import { Table } from '../table.tsx'
import { Tag } from '../tag.tsx'
import { Lateness } from './lateness.tsx'

export const settlementLook = {
  claimed: 'wait',
  checked: 'wait',
  approved: 'wait',
  submitted: 'wait',
  bounced: 'late',
  returned: 'late',
  paid: 'done',
} as const

/** As many orders as a reader takes in at a glance; more of them are one tap away. */
const glance = 20
/** The orders of a claim, and that they sum to it. */
export const SettlementLines = ({ page }: { page: SettlementPage }) => {
  const t = useT()
  if (page.lines.length <= glance) return <Lines page={page} />
  return (
    <Details summary={t('settlement.lines.all', { n: page.lines.length })}>
      <Lines page={page} />
    </Details>
  )
}
const Lines = ({ page: { lines, claim } }: { page: SettlementPage }) => {
  const t = useT()
  const f = useFormat()
  const sum = {
    key: 'sum',
    sum: true,
    cells: [t('settlement.sum'), '', '', '', <Money key="m" fen={claim.amount} />],
  }
  return (
    <Table
      caption={t('settlement.lines')}
      captionHidden
      columns={[
        { head: t('settlement.order') },
        { head: t('settlement.item') },
        { head: t('settlement.on') },
        { head: t('settlement.via') },
        { head: t('settlement.amount'), money: true },
      ]}
      rows={[
        ...lines.map((line) => ({
          key: line.refNo,
          cells: [
            line.refNo,
            `${line.item} ${line.quantity} ${line.unit}`,
            line.on ? f.shortDate(line.on) : '',
            line.via ? t(`visit.via.${line.via}`) : t('settlement.via.family'),
            <Money key="m" fen={line.amount} />,
          ],
        })),
        sum,
      ]}
    />
  )
}

const Settled = ({ settled }: { settled: readonly PublicSettlement[] }) => {
  const t = useT()
  const f = useFormat()
  return (
    <Table
      caption={t('settlement.public')}
      captionHidden
      columns={[
        { head: t('settlement.supplier') },
        { head: t('settlement.amount'), money: true },
        { head: t('settlement.public.month') },
        { head: t('settlement.orders') },
        { head: t('settlement.public.state') },
        { head: t('settlement.public.no') },
      ]}
      rows={settled.map((s) => ({
        key: s.id,
        cells: [
          s.supplier,
          <Money key="m" fen={s.amount} />,
          s.month,
          f.number(s.orders),
          <span key="s">
            <Tag kind={settlementLook[s.state]}>{t(`settlement.state.${s.state}`)}</Tag>{' '}
            {s.paidAt ? f.day(s.paidAt) : null}
            {s.late ? (
              <span className="small block">
                <Lateness late={s.late} />
              </span>
            ) : null}
          </span>,
          s.voucherNo ?? s.refNo,
        ],
      }))}
    />
  )
}

/** 结算公开 on the page of the agreement: the latest month, and all before it one tap away. */
export const PublicSettlements = ({ settled }: { settled: readonly PublicSettlement[] }) => {
  const t = useT()
  const latest = settled.filter((s) => s.month === settled[0]?.month)
  const before = settled.slice(latest.length)
  return (
    <Section title={t('settlement.public')} id="settled">
      <p className="quiet">{t(settled.length > 0 ? 'settlement.public.lead' : 'settlement.public.none')}</p>
      {latest.length > 0 ? <Settled settled={latest} /> : null}
      {before.length > 0 ? (
        <Details summary={t('settlement.public.before', { n: before.length })}>
          <Settled settled={before} />
        </Details>
      ) : null}
    </Section>
  )
}
