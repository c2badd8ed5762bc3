import { useLoaderData } from '@remix-run/react'
import { Note } from '#app/components/card.tsx'
import { ApplyFields } from '#app/components/care/apply-fields.tsx'
import { CareCriteria } from '#app/components/care/criteria.tsx'
import { Choices } from '#app/components/choices.tsx'
import { Form } from '#app/components/form.tsx'
import { Page } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { formAction } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { applyForCare } from '#domain/deliver/care/apply-care.ts'
import { applyPage } from '#domain/deliver/care/care-page.ts'
import { applyCareForm } from '#domain/deliver/care/forms.ts'

export const handle = titled('care.apply')
export const loader = pageLoader((ctx) => applyPage(ctx))
export const action = formAction({
  form: applyCareForm,
  run: (ctx, input) => applyForCare(ctx, input),
  goTo: ({ id }) => `/care/${id}`,
})

export default function Apply() {
  const t = useT()
  const { own, family, frameworks, criteria } = useLoaderData<typeof loader>()
  const kin = family.map(({ personId, name, relation }) => ({
    value: personId,
    label: t('order.whom.kin', { name, relation }),
  }))
  return (
    <Page
      narrow
      back={{ to: '/care', label: t('care.title') }}
      title={t('care.apply')}
      lead={t('care.apply.lead')}
    >
      <CareCriteria criteria={criteria} />
      {kin.length === 0 ? <Note>{t('order.whom.none')}</Note> : null}
      <Form submit={t('care.apply.do')}>
        <Choices
          name="personId"
          legend={t('order.whom')}
          fallback={kin[0]?.value ?? own}
          options={[...kin, { value: own, label: t('order.whom.self') }]}
        />
        <ApplyFields frameworks={frameworks} />
      </Form>
    </Page>
  )
}
