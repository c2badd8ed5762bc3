import { useLoaderData } from '@remix-run/react'
import { Choices, Tick } from '#app/components/choices.tsx'
import { Clauses } from '#app/components/cofund/clauses.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { useFormat } from '#app/components/format.ts'
import { Page, Section } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { formAction } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { pledgePage } from '#domain/deliver/cofund/cofund-page.ts'
import { pledgeForm } from '#domain/deliver/cofund/forms.ts'
import { pledgeGift } from '#domain/deliver/cofund/pledge-gift.ts'

type Pledged = Awaited<ReturnType<typeof pledgePage>>
export const handle = titled<Pledged>((t, { kind }) => t(`cofund.pledge.title.${kind}`))
export const loader = pageLoader((ctx, { potId }) => pledgePage(ctx, potId!))
export const action = formAction({
  form: pledgeForm,
  run: (ctx, { amount, shown }, { potId }) => pledgeGift(ctx, { amount, shown, potId: potId! }),
  goTo: ({ id }) => `/gifts/${id}`,
})

export default function Pledge() {
  const t = useT()
  const f = useFormat()
  const { pot, kind, left, agreement } = useLoaderData<typeof loader>()
  return (
    <Page
      narrow
      back={{ to: `/cofund/${pot.id}`, label: pot.title }}
      title={t(`cofund.pledge.title.${kind}`)}
      lead={t('cofund.pledge.lead')}
    >
      <Form submit={t('cofund.pledge.do')}>
        <Field
          name="amount"
          kind="money"
          label={t('cofund.pledge.amount')}
          hint={t('cofund.pledge.amount.hint', { left: f.money(left) })}
          note={t('cofund.currency.cny')}
        />
        <Choices
          name="shown"
          legend={t('cofund.pledge.shown')}
          fallback="named"
          options={[
            { value: 'named', label: t('cofund.pledge.named') },
            { value: 'unnamed', label: t('cofund.pledge.unnamed') },
          ]}
        />
        <Section title={t('gift.agreement')} plain>
          <Clauses clauses={agreement} />
        </Section>
        <Tick name="agree">{t('cofund.pledge.agree')}</Tick>
      </Form>
    </Page>
  )
}
