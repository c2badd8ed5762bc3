import { useLoaderData } from '@remix-run/react'
import { Empty } from '#app/components/card.tsx'
import { Choices } from '#app/components/choices.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { Page } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { formAction } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { newCasePage } from '#domain/deliver/casework/case-page.ts'
import { openCaseForm } from '#domain/deliver/casework/forms.ts'
import { openCase } from '#domain/deliver/casework/keep-case.ts'

export const handle = titled('case.new')
export const loader = pageLoader((ctx, { contractId }) => newCasePage(ctx, contractId!))
export const action = formAction({
  form: openCaseForm,
  run: (ctx, words, { contractId }) => openCase(ctx, { ...words, contractId: contractId! }),
  goTo: ({ id }) => `/cases/${id}`,
})

export default function OpenCase() {
  const t = useT()
  const page = useLoaderData<typeof loader>()
  return (
    <Page
      narrow
      back={{ to: `/work/${page.id}`, label: page.title }}
      title={t('case.new')}
      lead={t('case.new.lead')}
    >
      {page.users.length === 0 ? (
        <Empty action={{ to: `/work/${page.id}/people`, label: t('people.title') }}>
          {t('case.new.none')}
        </Empty>
      ) : (
        <Form submit={t('case.new.do')}>
          <Choices
            name="serviceUserId"
            legend={t('case.who')}
            options={page.users.map(({ id, label }) => ({ value: id, label }))}
          />
          <Field name="goal" kind="long" label={t('case.goal')} />
        </Form>
      )}
    </Page>
  )
}
