import { useLoaderData } from '@remix-run/react'
import { Empty } from '#app/components/card.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { useFormat } from '#app/components/format.ts'
import { Matters } from '#app/components/matters.tsx'
import { Page, Section } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { formAction } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { claimMonth } from '#domain/deliver/settlement/claim-month.ts'
import { claimForm } from '#domain/deliver/settlement/forms.ts'
import { settlementsPage } from '#domain/deliver/settlement/settlement-page.ts'

export const handle = titled('settlement.title')
export const loader = pageLoader((ctx) => settlementsPage(ctx))
export const action = formAction({
  form: claimForm,
  run: async (ctx, { invoiceFile, ...typed }) =>
    claimMonth(ctx, { ...typed, invoice: Buffer.from(await invoiceFile.arrayBuffer()) }),
  goTo: ({ id }) => `/desk/settlements/${id}`,
})

type Ready = ReturnType<typeof useLoaderData<typeof loader>>['ready'][number]
const Claim = ({ ready: { id, title, month, orders, people, amount } }: { ready: Ready }) => {
  const t = useT()
  const f = useFormat()
  return (
    <Section title={title}>
      <p>{t('settlement.ready.say', { month, orders, people, amount: f.money(amount) })}</p>
      <Form name={id} files submit={t('settlement.claim')} hidden={{ frameworkId: id, month }}>
        <Field name="invoiceNo" label={t('payment.request.invoice')} />
        <Field
          name="invoiceFile"
          kind="file"
          accept=".pdf,.ofd,.png,.jpg,.jpeg"
          label={t('payment.request.file')}
        />
        <Field name="accountTail" kind="code" autoComplete="off" short label={t('payment.request.tail')} />
      </Form>
    </Section>
  )
}

export default function Settlements() {
  const t = useT()
  const f = useFormat()
  const { supplies, ready, claims } = useLoaderData<typeof loader>()
  return (
    <Page back={{ to: '/desk' }} title={t('settlement.title')} lead={t('settlement.lead')}>
      {supplies ? (
        <Section plain title={t('settlement.ready')}>
          {ready.length === 0 ? <Empty>{t('settlement.ready.none')}</Empty> : null}
          {ready.map((one) => (
            <Claim key={one.id} ready={one} />
          ))}
        </Section>
      ) : null}
      <Section plain title={t('settlement.all')}>
        {claims.length === 0 ? <Empty>{t('settlement.none')}</Empty> : null}
        <Matters
          matters={claims.map((c) => ({
            key: c.id,
            kind: c.refNo,
            title: t('settlement.of', { month: c.month, supplier: c.supplier }),
            to: `/desk/settlements/${c.id}`,
            left: f.money(c.amount),
            until: t(`settlement.state.${c.state}`),
            say: c.title,
          }))}
        />
      </Section>
    </Page>
  )
}
