import { useLoaderData } from '@remix-run/react'
import { Card, FormDetails } from '#app/components/card.tsx'
import { SubcontractFacts, SubcontractTag } from '#app/components/deliver/subcontract-list.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { useFormat } from '#app/components/format.ts'
import { Money } from '#app/components/money.tsx'
import { Page, Section } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { Table } from '#app/components/table.tsx'
import { formActions, oneForm } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import {
  consentSubcontract,
  declineSubcontract,
} from '#domain/deliver/contract/subcontract/decide-subcontract.ts'
import { onwardForm, subcontractDecisionForm } from '#domain/deliver/contract/subcontract/forms.ts'
import { registerOnward } from '#domain/deliver/contract/subcontract/register-onward.ts'
import { subcontractPage } from '#domain/deliver/contract/subcontract/subcontract-page.ts'

export const handle = titled('subcontract.title')
export const loader = pageLoader((ctx, { contractId, subcontractId }) =>
  subcontractPage(ctx, contractId!, subcontractId!),
)

const goTo = ({ id, contractId }: { id: string; contractId: string }) =>
  `/work/${contractId}/subcontracts/${id}`
const decide = (run: typeof consentSubcontract) =>
  oneForm({
    form: subcontractDecisionForm,
    run: (ctx, said, { subcontractId }) => run(ctx, { ...said, subcontractId: subcontractId! }),
    goTo,
  })
export const action = formActions({
  consent: decide(consentSubcontract),
  decline: decide(declineSubcontract),
  onward: oneForm({
    form: onwardForm,
    run: (ctx, paid, { subcontractId }) => registerOnward(ctx, { ...paid, subcontractId: subcontractId! }),
    goTo,
  }),
})

type Shown = ReturnType<typeof useLoaderData<typeof loader>>
/** 转付: what the supplier paid on, and the form of who registers it. */
const Onward = ({ payments, mayRegister }: Pick<Shown, 'payments' | 'mayRegister'>) => {
  const t = useT()
  const f = useFormat()
  return (
    <Section title={t('subcontract.onward')}>
      {payments.length === 0 ? (
        <p className="quiet">{t('subcontract.onward.none')}</p>
      ) : (
        <Table
          caption={t('subcontract.onward')}
          captionHidden
          columns={[
            { head: t('subcontract.receipt') },
            { head: t('subcontract.paid-on') },
            { head: t('milestone.price'), money: true },
          ]}
          rows={payments.map((p) => ({
            key: p.id,
            cells: [p.receiptNo, f.day(p.paidOn), <Money key="m" fen={p.amount} />],
          }))}
        />
      )}
      {mayRegister ? (
        <Form name="onward" submit={t('subcontract.onward.submit')}>
          <Field name="amount" kind="money" label={t('milestone.price')} />
          <Field name="paidOn" kind="date" label={t('subcontract.paid-on')} />
          <Field name="receiptNo" label={t('subcontract.receipt')} />
        </Form>
      ) : null}
    </Section>
  )
}

export default function Subcontract() {
  const t = useT()
  const { one, contract, acts, payments, mayRegister } = useLoaderData<typeof loader>()
  return (
    <Page
      narrow
      back={{ to: `/work/${contract.id}`, label: contract.title }}
      eyebrow={one.refNo}
      title={t('subcontract.title')}
      lead={<SubcontractTag state={one.state} />}
    >
      <div className="mb-6">
        <SubcontractFacts one={one} />
      </div>
      {acts.includes('consent') ? (
        <Card board title={t('subcontract.consent.title')}>
          <p>{t('subcontract.consent.says')}</p>
          <Form name="consent" submit={t('subcontract.consent.submit')}>
            <Field name="decision" kind="long" rows={3} label={t('subcontract.decision')} />
          </Form>
        </Card>
      ) : null}
      {acts.includes('decline') ? (
        <FormDetails form="decline" summary={t('subcontract.decline.title')}>
          <Form name="decline" submit={t('subcontract.decline.submit')} look="danger">
            <Field name="decision" kind="long" rows={3} label={t('subcontract.decision')} />
          </Form>
        </FormDetails>
      ) : null}
      {one.state === 'consented' ? <Onward payments={payments} mayRegister={mayRegister} /> : null}
    </Page>
  )
}
