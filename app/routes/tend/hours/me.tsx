import { useLoaderData } from '@remix-run/react'
import { Empty } from '#app/components/card.tsx'
import { Page, Section } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { HourEntries } from '#app/components/tend/hour-entries.tsx'
import { ServiceList } from '#app/components/tend/hour-list.tsx'
import { Balance, OpenAccount, PassOn } from '#app/components/tend/my-account.tsx'
import { formActions, oneForm } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { giveForm, heirForm, openAccountForm, poolForm } from '#domain/tend/hours/forms.ts'
import { giveHours, poolHours } from '#domain/tend/hours/give-hours.ts'
import { myHours } from '#domain/tend/hours/my-hours.ts'
import { nameHeir, openAccount } from '#domain/tend/hours/open-account.ts'

export const handle = titled('hours.mine')
export const loader = pageLoader((ctx) => myHours(ctx))
const goTo = () => '/hours/me'
export const action = formActions({
  open: oneForm({ form: openAccountForm, run: (ctx) => openAccount(ctx), goTo }),
  give: oneForm({ form: giveForm, run: (ctx, input) => giveHours(ctx, input), goTo }),
  pool: oneForm({ form: poolForm, run: (ctx, input) => poolHours(ctx, input), goTo }),
  heir: oneForm({ form: heirForm, run: (ctx, input) => nameHeir(ctx, input), goTo }),
})

/** 我的义工银行: the balance, what waits, and whom it may pass to. */
export default function MyHours() {
  const t = useT()
  const { bank, account, family, services, entries } = useLoaderData<typeof loader>()
  return (
    <Page narrow back={{ to: '/hours', label: t('hours.title') }} title={t('hours.mine')}>
      {account ? <Balance account={account} /> : <OpenAccount bank={bank} />}
      {account ? (
        <>
          <Section title={t('hours.services')}>
            <ServiceList services={services} latest={6} />
          </Section>
          <Section title={t('hours.entries')}>
            {entries.length === 0 ? (
              <Empty>{t('hours.entries.none')}</Empty>
            ) : (
              <HourEntries entries={entries} caption={t('hours.entries')} />
            )}
            <a className="hit" href="/hours/me/statement">
              {t('hours.statement')}
            </a>
          </Section>
          {account.closed ? null : (
            <Section title={t('hours.pass-on')}>
              <PassOn family={family} account={account} />
            </Section>
          )}
        </>
      ) : null}
    </Page>
  )
}
