import { useLoaderData } from '@remix-run/react'
import { Facts } from '#app/components/check-answers.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { useFormat } from '#app/components/format.ts'
import { Page } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { formAction } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { doneForm } from '#domain/ask/deliberation/meeting-forms.ts'
import { readStep } from '#domain/ask/deliberation/read-halls.ts'
import { doStep } from '#domain/ask/deliberation/resolve-meeting.ts'

export const handle = titled('meeting.step.do')
export const loader = pageLoader((ctx, { id = '', stepId = '' }) => readStep(ctx, id, stepId))
export const action = formAction({
  form: doneForm,
  run: (ctx, input, { id = '', stepId = '' }) => doStep(ctx, { ...input, meetingId: id, stepId }),
  goTo: () => '/desk',
})

export default function Step() {
  const t = useT()
  const f = useFormat()
  const { meeting, step, said } = useLoaderData<typeof loader>()
  return (
    <Page
      narrow
      back={{ to: '/desk' }}
      eyebrow={meeting.title}
      title={t('meeting.step.do')}
      lead={step.words}
    >
      <Facts
        facts={[
          { term: t('meeting.resolutions'), text: said },
          { term: t('meeting.step.dueOn'), text: f.date(step.dueOn) },
          ...(step.doneAt
            ? [
                {
                  term: t('meeting.step.how'),
                  text: t('meeting.step.done', { date: f.day(step.doneAt), words: step.done ?? '' }),
                },
              ]
            : []),
          {
            term: t('meeting.public'),
            text: <a href={`/meetings/${meeting.id}`}>{meeting.title}</a>,
          },
        ]}
      />
      {step.doneAt ? null : (
        <Form submit={t('meeting.step.finish')}>
          <Field name="done" kind="long" label={t('meeting.step.how')} />
        </Form>
      )}
    </Page>
  )
}
