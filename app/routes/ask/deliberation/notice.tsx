import { useLoaderData } from '@remix-run/react'
import { Agenda, MeetingFacts } from '#app/components/ask/hall/meeting-parts.tsx'
import { Qr } from '#app/components/ask/qr.tsx'
import { Note } from '#app/components/card.tsx'
import { useFormat } from '#app/components/format.ts'
import { Page } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { readMeeting } from '#domain/ask/deliberation/read-meeting.ts'

export const handle = titled('meeting.notice')
export const loader = pageLoader(async (ctx, { id = '' }, url) => ({
  ...(await readMeeting(ctx, id)),
  address: `${url.origin}/meetings/${id}`,
}))

/** 会议通知: one A4 sheet for the notice board, with the page behind a QR. */
export default function Notice() {
  const t = useT()
  const f = useFormat()
  const page = useLoaderData<typeof loader>()
  const { meeting: m, address } = page
  return (
    <Page
      narrow
      back={{ to: `/meetings/${m.id}`, label: m.title }}
      eyebrow={`${m.communityName} · ${t('meeting.notice')} · ${m.refNo}`}
      title={m.title}
      lead={m.state === 'called' ? t('meeting.notice.lead') : t(`meeting.state.${m.state}`)}
    >
      {m.state === 'cancelled' ? (
        <Note kind="late">{t('meeting.lead.cancelled', { reason: m.reason ?? '' })}</Note>
      ) : null}
      <MeetingFacts page={page} />
      <Agenda items={page.items} />
      <div className="mt-6 grid grid-cols-[7rem_minmax(0,1fr)] items-center gap-4 [break-inside:avoid]">
        <Qr text={address} label={t('meeting.notice.qr', { address })} />
        <div>
          <p className="hash mb-2">{address}</p>
          <p className="mb-0">{m.committeeName}</p>
          <p className="mb-0 tabular-nums">{m.noticedAt ? f.day(m.noticedAt) : ''}</p>
        </div>
      </div>
    </Page>
  )
}
