import { useLoaderData } from '@remix-run/react'
import { Qr } from '#app/components/ask/qr.tsx'
import { useFormat } from '#app/components/format.ts'
import { Official } from '#app/components/open/official.tsx'
import { Page, Section } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { Table } from '#app/components/table.tsx'
import { issueAction, paperAt } from '#app/http/official-paper.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { sessionPage } from '#domain/deliver/diary/session-page.ts'

export const handle = titled('session.poster')
export const loader = pageLoader(async (ctx, { contractId = '', sessionId = '' }, url) => ({
  ...(await sessionPage(ctx, contractId, sessionId)),
  origin: url.origin,
  paper: await paperAt(ctx, 'sign_in', sessionId, url),
}))
export const action = issueAction(
  'sign_in',
  'sessionId',
  ({ contractId, sessionId }) => `/work/${contractId}/sessions/${sessionId}/poster`,
)

const lines = Array.from({ length: 20 }, (_, at) => String(at + 1))

/** 签到: the code for the door, and under it the sheet for whoever has no telephone. */
export default function SessionPoster() {
  const t = useT()
  const f = useFormat()
  const { contract, session, origin, paper } = useLoaderData<typeof loader>()
  const address = `${origin}/here/${session.code}`
  return (
    <Page
      back={{ to: `/work/${contract.id}/sessions/${session.id}`, label: session.title }}
      eyebrow={contract.title}
      title={session.title}
      lead={t('session.when', { on: f.day(session.heldOn), place: session.place })}
    >
      <Official paper={paper}>
        <div className="card mx-auto max-w-form text-center">
          <div className="mx-auto max-w-[14rem]">
            <Qr text={address} label={t('session.poster.qr', { address })} />
          </div>
          <p>{t('session.poster.how')}</p>
          <p className="hash">{address}</p>
        </div>
        <Section title={t('session.poster.sheet')}>
          <p className="quiet">{t('session.poster.sheet.hint')}</p>
          <Table
            caption={t('session.poster.sheet')}
            captionHidden
            columns={[
              { head: t('care.sheet.no', { no: '' }) },
              { head: t('people.label') },
              { head: t('session.poster.sign') },
            ]}
            rows={lines.map((line) => ({ key: line, cells: [line, '', ''] }))}
          />
        </Section>
      </Official>
    </Page>
  )
}
