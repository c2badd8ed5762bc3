import { useLoaderData } from '@remix-run/react'
import { MeetingFields } from '#app/components/ask/hall/meeting-fields.tsx'
import { Form } from '#app/components/form.tsx'
import { Page } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { formAction } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { editMeeting } from '#domain/ask/deliberation/draft-meeting.ts'
import { draftMeetingForm } from '#domain/ask/deliberation/meeting-forms.ts'
import { readForDrafting } from '#domain/ask/deliberation/read-desk.ts'

export const handle = titled('meeting.edit.title')
export const loader = pageLoader((ctx, { id = '' }) => readForDrafting(ctx, id))
export const action = formAction({
  form: draftMeetingForm,
  run: (ctx, input, { id = '' }) => editMeeting(ctx, { ...input, meetingId: id }),
  goTo: ({ id }) => `/desk/meetings/${id}`,
})

export default function EditMeeting() {
  const t = useT()
  const page = useLoaderData<typeof loader>()
  return (
    <Page
      narrow
      back={{ to: `/desk/meetings/${page.was?.id ?? ''}`, label: page.was?.title }}
      eyebrow={page.was?.refNo}
      title={t('meeting.edit.title')}
      lead={t('meeting.new.lead')}
    >
      <Form submit={t('meeting.new.submit')}>
        <MeetingFields page={page} />
      </Form>
    </Page>
  )
}
