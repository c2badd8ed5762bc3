import { useLoaderData } from '@remix-run/react'
import { AskFiles } from '#app/components/ask/ask-files.tsx'
import { HandedOn } from '#app/components/ask/handed-on.tsx'
import { PetitionActs, PetitionRefer, PetitionState } from '#app/components/ask/petition.tsx'
import { AdoptForm, AnswerForm, MergeForm, ReferForm, ReturnForm } from '#app/components/ask/reply-forms.tsx'
import { topicName } from '#app/components/ask/topic.ts'
import { FormDetails, Note } from '#app/components/card.tsx'
import { Facts } from '#app/components/check-answers.tsx'
import { Due } from '#app/components/due.tsx'
import { useFormat } from '#app/components/format.ts'
import { Page, Section } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { suggestionActions } from '#app/http/suggestion-actions.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { OUTSIDE_LIST } from '#db/vocabulary.ts'
import { readForAnswer } from '#domain/ask/suggestion/read-for-answer.ts'

export const handle = titled<{ asked: { title: string } }>((_t, data) => data.asked.title)
export const loader = pageLoader((ctx, { refNo = '' }) => readForAnswer(ctx, refNo))

export const action = suggestionActions

export default function AnswerSuggestion() {
  const t = useT()
  const f = useFormat()
  const { asked, grid, left, source, adopts, drafts, live, also, duty, duties, returns, petition, acts } =
    useLoaderData<typeof loader>()
  const typed = { duty: asked.dutyOutside ? { code: OUTSIDE_LIST } : duty, duties }
  const waits = asked.state === 'submitted' && !petition?.live
  return (
    <Page
      back={{ to: '/desk/suggestions', label: t('suggestions.title') }}
      eyebrow={asked.refNo}
      title={asked.title}
      lead={t(
        waits
          ? 'suggestion.answer.lead'
          : petition?.live
            ? 'petition.lead'
            : `suggestion.state.${asked.state}`,
      )}
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
            { term: t('ask.words.theirs'), text: asked.words },
            {
              term: t('ask.topic'),
              text: topicName(
                t,
                asked.kind === 'need' && asked.category ? `need:${asked.category}` : asked.kind,
              ),
            },
            {
              term: t('ask.place'),
              text: [grid ?? asked.communityName, asked.where].filter(Boolean).join(t('ask.comma')),
            },
            { term: t('suggestion.raised'), text: t(`suggestion.raised.${asked.raisedBy ?? 'resident'}`) },
            { term: t('suggestion.asked'), text: f.date(asked.createdAt) },
            { term: t('suggestion.also'), text: t('suggestion.also.n', { n: also }) },
          ]}
        />
      </div>
      <PetitionState petition={petition} />
      <PetitionActs acts={acts} />
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
          {adopts ? (
            <AdoptForm title={asked.title} category={asked.category} drafts={drafts} {...typed} />
          ) : null}
          {adopts && live.length > 0 ? (
            <FormDetails form="merge" summary={t('suggestion.merge')}>
              <MergeForm live={live} {...typed} />
            </FormDetails>
          ) : null}
          <FormDetails form="answer" summary={t('suggestion.answer')} open={!adopts}>
            <AnswerForm {...typed} />
          </FormDetails>
          <FormDetails form="refer" summary={t('suggestion.refer')}>
            <ReferForm duties={duties} />
          </FormDetails>
          {returns ? (
            <FormDetails form="return" summary={t('suggestion.return')}>
              <ReturnForm duties={duties} />
            </FormDetails>
          ) : null}
          {acts.refers ? <PetitionRefer /> : null}
        </>
      ) : null}
    </Page>
  )
}
