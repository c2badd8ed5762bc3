import { useLoaderData } from '@remix-run/react'
import { Choices } from '#app/components/choices.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { Page, Section } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { formAction } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { appraisalForm, draftAppraisal } from '#domain/rate/appraisal/draft-appraisal.ts'
import { appraisalDesk } from '#domain/rate/appraisal/read-appraisals.ts'

export const handle = titled('appraisal.title')
export const loader = pageLoader((ctx, _, url) => appraisalDesk(ctx, url.searchParams.get('year')))
export const action = formAction({
  form: appraisalForm,
  run: draftAppraisal,
  goTo: ({ id }) => `/desk/rounds/${id}`,
})

const NewForm = ({ year }: { year: number }) => {
  const t = useT()
  return (
    <Form submit={t('appraisal.submit')} hidden={{ year: String(year) }}>
      <Field name="name" label={t('appraisal.name')} fallback={t('appraisal.name.usual')} />
      <Field
        name="electorate"
        label={t('round.form.electorate')}
        fallback={t('round.form.electorate.usual')}
      />
      <Choices
        name="unit"
        legend={t('round.form.unit')}
        options={(['household', 'person'] as const).map((value) => ({
          value,
          label: t(`round.form.unit.${value}`),
        }))}
        fallback="household"
      />
      <Field name="opensOn" kind="date" label={t('round.form.opens')} hint={t('round.form.opens.hint')} />
      <Field name="closesOn" kind="date" label={t('round.form.closes')} hint={t('round.form.closes.hint')} />
    </Form>
  )
}

/** 发起年度评议 */
export default function NewAppraisal() {
  const t = useT()
  const { year, years, delivered, begun } = useLoaderData<typeof loader>()
  return (
    <Page
      narrow
      back={{ to: '/desk/rounds', label: t('rounds.title') }}
      title={t('appraisal.new')}
      lead={t('appraisal.new.lead')}
    >
      {begun.length > 0 ? (
        <Section title={t('appraisal.running')}>
          <ul>
            {begun.map((b) => (
              <li key={b.id}>
                <a className="hit" href={`/desk/rounds/${b.roundId}`}>
                  {b.year} {b.name}
                </a>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      <nav aria-label={t('appraisal.year')} className="links">
        {years.map((y) => (
          <a key={y} className="hit" aria-current={y === year ? 'page' : undefined} href={`?year=${y}`}>
            {y}
          </a>
        ))}
      </nav>
      <Section title={t('appraisal.delivered', { year })} aside={String(delivered.length)}>
        {delivered.length === 0 ? (
          <p className="quiet">{t('appraisal.delivered.none', { year })}</p>
        ) : (
          <ul>
            {delivered.map((c) => (
              <li key={c.id}>
                {c.title}（{c.supplier}）
              </li>
            ))}
          </ul>
        )}
      </Section>
      {delivered.length > 0 ? <NewForm year={year} /> : null}
    </Page>
  )
}
