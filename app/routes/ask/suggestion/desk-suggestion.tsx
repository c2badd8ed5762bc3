import { useLoaderData } from '@remix-run/react'
import { AskFiles } from '#app/components/ask/ask-files.tsx'
import { HandedOn } from '#app/components/ask/handed-on.tsx'
import { AdoptForm, AnswerForm, MergeForm, ReferForm, ReturnForm } from '#app/components/ask/reply-forms.tsx'
import { topicName } from '#app/components/ask/topic.ts'
import { FormDetails, Note } from '#app/components/card.tsx'
import { Facts } from '#app/components/check-answers.tsx'
import { Due } from '#app/components/due.tsx'
import { useFormat } from '#app/components/format.ts'
import { Page, Section } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { formActions, oneForm } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { adoptSuggestion } from '#domain/ask/suggestion/adopt-suggestion.ts'
import { answerSuggestion } from '#domain/ask/suggestion/answer-suggestion.ts'
import * as forms from '#domain/ask/suggestion/forms.ts'
import { mergeSuggestion } from '#domain/ask/suggestion/merge-suggestion.ts'
import { readForAnswer } from '#domain/ask/suggestion/read-suggestion.ts'
import { referSuggestion } from '#domain/ask/suggestion/refer-suggestion.ts'
import { returnSuggestion } from '#domain/ask/suggestion/return-suggestion.ts'

export const handle = titled<{ asked: { title: string } }>((_t, data) => data.asked.title)
export const loader = pageLoader((ctx, { refNo = '' }) => readForAnswer(ctx, refNo))

const here = ({ refNo }: { refNo: string }) => `/desk/suggestions/${refNo}`
export const action = formActions({
  adopt: oneForm({
    form: forms.adoptSuggestionForm,
    run: (ctx, input, { refNo = '' }) => adoptSuggestion(ctx, { ...input, refNo }),
    goTo: ({ needId }) => `/desk/needs/${needId}`,
  }),
  merge: oneForm({
    form: forms.mergeSuggestionForm,
    run: (ctx, input, { refNo = '' }) => mergeSuggestion(ctx, { ...input, refNo }),
    goTo: here,
  }),
  answer: oneForm({
    form: forms.answerSuggestionForm,
    run: (ctx, input, { refNo = '' }) => answerSuggestion(ctx, { ...input, refNo }),
    goTo: here,
  }),
  refer: oneForm({
    form: forms.referSuggestionForm,
    run: (ctx, input, { refNo = '' }) => referSuggestion(ctx, { ...input, refNo }),
    goTo: () => '/desk/suggestions',
  }),
  return: oneForm({
    form: forms.returnSuggestionForm,
    run: (ctx, input, { refNo = '' }) => returnSuggestion(ctx, { ...input, refNo }),
    goTo: () => '/desk/suggestions',
  }),
})

export default function AnswerSuggestion() {
  const t = useT()
  const f = useFormat()
  const { asked, left, source, adopts, drafts, live, also, duty, duties, returns } =
    useLoaderData<typeof loader>()
  const waits = asked.state === 'submitted'
  return (
    <Page
      back={{ to: '/desk/suggestions', label: t('suggestions.title') }}
      eyebrow={asked.refNo}
      title={asked.title}
      lead={t(waits ? 'suggestion.answer.lead' : `suggestion.state.${asked.state}`)}
    >
      {waits ? (
        <Due
          on={new Date(asked.dueAt.getTime() - 1)}
          left={left ?? undefined}
          mark="local"
          article={source}
        />
      ) : null}
      <div className="mt-4">
        <Facts
          facts={[
            { term: t('ask.words'), text: asked.words },
            {
              term: t('ask.topic'),
              text: topicName(
                t,
                asked.kind === 'need' && asked.category ? `need:${asked.category}` : asked.kind,
              ),
            },
            {
              term: t('ask.place'),
              text: [asked.communityName, asked.where].filter(Boolean).join(t('ask.comma')),
            },
            { term: t('suggestion.raised'), text: t(`suggestion.raised.${asked.raisedBy ?? 'resident'}`) },
            { term: t('suggestion.asked'), text: f.date(asked.createdAt) },
            { term: t('suggestion.also'), text: t('suggestion.also.n', { n: also }) },
          ]}
        />
      </div>
      <AskFiles refNo={asked.refNo} photos={asked.photos?.length ?? 0} voice={asked.voice !== null} />
      <HandedOn
        duty={duty}
        office={asked.office}
        referReason={asked.referReason}
        referredAt={asked.referredAt}
      />
      {asked.reply ? (
        <Section title={t('suggestion.reply')}>
          <p>{asked.reply}</p>
        </Section>
      ) : null}
      {waits ? (
        <>
          <Note>{t('suggestion.public')}</Note>
          {adopts ? <AdoptForm title={asked.title} category={asked.category} drafts={drafts} /> : null}
          {adopts && live.length > 0 ? (
            <FormDetails form="merge" summary={t('suggestion.merge')}>
              <MergeForm live={live} />
            </FormDetails>
          ) : null}
          <FormDetails form="answer" summary={t('suggestion.answer')} open={!adopts}>
            <AnswerForm />
          </FormDetails>
          <FormDetails form="refer" summary={t('suggestion.refer')}>
            <ReferForm duties={duties} />
          </FormDetails>
          {returns ? (
            <FormDetails form="return" summary={t('suggestion.return')}>
              <ReturnForm duties={duties} />
            </FormDetails>
          ) : null}
        </>
      ) : null}
    </Page>
  )
}
