import { useLoaderData } from '@remix-run/react'
import { Empty, FormDetails } from '#app/components/card.tsx'
import { Facts } from '#app/components/check-answers.tsx'
import { Choices } from '#app/components/choices.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { useFormat } from '#app/components/format.ts'
import { Page, Section } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { HourEntries } from '#app/components/tend/hour-entries.tsx'
import { useMinutes } from '#app/components/tend/minutes.ts'
import { formActions, oneForm } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { hourCloseCauses } from '#db/vocabulary.ts'
import { closeAccount } from '#domain/tend/hours/close-account.ts'
import { closeForm, grantForm, insureForm } from '#domain/tend/hours/forms.ts'
import { grantHours } from '#domain/tend/hours/give-hours.ts'
import { accountPage } from '#domain/tend/hours/hours-desk.ts'
import { insureVolunteer } from '#domain/tend/hours/open-account.ts'

export const handle = titled<{ name: string }>((t, { name }) => t('hours.account', { name }))
export const loader = pageLoader((ctx, { accountId }) => accountPage(ctx, accountId!))
const goTo = (_: unknown, { accountId }: Record<string, string>) => `/desk/hours/accounts/${accountId}`
export const action = formActions({
  grant: oneForm({ form: grantForm, run: (ctx, input) => grantHours(ctx, input), goTo }),
  insure: oneForm({
    form: insureForm,
    run: (ctx, input, p) => insureVolunteer(ctx, { ...input, accountId: p.accountId! }),
    goTo,
  }),
  close: oneForm({
    form: closeForm,
    run: (ctx, input, p) => closeAccount(ctx, { ...input, accountId: p.accountId! }),
    goTo,
  }),
})

type Shown = ReturnType<typeof useLoaderData<typeof loader>>
const AccountActs = ({ acts, account, today }: Pick<Shown, 'acts' | 'account' | 'today'>) => {
  const t = useT()
  return (
    <div className="mt-6 grid gap-4">
      {acts.insure ? (
        <FormDetails form="insure" summary={t('hours.insure')}>
          <Form name="insure" look="second" submit={t('hours.insure.do')}>
            <Field name="until" kind="date" label={t('hours.insure.until')} fallback={today} />
            <Field name="policyNo" short label={t('hours.insure.policy')} />
          </Form>
        </FormDetails>
      ) : null}
      {acts.grant ? (
        <FormDetails form="grant" summary={t('hours.grant')}>
          <Form
            name="grant"
            look="second"
            submit={t('hours.grant.do')}
            hidden={{ personId: account.personId }}
          >
            <Field name="minutes" kind="number" short label={t('hours.minutes')} />
            <Field name="reason" kind="long" rows={2} label={t('hours.grant.reason')} />
          </Form>
        </FormDetails>
      ) : null}
      {acts.close ? (
        <FormDetails form="close" summary={t('hours.close')}>
          <Form name="close" look="danger" submit={t('hours.close.do')}>
            <Choices
              name="cause"
              legend={t('hours.close.cause')}
              options={hourCloseCauses.map((value) => ({
                value,
                label: t(`hours.cause.${value}`),
                note: t(value === 'death' ? 'hours.close.heir' : 'hours.close.pool'),
              }))}
            />
            <Field name="ground" kind="long" rows={2} label={t('hours.close.ground')} />
          </Form>
        </FormDetails>
      ) : null}
    </div>
  )
}

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
