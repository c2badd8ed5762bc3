import { useLoaderData } from '@remix-run/react'
import { MeetingFields } from '#app/components/ask/hall/meeting-fields.tsx'
import { Empty } from '#app/components/card.tsx'
import { Form } from '#app/components/form.tsx'
import { Page } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { formAction } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { draftMeeting } from '#domain/ask/deliberation/draft-meeting.ts'
import { draftMeetingForm } from '#domain/ask/deliberation/meeting-forms.ts'
import { readForDrafting } from '#domain/ask/deliberation/read-desk.ts'

export const handle = titled('meeting.new.title')
export const loader = pageLoader(async (ctx, _params, url) => ({
  page: await readForDrafting(ctx),
  topicId: url.searchParams.get('topic') ?? undefined,
}))
export const action = formAction({
  form: draftMeetingForm,
  run: draftMeeting,
  goTo: ({ id }) => `/desk/meetings/${id}`,
})

export default function NewMeeting() {
  const t = useT()
  const { page, topicId } = useLoaderData<typeof loader>()
  return (
    <Page
      narrow
      back={{ to: '/desk/meetings', label: t('hall.title') }}
      eyebrow={page.community}
      title={t('meeting.new.title')}
      lead={t('meeting.new.lead')}
    >
      {page.halls.length === 0 ? (
        <Empty action={{ to: '/desk/meetings/bodies', label: t('hall.bodies') }}>
          {t('meeting.new.nobody')}
        </Empty>
      ) : (
        <Form submit={t('meeting.new.submit')}>
          <MeetingFields page={page} topicId={topicId} />
        </Form>
      )}
    </Page>
  )
}
