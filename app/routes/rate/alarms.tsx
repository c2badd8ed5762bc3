import { useLoaderData } from '@remix-run/react'
import { Note } from '#app/components/card.tsx'
import { useFormat } from '#app/components/format.ts'
import { Page } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { Table } from '#app/components/table.tsx'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { readAlarms } from '#domain/rate/rating/read-alarms.ts'

export const handle = titled('alarms.title')
export const loader = pageLoader((ctx) => readAlarms(ctx))

/** 评价预警: signals in the ratings for a person to look at. */
export default function Alarms() {
  const t = useT()
  const f = useFormat()
  const { alarms } = useLoaderData<typeof loader>()
  return (
    <Page
      title={t('alarms.title')}
      lead={t('alarms.lead')}
      back={{ to: '/desk/flags', label: t('flags.title') }}
    >
      {alarms.length === 0 ? (
        <Note>{t('alarms.none')}</Note>
      ) : (
        <Table
          caption={t('alarms.title')}
          captionHidden
          columns={[
            { head: t('flags.about') },
            { head: t('alarms.sign') },
            { head: t('flags.figures') },
            { head: t('flags.looked') },
          ]}
          rows={alarms.map((a) => ({
            key: a.key,
            cells: [
              <a key="t" className="hit" href={`/desk/flags/ratings/${encodeURIComponent(a.key)}`}>
                {a.about.join(' / ')}
              </a>,
              t(`alarms.kind.${a.kind}`),
              t(`alarms.figures.${a.kind}`, a.figures),
              a.looks[0]
                ? `${t(`flags.outcome.${a.looks[0].outcome}`)} ${f.day(a.looks[0].at)}`
                : t('flags.waiting'),
            ],
          }))}
        />
      )}
    </Page>
  )
}
