import { useLoaderData } from '@remix-run/react'
import { HandedOn } from '#app/components/ask/handed-on.tsx'
import { PetitionState } from '#app/components/ask/petition.tsx'
import { topicName } from '#app/components/ask/topic.ts'
import { VoteReply } from '#app/components/ask/vote-reply.tsx'
import { Note } from '#app/components/card.tsx'
import { type Fact, Facts } from '#app/components/check-answers.tsx'
import { Due } from '#app/components/due.tsx'
import { Form } from '#app/components/form.tsx'
import { useFormat } from '#app/components/format.ts'
import { Page, Section } from '#app/components/page.tsx'
import { Road } from '#app/components/road.tsx'
import { useSignIn } from '#app/components/shell/sign-in-link.ts'
import { titled } from '#app/components/shell/title.ts'
import { formAction } from '#app/http/form-action.server.ts'
import { proofIn } from '#app/http/own-ask.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import type { Key } from '#app/i18n/index.ts'
import { useT } from '#app/i18n/use-t.ts'
import { supportForm } from '#domain/ask/suggestion/forms.ts'
import { readSuggestion } from '#domain/ask/suggestion/read-suggestion.ts'
import { supportSuggestion } from '#domain/ask/suggestion/support-suggestion.ts'

export const handle = titled<{ shown: { refNo: string } }>((_t, data) => data.shown.refNo)
export const loader = pageLoader(async (ctx, { refNo = '' }, _url, request) =>
  readSuggestion(ctx, refNo, await proofIn(request, refNo)),
)
export const action = formAction({
  form: supportForm,
  run: (ctx, _input, { refNo = '' }) => supportSuggestion(ctx, { refNo }),
  goTo: ({ refNo }) => `/suggestions/${refNo}`,
})

export default function Suggestion() {
  const signIn = useSignIn()
  const t = useT()
  const f = useFormat()
  const { shown, words, where, left, also, late, joins, source, sent, voted, petition, ...handed } =
    useLoaderData<typeof loader>()
  const due = new Date(shown.dueAt.getTime() - 1)
  const who = t('suggestion.who', { body: shown.handlerName, role: t(`role.${shown.handlerRole}` as Key) })
  const topic = topicName(t, shown.kind === 'need' && shown.category ? `need:${shown.category}` : shown.kind)
  const lead =
    shown.state === 'submitted'
      ? t(late ? 'suggestion.late' : 'suggestion.waits', { who, date: f.date(due) })
      : t(`suggestion.said.${shown.state}`, { who })
  const facts: Fact[] = [
    { term: t('ask.topic'), text: topic },
    { term: t('ask.place'), text: [shown.communityName, where].filter(Boolean).join(t('ask.comma')) },
    ...(words ? [{ term: t('ask.words'), text: words }] : []),
    ...(sent && sent.photos > 0
      ? [{ term: t('ask.photos'), text: t('ask.sent.photos', { n: sent.photos }) }]
      : []),
    ...(sent?.voice ? [{ term: t('ask.voice'), text: t('ask.sent.voice') }] : []),
    { term: t('suggestion.asked'), text: f.date(shown.createdAt) },
    { term: t('suggestion.also'), text: t('suggestion.also.n', { n: also }) },
  ]
  return (
    <Page
      narrow
      back={{ to: '/track', label: t('ask.track') }}
      eyebrow={shown.refNo}
      title={topic}
      lead={lead}
    >
      <Road at="ask" here={shown.state === 'submitted' ? 20 : 50} />
      {shown.reply ? (
        <Section title={t('suggestion.reply')} aside={shown.repliedAt ? f.day(shown.repliedAt) : undefined}>
          <p>{shown.reply}</p>
          {shown.needId ? (
            <a className="hit" href={`/needs/${shown.needId}`}>
              {t('suggestion.follow')}
            </a>
          ) : null}
        </Section>
      ) : petition ? null : (
        <Section title={t('ask.due')}>
          <Due on={due} left={left ?? undefined} mark="local" article={source} />
        </Section>
      )}
      <PetitionState petition={petition} />
      {voted ? <VoteReply {...voted} /> : null}
      <HandedOn {...handed} />
      <Section title={t('suggestion.what')}>
        <Facts facts={facts} />
        {words ? null : <p className="small quiet">{t('suggestion.words-hidden')}</p>}
      </Section>
      {joins === 'may' ? <Form submit={t('ask.me-too')} /> : null}
      {joins === 'sign-in' ? (
        <Note>
          {t('suggestion.sign-in')} <a href={signIn}>{t('nav.sign-in')}</a>
        </Note>
      ) : null}
      {joins === 'joined' ? <Note kind="done">{t('suggestion.joined')}</Note> : null}
    </Page>
  )
}
