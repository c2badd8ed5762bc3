import { useLoaderData } from '@remix-run/react'
import { ComplaintFacts } from '#app/components/bid/complaint-facts.tsx'
import { Note } from '#app/components/card.tsx'
import { Choices } from '#app/components/choices.tsx'
import { Countdown } from '#app/components/countdown.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { Page } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { formAction } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { fileComplaint } from '#domain/buy/challenge/file-complaint.ts'
import { complaintForm } from '#domain/buy/challenge/forms.ts'
import { readOwnComplaint } from '#domain/buy/challenge/read-complaint.ts'

export const handle = titled('complaint.title')
export const loader = pageLoader((ctx, { tenderId, challengeId }) =>
  readOwnComplaint(ctx, tenderId!, challengeId!),
)
export const action = formAction({
  form: complaintForm,
  run: (ctx, input, { challengeId }) => fileComplaint(ctx, { ...input, challengeId: challengeId! }),
  goTo: ({ tenderId, challengeId }) => `/tenders/${tenderId}/complaint/${challengeId}`,
})

export default function ComplaintPage() {
  const t = useT()
  const { call, challenge, clock, open, complaint } = useLoaderData<typeof loader>()
  return (
    <Page
      narrow
      back={{ to: `/tenders/${call.id}/challenge`, label: call.title }}
      eyebrow={t('complaint.of', { no: challenge.refNo })}
      title={t('complaint.title')}
      lead={t(clock ? 'complaint.until' : 'refusal.complaint-too-early')}
    >
      {clock && !complaint ? <Countdown clock={clock} /> : null}
      {complaint ? <ComplaintFacts complaint={complaint} /> : null}
      {complaint || open || !clock ? null : <Note kind="late">{t('refusal.complaint-window-over')}</Note>}
      {open ? (
        <Form submit={t('complaint.do')}>
          <Choices
            many
            name="points"
            legend={t('complaint.points')}
            hint={t('complaint.points.hint')}
            options={challenge.points.map((label, at) => ({ value: String(at), label }))}
          />
          <Field
            name="items"
            kind="long"
            rows={8}
            label={t('complaint.items')}
            hint={t('complaint.items.hint')}
          />
        </Form>
      ) : null}
    </Page>
  )
}
