import { useLoaderData } from '@remix-run/react'
import { Note } from '#app/components/card.tsx'
import { Facts } from '#app/components/check-answers.tsx'
import { TemplateClauses } from '#app/components/deliver/template-clauses.tsx'
import { useFormat } from '#app/components/format.ts'
import { Page, Section } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { templatePage } from '#domain/deliver/contract/template/template-page.ts'

export const handle = titled<{ version: number }>((t, data) =>
  t('contract-template.name', { n: data.version }),
)
export const loader = pageLoader((ctx, { templateId }) => templatePage(ctx, templateId!))

/** One version of the template in full: what it says, since when, and what it changed. */
export default function Template() {
  const t = useT()
  const f = useFormat()
  const page = useLoaderData<typeof loader>()
  return (
    <Page
      back={{ to: '/contract-templates', label: t('contract-template.title') }}
      eyebrow={page.id}
      title={t('contract-template.name', { n: page.version })}
    >
      <Facts
        facts={[
          { term: t('contract-template.from'), text: f.day(page.from) },
          { term: t('contract-template.basis'), text: page.basis },
          ...(page.ground ? [{ term: t('contract-template.ground'), text: page.ground }] : []),
          { term: t('contract.hash'), text: <span className="hash">{page.hash}</span> },
        ]}
      />
      <Section title={t('contract.clauses')}>
        <p className="quiet">{t('contract-template.marks')}</p>
        {page.gone.length > 0 ? (
          <Note>{t('contract-template.gone', { headings: page.gone.join(t('list.comma')) })}</Note>
        ) : null}
        <TemplateClauses clauses={page.clauses} routes={page.routes} />
      </Section>
    </Page>
  )
}
