import { useLoaderData } from '@remix-run/react'
import { FormDetails } from '#app/components/card.tsx'
import { Facts } from '#app/components/check-answers.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { Page } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { formActions, oneForm } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { confirmSeat, declineSeat } from '#domain/who/seat/confirm-seat.ts'
import { confirmSeatForm } from '#domain/who/seat/forms.ts'
import { seatToConfirm } from '#domain/who/seat/seats-to-confirm.ts'

export const handle = titled('confirm.one')

export const loader = pageLoader((ctx, { seatId }) => seatToConfirm(ctx, seatId!))

const goTo = () => '/desk/confirmations'
export const action = formActions({
  confirm: oneForm({ form: confirmSeatForm, run: confirmSeat, goTo }),
  decline: oneForm({ form: confirmSeatForm, run: declineSeat, goTo }),
})

export default function Confirmation() {
  const t = useT()
  const { id, name, role, party, from, to, ground, by } = useLoaderData<typeof loader>()
  const facts = [
    { term: t('seats.person'), text: name },
    { term: t('seats.role'), text: t(`role.${role}`) },
    { term: t('seats.party'), text: party },
    { term: t('confirm.days'), text: `${from} — ${to ?? t('seats.still')}` },
    { term: t('seats.ground'), text: ground },
    { term: t('confirm.by'), text: by ?? t('me.none') },
  ]
  return (
    <Page narrow back={{ to: '/desk/confirmations' }} title={t('confirm.one')} lead={t('confirm.lead')}>
      <Facts facts={facts} />
      <Form name="confirm" hidden={{ seatId: id }} submit={t('confirm.submit')}>
        <Field name="ground" kind="text" label={t('confirm.ground')} hint={t('confirm.ground.hint')} />
      </Form>
      <FormDetails form="decline" summary={t('confirm.decline')}>
        <Form name="decline" hidden={{ seatId: id }} submit={t('confirm.decline')} look="danger">
          <Field name="ground" kind="text" label={t('confirm.why-not')} />
        </Form>
      </FormDetails>
    </Page>
  )
}
