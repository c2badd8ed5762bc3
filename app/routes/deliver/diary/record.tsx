import { useLoaderData } from '@remix-run/react'
import { Note } from '#app/components/card.tsx'
import { Choices, Tick } from '#app/components/choices.tsx'
import { Unsent } from '#app/components/deliver/unsent.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { Page } from '#app/components/page.tsx'
import { PhotosField } from '#app/components/photos-field.tsx'
import { useReply } from '#app/components/reply.ts'
import { titled } from '#app/components/shell/title.ts'
import { formAction } from '#app/http/form-action.server.ts'
import { photoBytes } from '#app/http/photo-bytes.server.ts'
import { scriptLoader } from '#app/http/script-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { recordPage } from '#domain/deliver/diary/diary-page.ts'
import { activityForm, activityKinds } from '#domain/deliver/diary/forms.ts'
import { recordActivity } from '#domain/deliver/diary/record-activity.ts'

export { publicHeaders as headers } from '#app/http/public-headers.ts'
export const handle = titled('diary.new.title')
export const loader = scriptLoader((ctx, { contractId }) => recordPage(ctx, contractId!))

export const action = formAction({
  form: activityForm,
  run: async (ctx, { photos, ...words }, { contractId }) =>
    recordActivity(ctx, { ...words, contractId: contractId!, photos: await photoBytes(photos) }),
  goTo: ({ contractId }) => `/work/${contractId}/diary`,
})

/** Asked only where the same service of that day is recorded already. */
const Another = ({ contractId }: { contractId: string }) => {
  const t = useT()
  const { refusals, value } = useReply()
  const twice = refusals.some((said) => said.startsWith('refusal.diary-twice'))
  if (!twice && value('another') !== 'yes') return null
  return (
    <>
      <p>
        <a href={`/work/${contractId}/diary`}>{t('diary.title')}</a>
      </p>
      <Tick name="another">{t('diary.another')}</Tick>
    </>
  )
}

export default function RecordActivity() {
  const t = useT()
  const { page, nonce } = useLoaderData<typeof loader>()
  return (
    <Page
      narrow
      back={{ to: `/work/${page.id}`, label: page.title }}
      title={t('diary.new.title')}
      lead={t('diary.new.lead')}
    >
      <Unsent of={page.of} />
      <Form files submit={t('diary.new.submit')} hidden={{ formId: page.formId }}>
        <Another contractId={page.id} />
        <Choices
          name="kind"
          legend={t('diary.kind')}
          fallback="activity"
          options={activityKinds.map((kind) => ({ value: kind, label: t(`diary.kind.${kind}`) }))}
        />
        <Field name="heldOn" kind="date" label={t('diary.held-on')} fallback={page.today} />
        <Field name="title" label={t('diary.what')} />
        <Field name="words" kind="long" label={t('diary.words')} hint={t('diary.words.hint')} />
        <Field name="minutes" kind="number" label={t('diary.minutes')} />
        {page.users.length > 0 ? (
          <Choices
            many
            name="came"
            legend={t('diary.who')}
            options={page.users.map((u) => ({ value: u.id, label: u.label }))}
          />
        ) : (
          <Note>
            {t('people.none.yet')} <a href={`/work/${page.id}/people`}>{t('people.title')}</a>
          </Note>
        )}
        <Field
          name="personTimes"
          kind="number"
          label={t('diary.person-times')}
          hint={t('diary.person-times.hint')}
          optional
        />
        <PhotosField hint={t('diary.photos.hint')} />
      </Form>
      <script src="/unsent.js" nonce={nonce} defer />
    </Page>
  )
}
