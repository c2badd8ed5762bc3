import { useLoaderData } from '@remix-run/react'
import { Empty } from '#app/components/card.tsx'
import { Facts } from '#app/components/check-answers.tsx'
import { useFormat } from '#app/components/format.ts'
import { Page, Section } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { AccountActs } from '#app/components/tend/account-acts.tsx'
import { HourEntries } from '#app/components/tend/hour-entries.tsx'
import { useMinutes } from '#app/components/tend/minutes.ts'
import { formActions, formsOf, oneForm } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { closeAccount } from '#domain/tend/hours/close-account.ts'
import { closeForm, grantForm, insureForm } from '#domain/tend/hours/forms.ts'
import { grantHours } from '#domain/tend/hours/give-hours.ts'
import { accountPage } from '#domain/tend/hours/hours-desk.ts'
import { insureVolunteer } from '#domain/tend/hours/open-account.ts'

export const handle = titled<{ name: string }>((t, { name }) => t('hours.account', { name }))
export const loader = pageLoader((ctx, { accountId }) => accountPage(ctx, accountId!))
const goTo = (_: unknown, { accountId }: Record<string, string>) => `/desk/hours/accounts/${accountId}`
const on = formsOf(({ accountId = '' }) => ({ accountId }), goTo)
export const action = formActions({
  grant: oneForm({ form: grantForm, run: (ctx, input) => grantHours(ctx, input), goTo }),
  insure: on(insureForm, insureVolunteer),
  close: on(closeForm, closeAccount),
})

/** One account to the organisation that keeps the bank: insurance, the pool, closing it by the rule. */
export default function HourAccount() {
  const t = useT()
  const f = useFormat()
  const minutes = useMinutes()
  const { account, name, heir, entries, today, acts } = useLoaderData<typeof loader>()
  return (
    <Page narrow back={{ to: '/desk/hours', label: t('hours.desk') }} title={t('hours.account', { name })}>
      <Facts
        facts={[
          { term: t('hours.balance'), text: minutes(account.minutes) },
          {
            term: t('hours.insurance'),
            text: account.insuredUntil
              ? `${t('hours.insured.until', { on: f.day(account.insuredUntil) })} · ${account.policyNo}`
              : t('hours.insured.no'),
          },
          { term: t('hours.heir'), text: t(heir ? 'hours.heir.named' : 'hours.heir.none') },
          ...(account.closedAt && account.closedCause
            ? [
                {
                  term: t('hours.closed.short'),
                  text: `${f.day(account.closedAt)} · ${t(`hours.cause.${account.closedCause}`)} · ${account.closedGround}`,
                },
              ]
            : []),
        ]}
      />
      <AccountActs acts={acts} account={account} today={today} />
      <Section title={t('hours.entries')}>
        {entries.length === 0 ? (
          <Empty>{t('hours.entries.none')}</Empty>
        ) : (
          <HourEntries entries={entries} caption={t('hours.entries')} />
        )}
      </Section>
    </Page>
  )
}
