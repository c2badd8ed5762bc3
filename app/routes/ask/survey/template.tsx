import { useLoaderData } from '@remix-run/react'
import { QuestionRows } from '#app/components/ask/question-rows.tsx'
import { Acts, ButtonLink } from '#app/components/button.tsx'
import { Empty, Note } from '#app/components/card.tsx'
import { ExcelLink } from '#app/components/excel-link.tsx'
import { Form } from '#app/components/form.tsx'
import { Page } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { formActions, oneForm } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { copyTemplateForm, orderQuestionForm } from '#domain/ask/survey/forms.ts'
import { copyTemplate } from '#domain/ask/survey/make-template.ts'
import { readTemplate } from '#domain/ask/survey/template.ts'
import { orderQuestion } from '#domain/ask/survey/write-question.ts'

export const handle = titled<{ template: { title: string } }>((_t, data) => data.template.title)
export const loader = pageLoader((ctx, { id = '' }) => readTemplate(ctx, id))
export const action = formActions({
  order: oneForm({
    form: orderQuestionForm,
    run: (ctx, input, { id = '' }) => orderQuestion(ctx, { ...input, templateId: id }),
    goTo: ({ id }) => `/desk/templates/${id}`,
  }),
  copy: oneForm({
    form: copyTemplateForm,
    run: (ctx, _input, { id = '' }) => copyTemplate(ctx, { templateId: id }),
    goTo: ({ id }) => `/desk/templates/${id}`,
  }),
})

export default function Template() {
  const t = useT()
  const { template, fixed, makes } = useLoaderData<typeof loader>()
  const here = `/desk/templates/${template.id}`
  const writes = makes && !fixed
  return (
    <Page
      narrow
      back={{ to: '/desk/templates', label: t('template.title') }}
      eyebrow={t('template.version', { code: template.code, version: template.version })}
      title={template.title}
      lead={t('template.counts', { n: template.questions.length, least: template.minCell })}
    >
      {fixed ? <Note>{t('template.fixed.say')}</Note> : null}
      {template.questions.length === 0 ? <Empty>{t('template.empty')}</Empty> : null}
      <QuestionRows questions={template.questions} here={here} writes={writes} />
      <Acts>
        {writes ? <ButtonLink to={`${here}/questions/new`}>{t('question.add')}</ButtonLink> : null}
        {template.questions.length > 0 ? (
          <ButtonLink look="second" to={`${here}/preview`}>
            {t('template.preview')}
          </ButtonLink>
        ) : null}
      </Acts>
      <ExcelLink to={`${here}/questions.xlsx`} />
      {makes ? <Form name="copy" look="second" submit={t('template.copy')} /> : null}
    </Page>
  )
}
