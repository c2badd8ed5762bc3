import { useLoaderData } from '@remix-run/react'
import { Details } from '#app/components/card.tsx'
import { Links } from '#app/components/entry.tsx'
import { useFormat } from '#app/components/format.ts'
import { Page, Section } from '#app/components/page.tsx'
import { Appraised } from '#app/components/rate/appraised.tsx'
import { Assessed } from '#app/components/rate/assessed.tsx'
import { MatchScore } from '#app/components/rate/match-score.tsx'
import { OrgScore } from '#app/components/rate/org-score.tsx'
import { PriorFormula, SaidList, Spread } from '#app/components/rate/rating-words.tsx'
import { RecordFigures, RecordProjects, RegistrationFacts } from '#app/components/rate/record-facts.tsx'
import { titled } from '#app/components/shell/title.ts'
import { Blocks, StandingRecord } from '#app/components/who/standing-facts.tsx'
import { publicLoader } from '#app/http/page-loader.server.ts'
import { useLang, useT } from '#app/i18n/use-t.ts'
import { dateOf } from '#domain/dates.ts'
import { assessedOf } from '#domain/deliver/supervision/assessment/of-party.ts'
import { coveredBy } from '#domain/open/gaps/covering.ts'
import { appraisalsOfParty } from '#domain/rate/appraisal/read-appraisals.ts'
import { scoreNow } from '#domain/rate/ranking/ranking-page.ts'
import { matchOf, matchPlaces, matchQuery } from '#domain/rate/record/match.ts'
import { type PartyRecord, recordOfParty } from '#domain/rate/record/record-of-party.ts'

export { publicHeaders as headers } from '#app/http/public-headers.ts'
export const handle = titled<PartyRecord>((_t, { party }) => party.name)
export const loader = publicLoader(async ({ db, clock }, { partyId }, url) => {
  const today = dateOf(clock.now())
  const wanted = matchQuery.safeParse(Object.fromEntries(url.searchParams))
  return {
    ...(await recordOfParty(db, partyId!, clock.now(), today)),
    ranked: await scoreNow(db, 'organisation', partyId!, clock.now()),
    appraisals: await appraisalsOfParty(db, partyId!, today),
    match: wanted.success ? await matchOf(db, partyId!, wanted.data, today) : null,
    assessed: await assessedOf(db, partyId!),
    places: await matchPlaces(db),
  }
})

export default function Org() {
  const t = useT()
  const f = useFormat()
  const lang = useLang()
  const record = useLoaderData<typeof loader>()
  const { party, projects, ratings, contracted, received } = record
  const covered = coveredBy(party.fields)
  const byOrder = projects.filter(({ price }) => price === null).length
  const way = byOrder === 0 ? 'priced' : byOrder === projects.length ? 'orders' : 'both'
  const money = { contracted: f.money(contracted), received: f.money(received) }
  const lead =
    projects.length || received
      ? t(`org.lead.${way}`, { projects: projects.length, ...money })
      : t('org.lead.none')
  return (
    <Page
      back={{ to: '/orgs', label: t('orgs.back') }}
      eyebrow={t(`org.kind.${party.kind as 'organisation'}`)}
      title={lang === 'en' ? (party.nameEn ?? party.name) : party.name}
      lead={lead}
    >
      <Blocks blocks={record.blocks} />
      <Section title={t('org.figures')}>
        <RecordFigures record={record} />
        <Links
          links={[
            { to: `/orgs/${party.id}/books`, label: t('books.see') },
            { to: `/showcase?org=${party.id}`, label: t('showcase.title') },
          ]}
        />
        <OrgScore ranked={record.ranked} />
        <Details summary={t('org.formula')}>
          <p>{t('org.formula.timely')}</p>
          <PriorFormula ratings={ratings} />
          <p>{t('org.formula.money')}</p>
        </Details>
      </Section>
      <Section title={t('org.projects')} aside={String(projects.length)}>
        {projects.length ? (
          <RecordProjects projects={projects} />
        ) : (
          <p className="quiet">{t('org.projects.none')}</p>
        )}
      </Section>
      <Section title={t('org.said')}>
        <Spread of={ratings.ofOrders ? 'ratings' : 'people'} summary={ratings.summary} />
        {ratings.ofOrders >= ratings.least ? (
          <p className="quiet">{t('org.of-orders', { n: ratings.ofOrders })}</p>
        ) : null}
        {ratings.said.length ? (
          <SaidList said={ratings.said.slice(0, 30)} least={ratings.least} />
        ) : (
          <p className="quiet">{t('org.said.none')}</p>
        )}
      </Section>
      <Assessed results={record.assessed} />
      {record.appraisals.map((a) => (
        <Section key={a.id} title={t('appraisal.of', { community: a.community, year: a.year })}>
          <Appraised result={a} />
        </Section>
      ))}
      <Section title={t('org.facts')}>
        <RegistrationFacts party={party} />
      </Section>
      <Section title={t('standing.record')}>
        <StandingRecord standing={record.standing} />
      </Section>
      {covered.length > 0 ? (
        <Section title={t('gaps.of-org')}>
          <Links links={covered.map((c) => ({ to: `/gaps?category=${c}`, label: t(`category.${c}`) }))} />
        </Section>
      ) : null}
      <MatchScore match={record.match} places={record.places} action={`/orgs/${party.id}`} />
    </Page>
  )
}
