import { useLoaderData } from '@remix-run/react'
import { Lines } from '#app/components/buy/tender-facts.tsx'
import { Details } from '#app/components/card.tsx'
import { Choices, Tick } from '#app/components/choices.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { useFormat } from '#app/components/format.ts'
import { Page } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { formAction } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { draftAmendment } from '#domain/buy/tender/draft-amendment.ts'
import { amendmentForm } from '#domain/buy/tender/forms.ts'
import { tenderDesk } from '#domain/buy/tender/tender-desk.ts'
import { authorize } from '#domain/policy/index.ts'

export const handle = titled('amendment.new')
export const loader = pageLoader(async (ctx, { tenderId }) => {
  const page = await tenderDesk(ctx, tenderId!)
  authorize(ctx.actor, 'amendment.draft', page.tender)
  return page
})
export const action = formAction({
  form: amendmentForm,
  run: (ctx, input, { tenderId }) => draftAmendment(ctx, { ...input, tenderId: tenderId! }),
  goTo: (_done, { tenderId }) => `/desk/tenders/${tenderId}`,
})
const fields = ['requirement', 'qualification', 'ceiling', 'deadline'] as const

export default function Amend() {
  const t = useT()
  const f = useFormat()
  const { tender, earliestChange } = useLoaderData<typeof loader>()
  return (
    <Page
      narrow
      back={{ to: `/desk/tenders/${tender.id}`, label: tender.title }}
      title={t('amendment.new')}
      lead={t('amendment.new.lead')}
    >
      <Details summary={t('tender.requirement')}>
        <Lines words={tender.requirement} />
        <Lines words={tender.qualification.join('\n')} />
      </Details>
      <Form submit={t('amendment.save')}>
        <Choices
          name="field"
          legend={t('amendment.field')}
          options={fields.map((field) => ({
            value: field,
            label: t(`amendment.field.${field}`),
            note: t(`amendment.field.${field}.hint`),
          }))}
        />
        <Field
          name="was"
          kind="long"
          rows={2}
          optional
          label={t('amendment.was.label')}
          hint={t('amendment.was.hint')}
        />
        <Field
          name="now"
          kind="long"
          rows={2}
          optional
          label={t('amendment.now.label')}
          hint={t('amendment.now.hint')}
        />
        <Field name="reason" kind="long" rows={2} label={t('amendment.why')} />
        <Tick name="material">{t('amendment.material')}</Tick>
        <p className="small quiet">{t('amendment.material.rule')}</p>
        <Field
          name="newDeadline"
          kind="datetime"
          optional
          label={t('amendment.new-deadline')}
          hint={t('amendment.new-deadline.hint', {
            now: f.dateTime(tender.deadline),
            earliest: f.date(earliestChange),
          })}
        />
      </Form>
    </Page>
  )
}
