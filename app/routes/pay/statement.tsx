import { useLoaderData } from '@remix-run/react'
import { Tick } from '#app/components/choices.tsx'
import { Links } from '#app/components/entry.tsx'
import { Form } from '#app/components/form.tsx'
import { Page } from '#app/components/page.tsx'
import { StatementFields } from '#app/components/pay/statement-fields.tsx'
import { titled } from '#app/components/shell/title.ts'
import { formAction } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { fileStatement, statementPage } from '#domain/deliver/payment/books/file-statement.ts'
import { statementForm } from '#domain/deliver/payment/books/forms.ts'

export const handle = titled<{ year: number }>((t, { year }) => t('statement.title', { year }))
export const loader = pageLoader((ctx, { year }) => statementPage(ctx, Number(year)))
export const action = formAction({
  form: statementForm,
  run: (ctx, { sure: _, ...said }, { year }) =>
    fileStatement(ctx, { ...said, partyId: ctx.actor.seat?.partyId ?? '', year: Number(year) }),
  goTo: ({ partyId, year }) => `/orgs/${partyId}/books?year=${year}`,
})

export default function StatementPage() {
  const t = useT()
  const { partyId, year, years, projects, before } = useLoaderData<typeof loader>()
  const others = years
    .filter((y) => y !== year)
    .map((y) => ({ to: `/desk/body/accounts/${y}`, label: t('statement.year', { year: y }) }))
  return (
    <Page
      narrow
      back={{ to: '/desk/body' }}
      eyebrow={t('books.title')}
      title={t('statement.title', { year })}
      lead={t('statement.lead')}
    >
      <Form submit={t('statement.do')}>
        <StatementFields projects={projects} before={before} />
        <div className="mt-8">
          <Tick name="sure">{t('statement.sure')}</Tick>
        </div>
      </Form>
      <Links links={[{ to: `/orgs/${partyId}/books?year=${year}`, label: t('books.see') }, ...others]} />
    </Page>
  )
}
