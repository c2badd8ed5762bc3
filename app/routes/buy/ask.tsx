import { useLoaderData } from '@remix-run/react'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { useFormat } from '#app/components/format.ts'
import { Page } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { formAction } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { askQuestion } from '#domain/buy/tender/ask-question.ts'
import { askForm } from '#domain/buy/tender/forms.ts'
import { tenderPage } from '#domain/buy/tender/tender-page.ts'
import { authorize } from '#domain/policy/index.ts'

export const handle = titled('question.ask')
export const loader = pageLoader(async (ctx, { tenderId }) => {
  const page = await tenderPage(ctx, tenderId!)
  authorize(ctx.actor, 'question.ask', { buyerId: page.tender.buyer.id })
  return page
})
export const action = formAction({
  form: askForm,
  run: (ctx, input, { tenderId }) => askQuestion(ctx, { ...input, tenderId: tenderId! }),
  goTo: (_done, { tenderId }) => `/tenders/${tenderId}#qa`,
})

export default function Ask() {
  const t = useT()
  const f = useFormat()
  const { tender } = useLoaderData<typeof loader>()
  return (
    <Page
      narrow
      back={{ to: `/tenders/${tender.id}#qa`, label: tender.title }}
      title={t('question.ask')}
      lead={t('question.ask.lead', { at: f.dateTime(tender.questionsClose) })}
    >
      <Form submit={t('question.send')}>
        <Field
          name="words"
          kind="long"
          rows={5}
          label={t('question.words')}
          hint={t('question.words.hint')}
          note={t('question.unseen')}
        />
      </Form>
    </Page>
  )
}
