import { useT } from '#app/i18n/use-t.ts'
import type { AgreementOfPlan } from '#domain/buy/framework/agreements-of-plans.ts'
import type { WorkOfPlan } from '#domain/buy/minor/works-of-plans.ts'
import type { Project } from '#domain/open/project.ts'
import { useFormat } from '../format.ts'
import { Money } from '../money.tsx'
import { Table } from '../table.tsx'
import { Tag } from '../tag.tsx'
import { wayPage } from './way-words.ts'

/** 民生微实事: each part with what it waits for and its voucher; the sum is the price chosen. */
const WorkMoney = ({ work }: { work: WorkOfPlan }) => {
  const t = useT()
  if (work.parts.length === 0) return <p>{t('project.way.minor.none')}</p>
  const look = { planned: 'plain', reported: 'wait', accepted: 'wait', paid: 'done' } as const
  return (
    <Table
      caption={t('project.money')}
      captionHidden
      columns={[
        { head: t('project.col.part') },
        { head: t('project.col.amount'), money: true },
        { head: t('project.col.state') },
      ]}
      rows={[
        ...work.parts.map((p) => ({
          key: p.id,
          cells: [
            <a key="p" href={wayPage(work)}>
              {p.title}
            </a>,
            <Money key="m" fen={p.amount} />,
            <Tag key="s" kind={look[p.state]}>
              {t(`minor.part.${p.state}`, { no: p.voucherNo ?? '' })}
            </Tag>,
          ],
        })),
        {
          key: 'sum',
          sum: true,
          cells: [t('project.sum'), work.price === null ? '—' : <Money key="s" fen={work.price} />, ''],
        },
      ]}
    />
  )
}

/** An agreement: what residents confirmed, and what of it was paid and is on its way, by the ledger. */
const AgreementMoney = ({ way, moved }: { way: AgreementOfPlan; moved: Project['moved'] }) => {
  const t = useT()
  const f = useFormat()
  const onTheWay = (moved?.requested ?? 0) + (moved?.in_transit ?? 0)
  return (
    <>
      <p>{t('project.way.framework.orders', { n: way.confirmed, amount: f.money(way.accepted) })}</p>
      <p>
        {moved && (moved.paid > 0 || onTheWay > 0)
          ? t('project.way.framework.paid', { paid: f.money(moved.paid), way: f.money(onTheWay as never) })
          : t('project.way.framework.unpaid')}
      </p>
    </>
  )
}

/** Every yuan of a project that has no contract. */
export const WayMoney = ({ project: { way, moved } }: { project: Project }) =>
  way?.kind === 'minor' ? <WorkMoney work={way} /> : way ? <AgreementMoney way={way} moved={moved} /> : null
