import { useLoaderData } from '@remix-run/react'
import { AttendanceForm, CountForm, HoldForm, ProxyForm } from '#app/components/ask/hall/attendance-forms.tsx'
import { RollTable } from '#app/components/ask/hall/roll-table.tsx'
import { Note } from '#app/components/card.tsx'
import { ExcelLink } from '#app/components/excel-link.tsx'
import { Page } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { formActions, formsOf } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { nothingForm } from '#domain/ask/deliberation/forms.ts'
import { holdMeeting } from '#domain/ask/deliberation/hold-meeting.ts'
import { addProxy, countAttendance, markAttendance } from '#domain/ask/deliberation/mark-attendance.ts'
import { attendanceForm, countsForm, proxyForm } from '#domain/ask/deliberation/meeting-forms.ts'
import { readAttendance } from '#domain/ask/deliberation/read-desk.ts'

export const handle = titled('meeting.attendance')
export const loader = pageLoader((ctx, { id = '' }) => readAttendance(ctx, id))
const on = formsOf(
  ({ id = '' }) => ({ meetingId: id }),
  ({ id }: { id: string }) => `/desk/meetings/${id}/attendance`,
)
export const action = formActions({
  attend: on(attendanceForm, markAttendance),
  count: on(countsForm, countAttendance),
  proxy: on(proxyForm, addProxy),
  hold: on(nothingForm, holdMeeting, { goTo: ({ id }) => `/desk/meetings/${id}` }),
})

export default function Attendance() {
  const t = useT()
  const page = useLoaderData<typeof loader>()
  const { meeting: m, came, quorum } = page
  const open = m.state === 'called' && page.dayCome
  return (
    <Page
      back={{ to: `/desk/meetings/${m.id}`, label: m.title }}
      eyebrow={m.refNo}
      title={t('meeting.attendance')}
      lead={t('meeting.attendance.lead', { n: came.total, quorum: quorum ?? 0 })}
    >
      {open ? null : (
        <Note kind="wait">
          {t(m.state === 'called' ? 'refusal.meeting-not-begun' : 'refusal.attendance-closed')}
        </Note>
      )}
      {open || m.rule.counted ? null : <RollTable roll={page.roll} />}
      {open && m.rule.counted ? <CountForm page={page} /> : null}
      {open && !m.rule.counted ? <AttendanceForm page={page} /> : null}
      {open && m.rule.proxies > 0 ? <ProxyForm page={page} /> : null}
      {open ? <HoldForm /> : null}
      <ExcelLink to={`/desk/meetings/${m.id}/attendance.xlsx`} />
    </Page>
  )
}
