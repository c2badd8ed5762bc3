import { useLoaderData } from '@remix-run/react'
import { DeskActs } from '#app/components/ask/hall/desk-acts.tsx'
import { DeskFacts } from '#app/components/ask/hall/desk-facts.tsx'
import { Page } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { formActions, formsOf } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { callMeeting, cancelMeeting, postponeMeeting } from '#domain/ask/deliberation/call-meeting.ts'
import { citeMeeting } from '#domain/ask/deliberation/cite-meeting.ts'
import { callAgain } from '#domain/ask/deliberation/draft-meeting.ts'
import { nothingForm, reasonForm } from '#domain/ask/deliberation/forms.ts'
import { againForm, citeForm, postponeForm, reportForm } from '#domain/ask/deliberation/meeting-forms.ts'
import { readDeskMeeting } from '#domain/ask/deliberation/read-desk.ts'
import { reportMeeting, resolveMeeting } from '#domain/ask/deliberation/resolve-meeting.ts'

export const handle = titled<{ meeting: { title: string } }>((_t, data) => data.meeting.title)
export const loader = pageLoader((ctx, { id = '' }) => readDeskMeeting(ctx, id))
const on = formsOf(
  ({ id = '' }) => ({ meetingId: id }),
  ({ id }: { id: string }) => `/desk/meetings/${id}`,
)
export const action = formActions({
  call: on(nothingForm, callMeeting),
  postpone: on(postponeForm, postponeMeeting),
  cancel: on(reasonForm, cancelMeeting),
  publish: on(nothingForm, resolveMeeting),
  report: on(reportForm, reportMeeting),
  again: on(againForm, callAgain),
  cite: on(citeForm, citeMeeting, { goTo: ({ id }) => `/desk/needs/${id}` }),
})

export default function DeskMeeting() {
  const t = useT()
  const page = useLoaderData<typeof loader>()
  const { meeting: m } = page
  return (
    <Page
      back={{ to: '/desk/meetings', label: t('hall.title') }}
      eyebrow={`${m.bodyName} ${m.refNo}`}
      title={m.title}
      lead={t(`meeting.state.${m.state}`)}
    >
      <DeskFacts page={page} />
      <DeskActs page={page} />
    </Page>
  )
}
