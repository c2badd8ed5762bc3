import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { SimilarAsks } from '#app/components/ask/similar-asks.tsx'
import { topicName } from '#app/components/ask/topic.ts'
import { Note } from '#app/components/card.tsx'
import { CheckAnswers } from '#app/components/check-answers.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { useFormat } from '#app/components/format.ts'
import { Page } from '#app/components/page.tsx'
import { useShell } from '#app/components/shell/shell.ts'
import { titled } from '#app/components/shell/title.ts'
import { guardAnonymous } from '#app/http/anonymous-asks.server.ts'
import { askDraftIn } from '#app/http/ask-draft.server.ts'
import { formAction } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { afterSending, sentIn } from '#app/http/send-ask.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { similarTo } from '#domain/ask/suggestion/check-place.ts'
import { proofOf } from '#domain/ask/suggestion/find-suggestion.ts'
import { sendForm } from '#domain/ask/suggestion/forms.ts'
import { replyDueOn, submitDraft } from '#domain/ask/suggestion/submit-draft.ts'

export const handle = titled('ask.check.title')

export const loader = pageLoader(async (ctx, _params, _url, request) => {
  const { topic, communityId, gridId, building, where, words, spoken } = askDraftIn(request, ctx.vault)
  if (!topic || !communityId) throw redirect('/ask/new')
  if (!words) throw redirect('/ask/new/words')
  const spot = [building, where].filter(Boolean).join(' ')
  const near = await similarTo(ctx, { topic, communityId, gridId, where: spot, words })
  return { topic, words, spoken: spoken ?? false, dueOn: await replyDueOn(ctx), ...near }
})

export const action = formAction({
  form: sendForm,
  run: (ctx, input, _params, request) =>
    guardAnonymous(ctx, request, async () => {
      const draft = { ...askDraftIn(request, ctx.vault), phone: input.phone }
      const done = await submitDraft(ctx, draft, await sentIn(input))
      return { ...done, proof: proofOf(ctx, done.refNo) }
    }),
  goTo: ({ refNo }) => `/ask/sent/${refNo}`,
  headers: (done, request) => afterSending(request, done),
})

export default function Check() {
  const t = useT()
  const f = useFormat()
  const { viewer } = useShell()
  const { topic, place, words, spoken, similar, dueOn } = useLoaderData<typeof loader>()
  return (
    <Page
      narrow
      back={{ to: '/ask/new/words' }}
      eyebrow={t('ask.step', { at: 4, of: 4 })}
      title={t('ask.check.title')}
      lead={t('ask.check.lead', { date: f.date(dueOn) })}
    >
      <CheckAnswers
        facts={[
          { term: t('ask.topic'), text: topicName(t, topic), change: '/ask/new' },
          { term: t('ask.place'), text: place, change: '/ask/new/place' },
          { term: t('ask.words'), text: words, change: '/ask/new/words' },
        ]}
      />
      <SimilarAsks similar={similar} place={place} />
      <div className="mt-4">
        <Form files submit={t('ask.submit')}>
          {viewer && !viewer.seat ? <Note>{t('ask.signed-in', { name: viewer.name })}</Note> : null}
          <Field
            name="photos"
            kind="file"
            many
            accept="image/jpeg,image/png,image/webp"
            label={t('ask.photos')}
            hint={t('ask.photos.hint')}
            optional
          />
          <Field
            name="voice"
            kind="file"
            accept="audio/*"
            capture
            label={t('ask.voice')}
            hint={t(spoken ? 'ask.voice.must' : 'ask.voice.hint')}
            optional={!spoken}
          />
          <Field name="phone" kind="phone" label={t('ask.phone')} hint={t('ask.phone.hint')} optional />
        </Form>
      </div>
      <p className="small quiet mt-4">{t('ask.privacy')}</p>
    </Page>
  )
}
