import { useLoaderData } from '@remix-run/react'
import { DelegationSection } from '#app/components/buy/delegated.tsx'
import { lineName } from '#app/components/buy/line-name.ts'
import { Choices } from '#app/components/choices.tsx'
import { Links } from '#app/components/entry.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { useFormat } from '#app/components/format.ts'
import { Page, Section } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { formActions, formsOf } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { categories } from '#db/vocabulary.ts'
import { delegationsDesk } from '#domain/buy/plan/delegation/delegations-page.ts'
import { grantDelegationForm, withdrawDelegationForm } from '#domain/buy/plan/delegation/forms.ts'
import { grantDelegation } from '#domain/buy/plan/delegation/grant-delegation.ts'
import { withdrawDelegation } from '#domain/buy/plan/delegation/withdraw-delegation.ts'

export const handle = titled('delegation.title')
export const loader = pageLoader((ctx) => delegationsDesk(ctx))
const on = formsOf(
  () => ({}),
  () => '/desk/delegations',
)
export const action = formActions({
  grant: on(grantDelegationForm, (ctx, input) =>
    grantDelegation(ctx, { ...input, streetId: ctx.actor.seat?.partyId ?? '' }),
  ),
  withdraw: on(withdrawDelegationForm, withdrawDelegation),
})

type Shown = ReturnType<typeof useLoaderData<typeof loader>>
const Grant = ({ committees, lines, today, most }: Omit<Shown, 'delegations'>) => {
  const t = useT()
  const f = useFormat()
  return (
    <Form name="grant" submit={t('delegation.grant.do')}>
      <Field
        name="committeeId"
        kind="select"
        label={t('delegation.committee')}
        options={committees.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Field
        name="lineId"
        kind="select"
        label={t('delegation.line')}
        hint={t('delegation.line.hint')}
        options={lines.map(({ id, name, pool }) => ({ value: id, label: lineName(pool, name) }))}
      />
      <Field
        name="perPurchase"
        kind="money"
        label={t('delegation.per-purchase')}
        hint={`${t('delegation.limit', { limit: f.money(most.limit) })}${most.source}`}
      />
      <Field name="perYear" kind="money" label={t('delegation.per-year')} />
      <Choices
        many
        name="categories"
        legend={t('delegation.categories')}
        options={categories.map((c) => ({ value: c, label: t(`category.${c}`) }))}
      />
      <Field name="from" kind="date" label={t('delegation.from')} fallback={today} />
      <Field name="to" kind="date" label={t('delegation.to')} fallback={`${today.slice(0, 4)}-12-31`} />
      <Field
        name="source"
        kind="long"
        rows={2}
        label={t('delegation.source')}
        hint={t('delegation.source.hint')}
      />
    </Form>
  )
}

/** The street gives and takes back what committees may approve in its stead. */
export default function DelegationsDesk() {
  const t = useT()
  const { delegations, ...rest } = useLoaderData<typeof loader>()
  return (
    <Page
      narrow
      back={{ to: '/desk/approval-chain', label: t('chain.title') }}
      title={t('delegation.title')}
      lead={t('delegation.desk.lead')}
    >
      {delegations.map((one) => (
        <DelegationSection key={one.id} one={one}>
          {one.withdrawnAt || one.over ? null : (
            <details className="mt-4">
              <summary>{t('delegation.withdraw')}</summary>
              <p className="quiet small">{t('delegation.withdraw.say')}</p>
              <Form
                name="withdraw"
                look="danger"
                submit={t('delegation.withdraw')}
                hidden={{ delegationId: one.id }}
              >
                <Field name="ground" kind="long" rows={2} label={t('delegation.withdraw.ground')} />
              </Form>
            </details>
          )}
        </DelegationSection>
      ))}
      <Section title={t('delegation.grant')}>
        <Grant {...rest} />
      </Section>
      <Links links={[{ to: '/delegations', label: t('delegation.public') }]} />
    </Page>
  )
}
