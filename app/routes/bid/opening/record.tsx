import { useLoaderData } from '@remix-run/react'
import { SplitRecord } from '#app/components/bid/seal/split-record.tsx'
import { Note } from '#app/components/card.tsx'
import { useFormat } from '#app/components/format.ts'
import { Money } from '#app/components/money.tsx'
import { Page, Section } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { Table } from '#app/components/table.tsx'
import { publicLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { readOpening } from '#domain/buy/evaluation/read-opening.ts'

export const handle = titled('opening.title')
export { publicHeaders as headers } from '#app/http/public-headers.ts'
export const loader = publicLoader((ctx, { tenderId }) => readOpening(ctx, tenderId!))

export default function Opening() {
  const t = useT()
  const f = useFormat()
  const { call, by, record, split, talking } = useLoaderData<typeof loader>()
  const n = split?.records[0]?.record.rows.length ?? record.length
  return (
    <Page
      back={{ to: `/tenders/${call.id}`, label: call.title }}
      eyebrow={call.refNo}
      title={t('opening.title')}
      lead={
        call.openedAt && !talking
          ? t('opening.lead', { at: f.dateTime(call.openedAt), n })
          : t(talking ? 'round.talking' : 'opening.not-yet')
      }
    >
      {talking ? (
        <Note kind="wait">{call.endReason ?? t('opening.talking', { at: f.dateTime(call.openedAt!) })}</Note>
      ) : call.openedAt && split ? (
        <SplitRecord split={split} />
      ) : call.openedAt ? (
        <Section title={t('opening.record')} aside={t('opening.record.hint')}>
          <Table
            caption={t('opening.caption')}
            columns={[
              { head: t('opening.by') },
              { head: t('opening.price'), money: true },
              { head: t('opening.at') },
              { head: t('opening.receipt') },
              { head: t('opening.hash') },
            ]}
            rows={record.map((r) => ({
              key: r.id,
              cells: [
                <span key="b">
                  {r.name}
                  {r.partners.length > 0 ? (
                    <span className="block small quiet">
                      {t('opened.members', { names: r.partners.join(' · ') })}
                    </span>
                  ) : null}
                </span>,
                <Money key="p" fen={r.price!} />,
                r.submittedAt ? f.dateTime(r.submittedAt) : '',
                <span key="n" className="num">
                  {r.receiptNo}
                </span>,
                <span key="h" className="hash">
                  {r.sealHash?.slice(0, 32)}
                </span>,
              ],
            }))}
          />
          {by?.witness ? (
            <p className="mt-4">
              {t('opening.people', {
                opener: by.opener ?? '',
                witness: by.witness,
                role: t(`role.${by.witnessRole}` as 'role.auditor'),
                at: f.dateTime(by.witnessedAt!),
              })}
            </p>
          ) : null}
          <p className="small quiet">{t('opening.verify')}</p>
        </Section>
      ) : (
        <Note>{call.endReason ?? t('opening.secret')}</Note>
      )}
    </Page>
  )
}
