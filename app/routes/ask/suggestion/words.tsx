import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { SimilarAsks } from '#app/components/ask/similar-asks.tsx'
import { topicName } from '#app/components/ask/topic.ts'
import { Card } from '#app/components/card.tsx'
import { CheckAnswers } from '#app/components/check-answers.tsx'
import { Tick } from '#app/components/choices.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { Page } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { askDraftCookie, askDraftIn, withAnswers } from '#app/http/ask-draft.server.ts'
import { formAction } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { similarTo } from '#domain/ask/suggestion/check-place.ts'
import { wordsForm } from '#domain/ask/suggestion/forms.ts'

export const handle = titled('ask.words.title')

export const loader = pageLoader(async (ctx, _params, _url, request) => {
  const { topic, communityId, gridId, building, where, words, spoken } = askDraftIn(request, ctx.vault)
  if (!topic || !communityId) throw redirect('/ask/new')
  const spot = [building, where].filter(Boolean).join(' ')
  return {
    topic,
    words: words ?? '',
    spoken: spoken ?? false,
    ...(await similarTo(ctx, { topic, communityId, gridId, where: spot })),
  }
})

export const action = formAction({
  form: wordsForm,
  run: async ({ vault }, input, _params, request) =>
    withAnswers(request, vault, { ...input, spoken: input.spoken }),
  goTo: () => '/ask/new/check',
  headers: ({ draft }, request) => askDraftCookie(request, draft),
})

export default function Words() {
  const t = useT()
  const { topic, place, similar, words, spoken } = useLoaderData<typeof loader>()
  return (
    <Page
      back={{ to: '/ask/new/place' }}
      eyebrow={t('ask.step', { at: 3, of: 4 })}
      title={t('ask.words.title')}
    >
      <div className="split">
        <div className="min-w-0">
          <SimilarAsks similar={similar} place={place} />
          <div className="mt-4">
            <Form submit={t('ask.continue')}>
              <Field
                name="words"
                kind="long"
                label={t(similar.length > 0 ? 'ask.words.none' : 'ask.words.label')}
                hint={t('ask.words.hint')}
                note={t('ask.words.note')}
                fallback={words}
              />
              <Tick name="spoken" fallback={spoken}>
                {t('ask.spoken')}
              </Tick>
            </Form>
          </div>
          <p className="small quiet mt-4">{t('ask.help')}</p>
        </div>
        <Card title={t('ask.answered')}>
          <CheckAnswers
            facts={[
              { term: t('ask.topic'), text: topicName(t, topic), change: '/ask/new' },
              { term: t('ask.place'), text: place, change: '/ask/new/place' },
            ]}
          />
        </Card>
      </div>
    </Page>
  )
}
