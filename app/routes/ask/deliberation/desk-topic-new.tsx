import { useLoaderData } from '@remix-run/react'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { Page } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { formAction } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { communityOfSeat } from '#domain/ask/community-of-seat.ts'
import { deskTopicForm } from '#domain/ask/deliberation/forms.ts'
import { raiseTopic } from '#domain/ask/deliberation/propose-topic.ts'
import { readForDrafting } from '#domain/ask/deliberation/read-desk.ts'

export const handle = titled('hall.desk.topic')
export const loader = pageLoader(async (ctx, _params, url) => ({
  needs: (await readForDrafting(ctx)).needs,
  needId: url.searchParams.get('need') ?? '',
  heat: url.searchParams.get('heat') ?? '',
}))
export const action = formAction({
  form: deskTopicForm,
  run: async (ctx, input) => raiseTopic(ctx, { ...input, communityId: await communityOfSeat(ctx.db, ctx) }),
  goTo: ({ id }) => `/desk/meetings/topics/${id}`,
})

export default function RaiseTopic() {
  const t = useT()
  const { needs, needId, heat } = useLoaderData<typeof loader>()
  return (
    <Page
      narrow
      back={{ to: '/desk/meetings', label: t('hall.title') }}
      title={t('hall.desk.topic')}
      lead={heat ? [t('hall.topic.source.heat'), heat].join(t('ask.comma')) : undefined}
    >
      <Form submit={t('hall.topic.desk.post.submit')} hidden={heat ? { heat } : {}}>
        <Field name="title" label={t('hall.topic.name')} hint={t('hall.topic.name.hint')} />
        <Field name="words" kind="long" label={t('hall.topic.words')} hint={t('hall.topic.words.hint')} />
        {needs.length > 0 ? (
          <Field
            name="needId"
            kind="select"
            label={t('meeting.new.needs')}
            fallback={needId}
            optional
            options={needs.map((n) => ({ value: n.id, label: n.title }))}
          />
        ) : null}
      </Form>
    </Page>
  )
}
