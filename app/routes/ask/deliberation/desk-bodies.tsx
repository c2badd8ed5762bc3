import { useLoaderData } from '@remix-run/react'
import { RuleTable, useRuleName } from '#app/components/ask/hall/rule-table.tsx'
import { Details, Empty } from '#app/components/card.tsx'
import { Choices } from '#app/components/choices.tsx'
import { Links } from '#app/components/entry.tsx'
import { ExcelLink } from '#app/components/excel-link.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { Page, Section } from '#app/components/page.tsx'
import { Rows } from '#app/components/rows.tsx'
import { titled } from '#app/components/shell/title.ts'
import { formAction } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { openBodyForm } from '#domain/ask/deliberation/forms.ts'
import { openBody } from '#domain/ask/deliberation/keep-body.ts'
import { readHalls } from '#domain/ask/deliberation/read-halls.ts'

export const handle = titled('hall.bodies')
export const loader = pageLoader((ctx) => readHalls(ctx))
export const action = formAction({
  form: openBodyForm,
  run: openBody,
  goTo: ({ id }) => `/desk/meetings/bodies/${id}`,
})

export default function Bodies() {
  const t = useT()
  const name = useRuleName()
  const { community, rules, halls, keeps, revises } = useLoaderData<typeof loader>()
  return (
    <Page
      back={{ to: '/desk/meetings', label: t('hall.title') }}
      eyebrow={community}
      title={t('hall.bodies')}
      lead={t('hall.bodies.lead')}
    >
      {halls.length === 0 ? (
        <Empty>{t('hall.bodies.none')}</Empty>
      ) : (
        <Rows
          rows={halls.map((b) => ({
            key: b.id,
            title: b.name,
            to: `/desk/meetings/bodies/${b.id}`,
            of: b.members || b.size ? t('hall.bodies.n', { n: b.size ?? b.members }) : t('hall.bodies.empty'),
          }))}
        />
      )}
      <ExcelLink to="/desk/meetings/bodies.xlsx" />
      {keeps ? (
        <Section title={t('hall.body.new')}>
          <Form submit={t('hall.body.submit')}>
            <Choices
              name="ruleCode"
              legend={t('hall.body.kind')}
              options={rules.map((r) => ({ value: r.code, label: name(r), note: r.composition }))}
            />
            <Field name="name" label={t('hall.body.name')} hint={t('hall.body.name.hint')} />
          </Form>
        </Section>
      ) : null}
      <Section title={t('hall.rules')}>
        {rules.map((r) => (
          <Details key={r.id} summary={name(r)}>
            <RuleTable rule={r} />
            {revises ? (
              <Links links={[{ to: `/desk/meetings/rules/${r.code}`, label: t('hall.rule.revise') }]} />
            ) : null}
          </Details>
        ))}
      </Section>
    </Page>
  )
}
