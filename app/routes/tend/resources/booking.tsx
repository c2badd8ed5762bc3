import { useLoaderData } from '@remix-run/react'
import { FormDetails, Note } from '#app/components/card.tsx'
import { Facts } from '#app/components/check-answers.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { useFormat } from '#app/components/format.ts'
import { Page } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { Tag } from '#app/components/tag.tsx'
import { useSlots } from '#app/components/tend/slot-words.ts'
import { formActions, formsOf } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import {
  cancelBooking,
  lendBooking,
  refuseBooking,
  returnBooking,
} from '#domain/tend/resources/carry-booking.ts'
import { emptyForm, refuseBookingForm, returnBookingForm } from '#domain/tend/resources/forms.ts'
import { bookingPage } from '#domain/tend/resources/resource-pages.ts'

export const handle = titled<{ booking: { refNo: string } }>((t, { booking }) =>
  t('booking.title', { no: booking.refNo }),
)
export const loader = pageLoader((ctx, { bookingId }) => bookingPage(ctx, bookingId!))
const on = formsOf(
  ({ bookingId = '' }) => ({ bookingId }),
  ({ id }: { id: string }) => `/bookings/${id}`,
)
export const action = formActions({
  lend: on(emptyForm, lendBooking),
  cancel: on(emptyForm, cancelBooking),
  refuse: on(refuseBookingForm, refuseBooking),
  back: on(returnBookingForm, returnBooking),
})

const kinds = { asked: 'wait', lent: 'live', refused: 'late', cancelled: 'plain', returned: 'done' } as const

/** One booking: what, when, by whom, and what is to be done. */
export default function Booking() {
  const t = useT()
  const f = useFormat()
  const slots = useSlots()
  const { booking: b, resource, by, overdue, acts } = useLoaderData<typeof loader>()
  return (
    <Page
      narrow
      back={{ to: `/resources/${resource.id}`, label: resource.name }}
      eyebrow={b.refNo}
      title={resource.name}
      lead={<Tag kind={kinds[b.state]}>{t(`booking.state.${b.state}`)}</Tag>}
    >
      {overdue ? <Note kind="late">{t('booking.overdue')}</Note> : null}
      {b.reason ? <Note kind="wait">{t('booking.reason', { reason: b.reason })}</Note> : null}
      <Facts
        facts={[
          { term: t('booking.when'), text: slots(b.first, b.last) },
          { term: t('booking.purpose'), text: b.purpose },
          { term: t('booking.by'), text: by },
          { term: t('resource.owner'), text: resource.owner },
          ...(b.returnedAt
            ? [{ term: t('booking.returned'), text: `${f.dateTime(b.returnedAt)} · ${b.condition}` }]
            : []),
        ]}
      />
      <div className="mt-6 grid gap-4">
        {acts.lend ? <Form name="lend" submit={t('booking.lend')} /> : null}
        {acts.return ? (
          <Form name="back" submit={t('booking.return')}>
            <Field name="condition" label={t('booking.condition')} hint={t('booking.condition.hint')} />
          </Form>
        ) : null}
        {acts.refuse ? (
          <FormDetails form="refuse" summary={t('booking.refuse')}>
            <Form name="refuse" look="second" submit={t('booking.refuse')}>
              <Field name="reason" kind="long" rows={2} label={t('booking.refuse.reason')} />
            </Form>
          </FormDetails>
        ) : null}
        {acts.cancel ? <Form name="cancel" look="second" submit={t('booking.cancel')} /> : null}
      </div>
    </Page>
  )
}
