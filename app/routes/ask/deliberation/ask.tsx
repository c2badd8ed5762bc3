import { useLoaderData } from '@remix-run/react'
import { ButtonLink } from '#app/components/button.tsx'
import { Note } from '#app/components/card.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { useFormat } from '#app/components/format.ts'
import { Page, Section } from '#app/components/page.tsx'
import { useSignIn } from '#app/components/shell/sign-in-link.ts'
import { titled } from '#app/components/shell/title.ts'
import { formAction } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { askQuestion } from '#domain/ask/deliberation/ask-question.ts'
import { questionForm } from '#domain/ask/deliberation/meeting-forms.ts'
import { readAsking } from '#domain/ask/deliberation/read-meeting.ts'

export const handle = titled('meeting.ask.title')
export const loader = pageLoader((ctx, { id = '' }) => readAsking(ctx, id))
export const action = formAction({
  form: questionForm,
  run: (ctx, input, { id = '' }) => askQuestion(ctx, { ...input, meetingId: id }),
  goTo: ({ id }) => `/meetings/${id}/ask`,
})

export default function Ask() {
  const signIn = useSignIn()
  const t = useT()
  const f = useFormat()
  const { meeting, asks, asksUntil, mine } = useLoaderData<typeof loader>()
  return (
    <Page
      narrow
      back={{ to: `/meetings/${meeting.id}`, label: meeting.title }}
      eyebrow={meeting.communityName}
      title={t('meeting.ask.title')}
      lead={asksUntil ? t('meeting.ask.lead', { date: f.dateTime(asksUntil) }) : t('meeting.ask.closed')}
    >
      {asks === 'may' ? (
        <Form submit={t('meeting.ask.submit')}>
          <Field name="words" kind="long" label={t('meeting.ask.words')} hint={t('meeting.ask.hint')} />
        </Form>
      ) : null}
      {asks === 'elsewhere' ? <Note kind="wait">{t('meeting.elsewhere')}</Note> : null}
      {asks === 'sign-in' ? (
        <>
          <Note>{t('meeting.sign-in')}</Note>
          <ButtonLink to={signIn}>{t('nav.sign-in')}</ButtonLink>
        </>
      ) : null}
      {mine.length > 0 ? (
        <Section title={t('meeting.ask.mine')}>
          <ul className="grid gap-2">
            {mine.map((q) => (
              <li key={q.key}>{q.words}</li>
            ))}
          </ul>
        </Section>
      ) : null}
    </Page>
  )
}
