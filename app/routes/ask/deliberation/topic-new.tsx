import { useLoaderData } from '@remix-run/react'
import { ButtonLink } from '#app/components/button.tsx'
import { Note } from '#app/components/card.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { Page } from '#app/components/page.tsx'
import { useSignIn } from '#app/components/shell/sign-in-link.ts'
import { titled } from '#app/components/shell/title.ts'
import { formAction } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { communityTopicForm } from '#domain/ask/deliberation/forms.ts'
import { proposeTopic } from '#domain/ask/deliberation/propose-topic.ts'
import { dateOf } from '#domain/dates.ts'
import { parameter } from '#domain/parameters.ts'
import { communities } from '#domain/where/bodies-of-community.ts'

export const handle = titled('hall.topic.new.title')
export const loader = pageLoader(async ({ db, actor, clock }) => ({
  signedIn: actor.personId !== null,
  own: actor.communityId,
  within: (await parameter(db, 'TOPIC_REPLY', dateOf(clock.now()))).value,
  places: await communities(db),
}))
export const action = formAction({
  form: communityTopicForm,
  run: proposeTopic,
  goTo: ({ id }) => `/meetings/topics/${id}`,
})

export default function NewTopic() {
  const signIn = useSignIn()
  const t = useT()
  const { signedIn, own, within, places } = useLoaderData<typeof loader>()
  return (
    <Page
      narrow
      back={{ to: '/meetings', label: t('hall.title') }}
      title={t('hall.topic.new.title')}
      lead={t('hall.topic.new.lead', { n: within })}
    >
      {signedIn ? (
        <Form submit={t('hall.topic.submit')}>
          <Field
            name="communityId"
            kind="select"
            label={t('ask.community')}
            fallback={own ?? ''}
            options={places.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <Field name="title" label={t('hall.topic.name')} hint={t('hall.topic.name.hint')} />
          <Field name="words" kind="long" label={t('hall.topic.words')} hint={t('hall.topic.words.hint')} />
        </Form>
      ) : (
        <>
          <Note>{t('meeting.sign-in')}</Note>
          <ButtonLink to={signIn}>{t('nav.sign-in')}</ButtonLink>
        </>
      )}
    </Page>
  )
}
