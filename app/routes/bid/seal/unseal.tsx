import { useLoaderData } from '@remix-run/react'
import { SealKeepers } from '#app/components/bid/seal/keepers.tsx'
import { AskForShares, Signing } from '#app/components/bid/seal/opening-acts.tsx'
import { RecordTable } from '#app/components/bid/seal/record-table.tsx'
import { Note } from '#app/components/card.tsx'
import { Links } from '#app/components/entry.tsx'
import { useFormat } from '#app/components/format.ts'
import { Page, Section } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { formActions, formsOf } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { ownWordsForm, recheckForm, signRecordForm, twoKeysForm } from '#domain/buy/seal/forms.ts'
import { lendShare } from '#domain/buy/seal/lend-share.ts'
import { openDue } from '#domain/buy/seal/open-due.ts'
import { readUnseal } from '#domain/buy/seal/read-unseal.ts'
import { recheckOpening, signOpening } from '#domain/buy/seal/recheck-opening.ts'

export const handle = titled('unseal.title')
export const loader = pageLoader((ctx, { tenderId = '' }) => readUnseal(ctx, tenderId))
const on = formsOf(
  ({ tenderId = '' }) => ({ tenderId }),
  ({ id }: { id: string }) => `/desk/tenders/${id}/unseal`,
)
export const action = formActions({
  here: on(twoKeysForm, openDue, { everyTime: true }),
  lend: on(ownWordsForm, lendShare, { everyTime: true }),
  join: on(ownWordsForm, openDue, { everyTime: true }),
  sign: on(signRecordForm, signOpening),
  recheck: on(recheckForm, recheckOpening, { everyTime: true }),
})

export default function Unseal() {
  const t = useT()
  const f = useFormat()
  const data = useLoaderData<typeof loader>()
  const { call, keepers, mine, due, qualityFirst, records } = data
  const early = call.state === 'published' && !call.due
  return (
    <Page
      narrow
      back={{ to: '/desk' }}
      eyebrow={call.refNo}
      title={t('unseal.title')}
      lead={t('unseal.lead')}
    >
      {call.state === 'failed' ? <Note kind="late">{call.endReason}</Note> : null}
      {early ? <Note kind="wait">{t('unseal.early', { at: f.dateTime(call.deadline) })}</Note> : null}
      {qualityFirst ? <Note kind="wait">{t('unseal.quality-first')}</Note> : null}
      {data.finalsDue ? (
        <Note kind="wait">{t('unseal.finals-wait', { at: f.dateTime(data.finalsDue.getTime() - 1) })}</Note>
      ) : null}
      {due && !mine ? <Note>{t('unseal.watch')}</Note> : null}
      {due && mine ? <AskForShares desk={data} /> : null}
      {records.map((one) => (
        <Section
          key={one.envelope}
          title={t('unseal.record')}
          aside={t(`seal.share.envelope.${one.envelope}`)}
        >
          <RecordTable record={one.record} />
          <p className="small quiet">{t('unseal.record.hash')}</p>
          <p className="hash">{one.hash}</p>
          {one.recheckedAt ? (
            <Note kind="done">{t('unseal.recheck.done', { at: f.dateTime(one.recheckedAt) })}</Note>
          ) : null}
        </Section>
      ))}
      {records.length > 0 ? <Signing desk={data} /> : null}
      <SealKeepers keepers={keepers} />
      {records.length > 0 ? (
        <Links links={[{ to: `/tenders/${call.id}/opening`, label: t('unseal.to-public') }]} />
      ) : null}
    </Page>
  )
}
