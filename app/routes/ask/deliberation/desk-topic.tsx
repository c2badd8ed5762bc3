import { useLoaderData } from '@remix-run/react'
import { Acts, ButtonLink } from '#app/components/button.tsx'
import { Note } from '#app/components/card.tsx'
import { Facts } from '#app/components/check-answers.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { useFormat } from '#app/components/format.ts'
import { Page, Section } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { formActions, oneForm } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { postTopicForm, reasonForm } from '#domain/ask/deliberation/forms.ts'
import { declineTopic, postTopic } from '#domain/ask/deliberation/post-topic.ts'
import { readDeskTopic } from '#domain/ask/deliberation/read-halls.ts'

export const handle = titled<{ topic: { title: string } }>((_t, data) => data.topic.title)
export const loader = pageLoader((ctx, { id = '' }) => readDeskTopic(ctx, id))
const goTo = ({ id }: { id: string }) => `/desk/meetings/topics/${id}`
export const action = formActions({
  post: oneForm({
    form: postTopicForm,
    run: (ctx, input, { id = '' }) => postTopic(ctx, { ...input, topicId: id }),
    goTo,
  }),
  decline: oneForm({
    form: reasonForm,
    run: (ctx, input, { id = '' }) => declineTopic(ctx, { ...input, topicId: id }),
    goTo,
  }),
})

export default function DeskTopic() {
  const t = useT()
  const f = useFormat()
  const { topic, behind, threshold, posts, declines } = useLoaderData<typeof loader>()
  const { least, num, den } = threshold
  const must = least !== null && behind >= least
  return (
    <Page
      narrow
      back={{ to: '/desk/meetings', label: t('hall.title') }}
      eyebrow={`${topic.refNo} ${t(`hall.topic.source.${topic.source}`)}`}
      title={topic.title}
      lead={t(`hall.topic.state.${topic.state}`)}
    >
      <p className="whitespace-pre-line">{topic.words}</p>
      <Facts
        facts={[
          {
            term: t('hall.topic.behind'),
            text: [
              t('hall.behind', { n: behind }),
              ...(least ? [t('hall.topic.threshold', { n: least, num: num ?? 0, den: den ?? 0 })] : []),
            ].join(t('ask.comma')),
          },
          ...(topic.state === 'proposed' ? [{ term: t('hall.topic.by'), text: f.end(topic.dueAt) }] : []),
          ...(topic.state === 'declined' ? [{ term: t('hall.topic.reason'), text: topic.reason }] : []),
        ]}
      />
      {must ? <Note kind="late">{t('refusal.topic-must-be-called')}</Note> : null}
      {topic.state === 'posted' && posts ? (
        <Acts>
          <ButtonLink to={`/desk/meetings/new?topic=${topic.id}`}>{t('hall.topic.desk.arrange')}</ButtonLink>
        </Acts>
      ) : null}
      {topic.state === 'proposed' && posts ? (
        <Section title={t('hall.topic.desk.post')}>
          <p className="quiet">{t('hall.topic.desk.post.lead')}</p>
          <Form name="post" submit={t('hall.topic.desk.post.submit')}>
            <Field name="title" label={t('hall.topic.name')} fallback={topic.title} />
            <Field name="words" kind="long" label={t('hall.topic.words')} fallback={topic.words} />
          </Form>
        </Section>
      ) : null}
      {declines && !must && (topic.state === 'proposed' || topic.state === 'posted') ? (
        <Section title={t('hall.topic.desk.decline')}>
          <Form name="decline" look="second" submit={t('hall.topic.desk.decline.submit')}>
            <Field name="reason" kind="long" label={t('meeting.reason')} />
          </Form>
        </Section>
      ) : null}
    </Page>
  )
}
