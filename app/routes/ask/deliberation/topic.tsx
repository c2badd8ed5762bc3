import { useLoaderData } from '@remix-run/react'
import { ButtonLink } from '#app/components/button.tsx'
import { Note } from '#app/components/card.tsx'
import { Facts } from '#app/components/check-answers.tsx'
import { Links } from '#app/components/entry.tsx'
import { Form } from '#app/components/form.tsx'
import { useFormat } from '#app/components/format.ts'
import { Page, Section } from '#app/components/page.tsx'
import { useSignIn } from '#app/components/shell/sign-in-link.ts'
import { titled } from '#app/components/shell/title.ts'
import { formAction } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { nothingForm } from '#domain/ask/deliberation/forms.ts'
import { supportTopic } from '#domain/ask/deliberation/propose-topic.ts'
import { readTopic } from '#domain/ask/deliberation/read-topic.ts'

export const handle = titled<{ topic: { title: string } }>((_t, data) => data.topic.title)
export const loader = pageLoader((ctx, { id = '' }) => readTopic(ctx, id))
export const action = formAction({
  form: nothingForm,
  run: (ctx, _input, { id = '' }) => supportTopic(ctx, { topicId: id }),
  goTo: ({ id }) => `/meetings/topics/${id}`,
})

export default function Topic() {
  const signIn = useSignIn()
  const t = useT()
  const f = useFormat()
  const { topic, behind, threshold, joins, meetings } = useLoaderData<typeof loader>()
  const { least, num, den } = threshold
  return (
    <Page
      narrow
      back={{ to: '/meetings', label: t('hall.title') }}
      eyebrow={`${topic.communityName} ${topic.refNo}`}
      title={topic.title}
      lead={t(`hall.topic.state.${topic.state}`)}
    >
      <p className="whitespace-pre-line">{topic.words}</p>
      <Facts
        facts={[
          { term: t('hall.topic.title'), text: t(`hall.topic.source.${topic.source}`) },
          {
            term: t('hall.topic.behind'),
            text: [
              t('hall.behind', { n: behind }),
              ...(least ? [t('hall.topic.threshold', { n: least, num: num ?? 0, den: den ?? 0 })] : []),
            ].join(t('ask.comma')),
          },
          ...(topic.state === 'proposed' ? [{ term: t('hall.topic.by'), text: f.end(topic.dueAt) }] : []),
          ...(topic.state === 'declined' && topic.reason
            ? [{ term: t('hall.topic.reason'), text: topic.reason }]
            : []),
        ]}
      />
      {joins === 'may' ? <Form submit={t('hall.topic.join')} /> : null}
      {joins === 'joined' ? <Note kind="done">{t('hall.topic.joined')}</Note> : null}
      {joins === 'elsewhere' ? <Note kind="wait">{t('meeting.elsewhere')}</Note> : null}
      {joins === 'sign-in' ? (
        <>
          <Note>{t('meeting.sign-in')}</Note>
          <ButtonLink to={signIn}>{t('nav.sign-in')}</ButtonLink>
        </>
      ) : null}
      {meetings.length > 0 ? (
        <Section title={t('hall.topic.meetings')}>
          <Links
            links={meetings.map((m) => ({
              to: `/meetings/${m.id}`,
              label: `${f.short(m.startsAt)} ${m.title} · ${t(`meeting.state.${m.state}`)}`,
            }))}
          />
        </Section>
      ) : null}
    </Page>
  )
}
