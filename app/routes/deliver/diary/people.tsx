import { useLoaderData } from '@remix-run/react'
import { Empty, Note } from '#app/components/card.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { Page, Section } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { Table } from '#app/components/table.tsx'
import { formAction } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { addServiceUser } from '#domain/deliver/diary/add-service-user.ts'
import { peoplePage } from '#domain/deliver/diary/diary-page.ts'
import { serviceUserForm } from '#domain/deliver/diary/forms.ts'

export const handle = titled('people.title')
export const loader = pageLoader((ctx, { contractId }) => peoplePage(ctx, contractId!))
export const action = formAction({
  form: serviceUserForm,
  run: (ctx, words, { contractId }) => addServiceUser(ctx, { ...words, contractId: contractId! }),
  goTo: ({ contractId }) => `/work/${contractId}/people`,
})

export default function People() {
  const t = useT()
  const page = useLoaderData<typeof loader>()
  return (
    <Page
      narrow
      back={{ to: `/work/${page.id}`, label: page.title }}
      title={t('people.title')}
      lead={t('people.lead')}
    >
      <Note>
        {t('people.private')} {page.users.some(({ code }) => code) ? t('people.code.hint') : null}
      </Note>
      {page.users.length === 0 ? (
        <Empty>{t('people.none')}</Empty>
      ) : (
        <Table
          caption={t('people.count', { n: page.users.length })}
          columns={[
            { head: t('people.label') },
            { head: t('people.linked') },
            ...(page.users.some(({ code }) => code) ? [{ head: t('people.code') }] : []),
          ]}
          rows={page.users.map((u) => ({
            key: u.id,
            cells: [
              u.label,
              t(u.linked ? 'people.linked.yes' : 'people.linked.no'),
              <span key="code" className="num">
                {u.code}
              </span>,
            ],
          }))}
        />
      )}
      {page.mayAdd ? (
        <Section title={t('people.add')}>
          <Form submit={t('people.add.submit')}>
            <Field name="label" short label={t('people.label')} hint={t('people.label.hint')} />
            <Field
              name="phone"
              kind="phone"
              label={t('people.phone')}
              hint={t('people.phone.hint')}
              optional
            />
          </Form>
        </Section>
      ) : null}
    </Page>
  )
}
