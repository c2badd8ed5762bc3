import { useLoaderData } from '@remix-run/react'
import { AwardActs, AwardState } from '#app/components/bid/award-acts.tsx'
import { Averages, Ranking } from '#app/components/bid/report-table.tsx'
import { Note } from '#app/components/card.tsx'
import { Links } from '#app/components/entry.tsx'
import { Page, Section } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { formActions, formsOf } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { lapseAward } from '#domain/buy/award/decline-award.ts'
import { awardForm, confirmForm, lapseForm, proposeAwardForm } from '#domain/buy/award/forms.ts'
import { notifyAward } from '#domain/buy/award/notify-award.ts'
import { confirmAward, proposeAward } from '#domain/buy/award/propose-award.ts'
import { readAwardDesk } from '#domain/buy/award/read-award.ts'

export const handle = titled('award.desk')
export const loader = pageLoader((ctx, { tenderId }) => readAwardDesk(ctx, tenderId!))
const on = formsOf(
  ({ tenderId = '' }) => ({ tenderId }),
  ({ tenderId }: { tenderId: string }) => `/desk/tenders/${tenderId}/award`,
)
export const action = formActions({
  propose: on(proposeAwardForm, proposeAward),
  confirm: on(confirmForm, confirmAward),
  notify: on(awardForm, notifyAward),
  lapse: on(lapseForm, lapseAward),
})

export default function AwardDeskPage() {
  const t = useT()
  const desk = useLoaderData<typeof loader>()
  const { call, report, past, award } = desk
  return (
    <Page
      back={{ to: `/desk/tenders/${call.id}`, label: call.title }}
      eyebrow={call.refNo}
      title={t('award.desk')}
      lead={t(award ? `award.lead.${award.state}` : report ? 'award.lead.none' : 'award.lead.early')}
    >
      <AwardState desk={desk} />
      <AwardActs desk={desk} />
      {past.map((p) => (
        <Note key={p.id} kind="wait">
          {t(`award.past.${p.state as 'declined'}`, { rank: p.rank, reason: p.endReason ?? '' })}
        </Note>
      ))}
      {report ? (
        <Section title={t('report.ranking')}>
          <Ranking report={report} />
          <Averages report={report} />
          <Links links={[{ to: `/panel/${call.id}/report`, label: t('award.see-report') }]} />
        </Section>
      ) : null}
    </Page>
  )
}
