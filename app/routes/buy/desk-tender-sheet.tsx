import { useLoaderData } from '@remix-run/react'
import { CriteriaFields } from '#app/components/buy/criteria-fields.tsx'
import { Note } from '#app/components/card.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { useFormat } from '#app/components/format.ts'
import { Page } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { formAction } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { draftCriteriaChange } from '#domain/buy/tender/change-criteria.ts'
import { criteriaChangeForm } from '#domain/buy/tender/forms.ts'
import { tenderDesk } from '#domain/buy/tender/tender-desk.ts'
import { authorize } from '#domain/policy/index.ts'

export const handle = titled('amendment.sheet')
export const loader = pageLoader(async (ctx, { tenderId }) => {
  const page = await tenderDesk(ctx, tenderId!)
  authorize(ctx.actor, 'amendment.draft', page.tender)
  return page
})
export const action = formAction({
  form: criteriaChangeForm,
  run: (ctx, input, { tenderId }) => draftCriteriaChange(ctx, { ...input, tenderId: tenderId! }),
  goTo: (_done, { tenderId }) => `/desk/tenders/${tenderId}`,
})

export default function ChangeSheet() {
  const t = useT()
  const f = useFormat()
  const { tender, earliestChange } = useLoaderData<typeof loader>()
  const { noPrice, priceMin, priceMax } = tender.method
  const rule = noPrice
    ? t('criteria.rule.grant')
    : t('criteria.rule', { min: priceMin ?? 0, max: priceMax ?? 100 })
  return (
    <Page
      narrow
      back={{ to: `/desk/tenders/${tender.id}`, label: tender.title }}
      title={t('amendment.sheet')}
      lead={rule}
    >
      <Note kind="wait">{t('amendment.sheet.material')}</Note>
      <Form submit={t('amendment.save')}>
        <CriteriaFields criteria={tender.criteria} />
        <Field name="reason" kind="long" rows={2} label={t('amendment.why')} />
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
