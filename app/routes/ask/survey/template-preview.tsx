import { useLoaderData } from '@remix-run/react'
import { SurveyField } from '#app/components/ask/survey-question.tsx'
import { Note } from '#app/components/card.tsx'
import { Page } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { readPreview } from '#domain/ask/survey/template.ts'

export const handle = titled('template.preview')
export const loader = pageLoader((ctx, { id = '' }) => readPreview(ctx, id))

export default function Preview() {
  const t = useT()
  const { template, questions } = useLoaderData<typeof loader>()
  return (
    <Page
      narrow
      back={{ to: `/desk/templates/${template.id}`, label: t('template.title') }}
      eyebrow={t('template.preview')}
      title={template.title}
    >
      <Note kind="wait">{t('template.preview.lead')}</Note>
      {questions.map((question, at) => (
        <SurveyField key={question.id} question={question} at={at} />
      ))}
    </Page>
  )
}
