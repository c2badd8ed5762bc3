import { useLoaderData } from '@remix-run/react'
import { Choices } from '#app/components/choices.tsx'
import { Form } from '#app/components/form.tsx'
import { Page } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { formAction } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { answerNegativeList } from '#domain/ask/need/edit-need.ts'
import { negativeListForm } from '#domain/ask/need/forms.ts'
import { negativeList } from '#domain/ask/need/negative-list.ts'
import { readForWriting } from '#domain/ask/need/read-need.ts'

export const handle = titled('negative.title')
export const loader = pageLoader(async (ctx, { id = '' }) => ({
  ...(await readForWriting(ctx, id)),
  list: negativeList,
}))
export const action = formAction({
  form: negativeListForm,
  run: (ctx, answers, { id = '' }) => answerNegativeList(ctx, { needId: id, answers }),
  goTo: ({ id }) => `/desk/needs/${id}`,
})

const said = (answer: boolean | undefined) => (answer === undefined ? [] : answer ? 'yes' : 'no')

export default function NegativeList() {
  const t = useT()
  const { need, list } = useLoaderData<typeof loader>()
  return (
    <Page
      narrow
      back={{ to: `/desk/needs/${need?.id}` }}
      eyebrow={need?.title}
      title={t('negative.title')}
      lead={t('negative.lead')}
    >
      <Form submit={t('need.save')}>
        {list.map(({ id, article }) => (
          <Choices
            key={id}
            name={id}
            legend={t(`negative.ask.${id}`)}
            hint={article}
            fallback={said(need?.negativeAnswers?.[id])}
            options={(['yes', 'no'] as const).map((value) => ({ value, label: t(`answer.${value}`) }))}
          />
        ))}
      </Form>
    </Page>
  )
}
