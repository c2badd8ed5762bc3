import { useLoaderData } from '@remix-run/react'
import { ComplaintCopies, ComplaintFacts } from '#app/components/bid/complaint-facts.tsx'
import { RemedyChoices } from '#app/components/bid/remedy-choices.tsx'
import { FormDetails, Note } from '#app/components/card.tsx'
import { Facts } from '#app/components/check-answers.tsx'
import { Choices } from '#app/components/choices.tsx'
import { Links } from '#app/components/entry.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { Page, Section } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { formActions, formsOf } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { acceptComplaint, decideComplaint, resumePurchase } from '#domain/buy/challenge/decide-complaint.ts'
import { acceptForm, resumeForm, rulingStrictForm } from '#domain/buy/challenge/forms.ts'
import { readComplaint } from '#domain/buy/challenge/read-complaint.ts'

export const handle = titled('complaint.title')
export const loader = pageLoader((ctx, { complaintId }) => readComplaint(ctx, complaintId!))
const on = formsOf(
  ({ complaintId = '' }) => ({ complaintId }),
  ({ id }: { id: string }) => `/desk/complaints/${id}`,
)
export const action = formActions({
  accept: on(acceptForm, acceptComplaint),
  resume: on(resumeForm, resumePurchase),
  decide: on(rulingStrictForm, decideComplaint),
})

export default function ComplaintDesk() {
  const t = useT()
  const { complaint, copies, challenge, call, may, suspend, remedies } = useLoaderData<typeof loader>()
  return (
    <Page
      narrow
      back={{ to: '/desk' }}
      eyebrow={complaint.refNo}
      title={t('complaint.title')}
      lead={t('complaint.desk.lead', { by: challenge.by, tender: call.title })}
    >
      <ComplaintFacts complaint={complaint} />
      <ComplaintCopies copies={copies} />
      <Section title={t('complaint.of', { no: challenge.refNo })}>
        <Facts
          facts={[
            {
              term: t('challenge.items'),
              text: <span className="whitespace-pre-line">{challenge.items}</span>,
            },
            { term: t('challenge.reply'), text: challenge.reply ?? t('complaint.no-reply') },
          ]}
        />
      </Section>
      {may.accept ? (
        <Section title={t('complaint.accept')} aside={t('complaint.accept.hint')}>
          <Form name="accept" submit={t('complaint.accept')}>
            <Field
              name="days"
              kind="number"
              short
              fallback={String(suspend.most)}
              label={t('complaint.suspend')}
              hint={t('complaint.suspend.hint', { most: suspend.most, source: suspend.source })}
            />
          </Form>
        </Section>
      ) : null}
      {may.resume ? (
        <FormDetails form="resume" summary={t('complaint.resume')}>
          <Form name="resume" look="second" submit={t('complaint.resume')}>
            <Field name="ground" kind="long" rows={3} label={t('complaint.resume.why')} />
          </Form>
        </FormDetails>
      ) : null}
      {may.waits && !may.decide ? <Note>{t('refusal.sod-accepted-decides')}</Note> : null}
      {may.decide ? (
        <Section title={t('complaint.decide')}>
          {call.contracted ? <Note kind="wait">{t('complaint.contracted')}</Note> : null}
          <Form name="decide" submit={t('complaint.decide.do')}>
            <Choices
              name="outcome"
              legend={t('challenge.outcome')}
              options={(['dismissed', 'upheld'] as const).map((value) => ({
                value,
                label: t(`complaint.outcome.${value}`),
                note: t(`complaint.outcome.${value}.note`),
              }))}
            />
            <RemedyChoices offered={remedies} />
            <Field name="decision" kind="long" rows={8} label={t('complaint.decision')} />
          </Form>
        </Section>
      ) : null}
      <Links links={[{ to: `/tenders/${call.id}/result`, label: t('award.see-result') }]} />
    </Page>
  )
}
