import { useLoaderData } from '@remix-run/react'
import { CriteriaFields } from '#app/components/buy/criteria-fields.tsx'
import { Form } from '#app/components/form.tsx'
import { Page } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { formAction } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { setCriteria } from '#domain/buy/tender/edit-tender.ts'
import { criteriaForm } from '#domain/buy/tender/forms.ts'
import { tenderDesk } from '#domain/buy/tender/tender-desk.ts'
import { authorize } from '#domain/policy/index.ts'

export const handle = titled('criteria.title')
export const loader = pageLoader(async (ctx, { tenderId }) => {
  const page = await tenderDesk(ctx, tenderId!)
  authorize(ctx.actor, 'tender.edit', page.tender)
  return page
})
export const action = formAction({
  form: criteriaForm,
  run: (ctx, input, { tenderId }) => setCriteria(ctx, { ...input, tenderId: tenderId! }),
  goTo: ({ id }) => `/desk/tenders/${id}`,
})

export default function Criteria() {
  const t = useT()
  const { tender } = useLoaderData<typeof loader>()
  const { noPrice, priceMin, priceMax } = tender.method
  const rule = noPrice
    ? t('criteria.rule.grant')
    : t('criteria.rule', { min: priceMin ?? 0, max: priceMax ?? 100 })
  return (
    <Page
      narrow
      back={{ to: `/desk/tenders/${tender.id}`, label: tender.title }}
      title={t('criteria.title')}
      lead={rule}
    >
      <Form submit={t('criteria.save')}>
        <CriteriaFields criteria={tender.criteria} />
      </Form>
    </Page>
  )
}
