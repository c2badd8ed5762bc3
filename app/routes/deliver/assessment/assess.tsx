import { useLoaderData } from '@remix-run/react'
import { Note } from '#app/components/card.tsx'
import { Facts } from '#app/components/check-answers.tsx'
import { AssessmentSheet, GradeRule, itemWords } from '#app/components/deliver/assessment-sheet.tsx'
import { Links } from '#app/components/entry.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { useFormat } from '#app/components/format.ts'
import { Page, Section } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { formActions, formsOf } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useLang, useT } from '#app/i18n/use-t.ts'
import { nothingForm } from '#domain/deliver/contract/forms.ts'
import { declareClear, giveScore, recuseAssessor } from '#domain/deliver/supervision/assessment/assess.ts'
import { assessorPage } from '#domain/deliver/supervision/assessment/assessment-page.ts'
import { recuseForm, scoreForm } from '#domain/deliver/supervision/assessment/forms.ts'

export const handle = titled('assessment.assess.title')
export const loader = pageLoader((ctx, { assessmentId }) => assessorPage(ctx, assessmentId!))
const on = formsOf(
  ({ assessmentId = '' }) => ({ assessmentId }),
  ({ id }: { id: string }) => `/panel/assessments/${id}`,
)
export const action = formActions({
  declare: on(nothingForm, declareClear),
  recuse: on(recuseForm, recuseAssessor, { goTo: () => '/desk' }),
  score: on(scoreForm, giveScore),
})

export default function Assess() {
  const t = useT()
  const f = useFormat()
  const lang = useLang()
  const { mine, signs, ...a } = useLoaderData<typeof loader>()
  const percent = (n: number) => f.percent(n / 100)
  const may = mine.state === 'drawn' || mine.state === 'clear'
  return (
    <Page
      narrow
      back={{ to: '/desk' }}
      eyebrow={t(`assessment.kind.${a.kind}`)}
      title={a.title}
      lead={t(`assessment.assess.${mine.state}`, { supplier: a.supplier })}
    >
      {signs ? (
        <Section title={t('assessment.figures')}>
          <Facts
            facts={[
              { term: t('assessment.done'), text: percent(signs.done) },
              { term: t('assessment.paid'), text: percent(signs.paid) },
              { term: t('assessment.findings'), text: f.number(signs.findings) },
              {
                term: t('assessment.rating'),
                text:
                  signs.rating === null
                    ? t('assessment.rating.none')
                    : t('assessment.rating.of', { mean: signs.rating, n: signs.raters }),
              },
            ]}
          />
          <Links links={[{ to: `/projects/${a.planId}`, label: t('contract.project') }]} />
        </Section>
      ) : null}
      {mine.state === 'drawn' ? (
        <Form name="declare" submit={t('assessment.declare.submit')}>
          <p>{t('assessment.declare.words', { supplier: a.supplier })}</p>
        </Form>
      ) : null}
      {mine.state === 'clear' ? (
        <Form name="score" submit={t('assessment.score.submit')}>
          {a.items.map((item, at) => (
            <div key={item.code} className="field">
              <input type="hidden" name={`scores[${at}].code`} value={item.code} />
              <Field
                name={`scores[${at}].points`}
                kind="number"
                short
                label={itemWords(item, lang)}
                hint={t('assessment.points.hint', { max: item.max })}
              />
            </div>
          ))}
          <Field
            name="words"
            kind="long"
            rows={4}
            label={t('assessment.words')}
            hint={t('assessment.words.hint')}
          />
        </Form>
      ) : null}
      {mine.state === 'scored' ? (
        <Note kind="done">{t('assessment.scored', { total: mine.total ?? 0 })}</Note>
      ) : null}
      {may ? (
        <Section title={t('assessment.recuse.title')}>
          <Form name="recuse" look="second" submit={t('assessment.recuse.submit')}>
            <Field name="reason" kind="long" rows={2} label={t('assessment.recuse.reason')} />
          </Form>
        </Section>
      ) : null}
      <Section title={t('assessment.sheet')}>
        <AssessmentSheet items={a.items} />
        <GradeRule grades={a.grades} source={a.source} />
      </Section>
    </Page>
  )
}
