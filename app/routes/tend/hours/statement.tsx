import { useLoaderData } from '@remix-run/react'
import { Note } from '#app/components/card.tsx'
import { Facts } from '#app/components/check-answers.tsx'
import { useFormat } from '#app/components/format.ts'
import { Page } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { HourEntries } from '#app/components/tend/hour-entries.tsx'
import { useMinutes } from '#app/components/tend/minutes.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { statementOf } from '#domain/tend/hours/my-hours.ts'

export const handle = titled('hours.statement')
export const loader = pageLoader((ctx) => statementOf(ctx))

/** 时长记录单, for printing: 平台记录, no certificate (民政部令第67号). */
export default function Statement() {
  const t = useT()
  const f = useFormat()
  const minutes = useMinutes()
  const { name, bank, openedAt, minutes: stands, printedAt, entries } = useLoaderData<typeof loader>()
  return (
    <Page
      back={{ to: '/hours/me', label: t('hours.mine') }}
      eyebrow={t('hours.statement.kind')}
      title={t('hours.statement')}
    >
      <Note>{t('hours.statement.not')}</Note>
      <Facts
        facts={[
          { term: t('hours.statement.name'), text: name },
          { term: t('hours.keeper'), text: bank },
          { term: t('hours.statement.opened'), text: f.day(openedAt) },
          { term: t('hours.balance'), text: minutes(stands) },
          { term: t('hours.statement.printed'), text: f.dateTime(printedAt) },
        ]}
      />
      <HourEntries entries={entries} caption={t('hours.entries')} />
    </Page>
  )
}
