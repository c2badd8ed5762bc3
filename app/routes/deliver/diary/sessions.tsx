import { useLoaderData } from '@remix-run/react'
import { Empty } from '#app/components/card.tsx'
import { Choices } from '#app/components/choices.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { useFormat } from '#app/components/format.ts'
import { Matters } from '#app/components/matters.tsx'
import { Page, Section } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { formAction } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { sessionForm, sessionKinds } from '#domain/deliver/diary/forms.ts'
import { planSession } from '#domain/deliver/diary/hold-session.ts'
import { sessionsPage } from '#domain/deliver/diary/session-page.ts'

export const handle = titled('session.title')
export const loader = pageLoader((ctx, { contractId }) => sessionsPage(ctx, contractId!))
export const action = formAction({
  form: sessionForm,
  run: (ctx, words, { contractId }) => planSession(ctx, { ...words, contractId: contractId! }),
  goTo: ({ id, contractId }) => `/work/${contractId}/sessions/${id}`,
})

const Plan = ({ today }: { today: string }) => {
  const t = useT()
  return (
    <Form submit={t('session.plan.do')}>
      <Choices
        name="kind"
        legend={t('diary.kind')}
        fallback="activity"
        options={sessionKinds.map((kind) => ({ value: kind, label: t(`diary.kind.${kind}`) }))}
      />
      <Field name="title" label={t('diary.what')} hint={t('session.title.hint')} />
      <Field name="place" label={t('session.place')} />
      <Field name="heldOn" kind="date" label={t('diary.held-on')} fallback={today} />
    </Form>
  )
}

export default function Sessions() {
  const t = useT()
  const f = useFormat()
  const { id, title, today, runs, sessions } = useLoaderData<typeof loader>()
  return (
    <Page
      back={{ to: `/work/${id}/diary`, label: t('diary.title') }}
      eyebrow={title}
      title={t('session.title')}
      lead={t('session.lead')}
    >
      {sessions.length === 0 ? <Empty>{t('session.none')}</Empty> : null}
      <Matters
        matters={sessions.map((s) => ({
          key: s.id,
          kind: s.place,
          title: s.title,
          to: `/work/${id}/sessions/${s.id}`,
          left: t('session.came.n', { n: s.n }),
          until: f.day(s.heldOn),
          say: t(s.recorded ? 'session.recorded' : 'session.open'),
        }))}
      />
      {runs ? (
        <Section plain title={t('session.plan')}>
          <Plan today={today} />
        </Section>
      ) : null}
    </Page>
  )
}
