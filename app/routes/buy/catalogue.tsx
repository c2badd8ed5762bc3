import { useLoaderData } from '@remix-run/react'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { Page, Section } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { Table } from '#app/components/table.tsx'
import { formAction } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { categories } from '#db/vocabulary.ts'
import { catalogueForm } from '#domain/buy/plan/forms.ts'
import { cataloguePage, importCatalogue } from '#domain/buy/plan/import-catalogue.ts'

export const handle = titled('catalogue.title')
export const loader = pageLoader((ctx) => cataloguePage(ctx))
export const action = formAction({ form: catalogueForm, run: importCatalogue, goTo: () => '/catalogue' })

/** 指导性目录, of the district and of each street, for anybody to read; whoever keeps one imports rows. */
export default function Catalogue() {
  const t = useT()
  const { entries, today, imports } = useLoaderData<typeof loader>()
  const state = (e: (typeof entries)[number]) =>
    [
      `${e.version}`,
      e.until && e.until <= today ? t('catalogue.ended') : null,
      e.demo ? t('catalogue.demo') : null,
    ]
      .filter(Boolean)
      .join(' · ')
  return (
    <Page title={t('catalogue.title')} lead={t('catalogue.lead')}>
      <Table
        caption={t('catalogue.title')}
        captionHidden
        columns={[
          { head: t('catalogue.code') },
          { head: t('catalogue.name') },
          { head: t('catalogue.unit') },
          { head: t('catalogue.level') },
          { head: t('catalogue.version') },
          { head: t('catalogue.source') },
        ]}
        rows={entries.map((e) => ({
          key: e.id,
          cells: [
            e.code,
            e.name,
            e.unit ?? '',
            t(e.ownerId ? 'catalogue.level.street' : 'catalogue.level.district'),
            state(e),
            e.source,
          ],
        }))}
      />
      {imports ? (
        <Section title={t('catalogue.import')} aside={t('catalogue.import.aside')}>
          <Form submit={t('catalogue.do')}>
            <Field
              name="rows"
              kind="long"
              rows={8}
              label={t('catalogue.rows')}
              hint={t('catalogue.rows.hint', { codes: categories.join(' ') })}
            />
            <Field name="source" label={t('catalogue.source')} />
            <Field name="from" kind="date" label={t('catalogue.from')} fallback={today} />
          </Form>
        </Section>
      ) : null}
    </Page>
  )
}
