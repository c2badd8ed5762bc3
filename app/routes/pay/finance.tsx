import { useLoaderData } from '@remix-run/react'
import { Note } from '#app/components/card.tsx'
import { Links } from '#app/components/entry.tsx'
import { Page, Section } from '#app/components/page.tsx'
import { LinesTable, ProjectsTable } from '#app/components/pay/finance-tables.tsx'
import { usePlaceName } from '#app/components/pay/place-books.tsx'
import { PoolRules } from '#app/components/pay/pool-rules.tsx'
import { titled } from '#app/components/shell/title.ts'
import { publicLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { dateOf } from '#domain/dates.ts'
import { financePage } from '#domain/deliver/payment/ledger-page.ts'

export { publicHeaders as headers } from '#app/http/public-headers.ts'
export const handle = titled('finance.title')
export const loader = publicLoader(({ db, clock }) => financePage(db, dateOf(clock.now())))

export default function Finance() {
  const t = useT()
  const nameOf = usePlaceName()
  const { lines, projects, rules, places, verdict } = useLoaderData<typeof loader>()
  return (
    <Page title={t('finance.title')} lead={t('finance.lead')}>
      <Note kind={verdict.holds ? 'done' : 'late'}>
        {verdict.holds
          ? t('finance.holds', { n: verdict.entries })
          : t('finance.holds.not', { n: verdict.faults })}
      </Note>
      <Section title={t('places.title')}>
        <p>{t('places.see')}</p>
        <Links
          links={places.map((place) => ({ to: `/open-finance/places/${place.id}`, label: nameOf(place) }))}
        />
      </Section>
      <Section title={t('finance.projects')} aside={String(projects.length)}>
        {projects.length ? (
          <ProjectsTable projects={projects} />
        ) : (
          <p className="quiet">{t('finance.none')}</p>
        )}
      </Section>
      <Section title={t('finance.lines')} aside={String(lines.length)}>
        {lines.length ? <LinesTable lines={lines} /> : <p className="quiet">{t('finance.lines.none')}</p>}
      </Section>
      <Section title={t('pool-rule.title')}>
        <PoolRules rules={rules} />
      </Section>
      <Links
        links={[
          { to: '/open-finance/file.csv', label: t('finance.csv') },
          { to: '/cofund', label: t('cofund.title') },
        ]}
      />
    </Page>
  )
}
