import { useLoaderData } from '@remix-run/react'
import { topicName, topicNote } from '#app/components/ask/topic.ts'
import { WantedNearby } from '#app/components/ask/wanted-nearby.tsx'
import { Choices } from '#app/components/choices.tsx'
import { Form } from '#app/components/form.tsx'
import { Page } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { askDraftCookie, askDraftIn, withAnswers } from '#app/http/ask-draft.server.ts'
import { formAction } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { topicForm, topics } from '#domain/ask/suggestion/forms.ts'
import { wantedNearby } from '#domain/ask/suggestion/wanted-nearby.ts'

export const handle = titled('ask.topic.title')

export const loader = pageLoader(async (ctx, _params, url, request) => ({
  topic:
    askDraftIn(request, ctx.vault).topic ?? topics.find((t) => t === url.searchParams.get('topic')) ?? null,
  topics,
  wanted: await wantedNearby(ctx),
}))

export const action = formAction({
  form: topicForm,
  run: async ({ vault }, input, _params, request) => withAnswers(request, vault, input),
  goTo: () => '/ask/new/place',
  headers: ({ draft }, request) => askDraftCookie(request, draft),
})

export default function Topic() {
  const t = useT()
  const { topic, topics, wanted } = useLoaderData<typeof loader>()
  return (
    <Page narrow back={{ to: '/' }} eyebrow={t('ask.step', { at: 1, of: 4 })} title={t('ask.topic.title')}>
      <WantedNearby wanted={wanted} />
      <Form
        submit={t('ask.continue')}
        aside={
          <a className="hit" href="/track">
            {t('ask.asked-before')}
          </a>
        }
      >
        <Choices
          name="topic"
          legend={t('ask.topic.legend')}
          fallback={topic ?? []}
          options={topics.map((value) => ({ value, label: topicName(t, value), note: topicNote(t, value) }))}
        />
      </Form>
      <p className="small quiet mt-4">{t('ask.help')}</p>
    </Page>
  )
}
