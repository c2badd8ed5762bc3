import { useLang, useT } from '#app/i18n/use-t.ts'
import type { Project } from '#domain/open/project.ts'
import { Bar } from '../bar.tsx'
import { useFormat } from '../format.ts'
import { Money } from '../money.tsx'
import { Section } from '../page.tsx'
import { Table } from '../table.tsx'
import { Tag } from '../tag.tsx'
import { WayMoney } from './way-money.tsx'

type Part = Project['money'][number]
const paid = (part: Part) => part.payment?.state === 'paid'
const look = (part: Part) =>
  paid(part) ? 'done' : part.payment || part.state === 'accepted' ? 'wait' : 'plain'

/** Every yuan of the contract: what for, on what condition, how far, by which voucher; the sum checked. */
export const ProjectMoney = ({ project }: { project: Project }) => {
  const { money, contract, plan, indicators, recovery } = project
  const t = useT()
  const lang = useLang()
  const f = useFormat()
  const method = (lang === 'en' && plan.methodEn) || plan.method
  const state = (part: Part) =>
    part.payment
      ? t(`payment.state.${part.payment.state}`)
      : t(recovery ? 'project.part.ended' : `project.part.${part.state}`)
  const voucher = ({ payment }: Part) =>
    payment ? (
      <a key="v" href={`/open/ledger/${payment.id}`}>
        {payment.voucherNo ? t('project.voucher', { no: payment.voucherNo }) : payment.refNo}
      </a>
    ) : (
      '—'
    )
  const total = money.reduce((n, p) => n + p.price, 0)
  return (
    <Section title={t('project.money')} id="money">
      <p className="quiet small mt-3">
        {t('project.money.lead', { method, basis: plan.basis, amount: f.money(plan.amount) })}
      </p>
      {money.length ? (
        <Table
          caption={t('project.money')}
          captionHidden
          columns={[
            { head: t('project.col.part') },
            { head: t('project.col.gate') },
            { head: t('project.col.amount'), money: true },
            { head: t('project.col.state') },
            { head: t('project.col.voucher') },
          ]}
          rows={[
            ...money.map((part) => ({
              key: part.id,
              cells: [
                part.title,
                t(`project.gate.${part.gate}`),
                <Money key="m" fen={part.price} />,
                <Tag key="t" kind={look(part)}>
                  {state(part)}
                </Tag>,
                voucher(part),
              ],
            })),
            {
              key: 'sum',
              sum: true,
              cells: [
                t(total === contract?.price ? 'project.sum.holds' : 'project.sum'),
                '',
                <Money key="s" fen={total as never} />,
                '',
                '',
              ],
            },
          ]}
        />
      ) : project.way ? (
        <WayMoney project={project} />
      ) : (
        <p>{t('project.money.none')}</p>
      )}
      {contract && recovery && recovery.owed > 0 ? (
        <p>
          <a href={`/contracts/${contract.id}#recovery`}>
            {t('project.recovered', { owed: f.money(recovery.owed), received: f.money(recovery.received) })}
          </a>
        </p>
      ) : null}
      {indicators.map((i) => (
        <div key={i.id} className="my-3">
          <p className="m-0">
            {i.name}{' '}
            <span className="num quiet small">
              {i.value === null
                ? t('project.indicator.unread', { target: f.number(i.target), unit: i.unit })
                : t('project.indicator', {
                    value: f.number(i.value),
                    target: f.number(i.target),
                    unit: i.unit,
                  })}
            </span>
          </p>
          {i.value === null ? null : <Bar share={Math.min(1, i.value / i.target)} label={i.name} />}
        </div>
      ))}
    </Section>
  )
}
