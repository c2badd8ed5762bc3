import { useLoaderData } from '@remix-run/react'
import { useFormat } from '#app/components/format.ts'
import { Page, Section } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { JournalLines, SignInDays } from '#app/components/who/journal-lines.tsx'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { readJournal, type Sought } from '#domain/open/read-journal.ts'

export const handle = titled('journal.title')

export const loader = pageLoader(async (ctx, _params, url) => {
  const sought: Sought = Object.fromEntries(url.searchParams)
  return { sought, ...(await readJournal(ctx, sought)) }
})

export default function Journal() {
  const t = useT()
  const f = useFormat()
  const { sought, seals, lines, more, days } = useLoaderData<typeof loader>()
  const { last, broken } = seals
  return (
    <Page title={t('journal.title')} lead={t('journal.lead')}>
      <Section title={t('journal.seal')}>
        {broken !== null && <p className="note late">{t('journal.seal.broken', { n: broken })}</p>}
        {broken === null && !last && <p>{t('journal.seal.none')}</p>}
        {last && (
          <>
            <p>{t('journal.seal.holds', { at: f.dateTime(last.upTo) })}</p>
            <p>
              {t('journal.seal.hash')} <code className="break-all">{last.hash}</code>
            </p>
          </>
        )}
      </Section>
      <Section title={t('journal.lines')}>
        <JournalLines sought={sought} lines={lines} more={more} />
      </Section>
      {days && (
        <Section title={t('journal.days')} aside={t('journal.days.aside')}>
          <SignInDays days={days} />
        </Section>
      )}
    </Page>
  )
}
