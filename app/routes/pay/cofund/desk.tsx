import { useLoaderData } from '@remix-run/react'
import { Note } from '#app/components/card.tsx'
import { AccountForm, CertificateForm, OpenPotForm } from '#app/components/cofund/desk-forms.tsx'
import { WhereTag } from '#app/components/cofund/pots.tsx'
import { Links } from '#app/components/entry.tsx'
import { useFormat } from '#app/components/format.ts'
import { Money } from '#app/components/money.tsx'
import { Page, Section } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { Table } from '#app/components/table.tsx'
import { Tag } from '#app/components/tag.tsx'
import { cofundDeskAction } from '#app/http/gift-actions.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { cofundDesk } from '#domain/deliver/cofund/cofund-desk.ts'

export const handle = titled('cofund.desk')
export const loader = pageLoader((ctx) => cofundDesk(ctx))
export const action = cofundDeskAction

const looks = { young: 'plain', soon: 'wait', late: 'late' } as const
export default function CofundDesk() {
  const t = useT()
  const f = useFormat()
  const { online, gifts, held, parts, account, bodies, reconciles } = useLoaderData<typeof loader>()
  const link = (id: string, no: string) => <a href={`/gifts/${id}`}>{no}</a>
  return (
    <Page title={t('cofund.desk')} lead={t('cofund.desk.lead')}>
      {online ? null : <Note kind="wait">{t('cofund.desk.off')}</Note>}
      {held.length > 0 ? (
        <Section title={t('cofund.desk.held')} aside={String(held.length)}>
          <Table
            caption={t('cofund.desk.held')}
            captionHidden
            columns={[
              { head: t('cofund.col.no') },
              { head: t('cofund.col.what') },
              { head: t('cofund.col.amount'), money: true },
              { head: t('cofund.col.state') },
            ]}
            rows={held.map((one) => ({
              key: one.id,
              cells: [
                link(one.id, one.refNo),
                one.pot,
                <Money key="m" fen={one.amount} />,
                <Tag key="t" kind={looks[one.age]}>
                  {one.age === 'young'
                    ? t('cofund.desk.held.by', { day: f.short(one.decideBy) })
                    : t(`cofund.desk.age.${one.age}`)}
                </Tag>,
              ],
            }))}
          />
        </Section>
      ) : null}
      <Section title={t('cofund.desk.gifts')} aside={String(gifts.length)}>
        {gifts.length === 0 ? <p className="quiet">{t('cofund.desk.gifts.none')}</p> : null}
        {gifts.length > 0 ? (
          <Table
            caption={t('cofund.desk.gifts')}
            captionHidden
            columns={[
              { head: t('cofund.col.no') },
              { head: t('cofund.col.what') },
              { head: t('cofund.col.amount'), money: true },
              { head: t('cofund.col.state') },
              { head: t('gift.money') },
            ]}
            rows={gifts.map((one) => ({
              key: one.id,
              cells: [
                link(one.id, one.refNo),
                one.pot,
                <Money key="m" fen={one.amount} />,
                t(`gift.state.${one.state}`),
                <WhereTag key="w" where={one.where} />,
              ],
            }))}
          />
        ) : null}
      </Section>
      {account && online ? <AccountForm account={account} /> : null}
      {parts && online ? <OpenPotForm parts={parts} /> : null}
      {bodies ? <CertificateForm bodies={bodies} /> : null}
      <Links
        links={[
          { to: '/cofund', label: t('cofund.all') },
          ...(reconciles ? [{ to: '/desk/reconciliation', label: t('reconcile.title') }] : []),
        ]}
      />
    </Page>
  )
}
