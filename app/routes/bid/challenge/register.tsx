import { useLoaderData } from '@remix-run/react'
import { ChallengeEntry } from '#app/components/bid/challenge-entry.tsx'
import { Page, Section } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { publicLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { allChallenges } from '#domain/buy/challenge/find-challenge.ts'

export { publicHeaders as headers } from '#app/http/public-headers.ts'
export const handle = titled('challenges.title')
export const loader = publicLoader(async ({ db }) => ({ challenges: await allChallenges(db) }))

export default function ChallengesPage() {
  const t = useT()
  const { challenges } = useLoaderData<typeof loader>()
  return (
    <Page
      back={{ to: '/notices', label: t('challenges.back') }}
      title={t('challenges.title')}
      lead={t('challenges.lead')}
    >
      <Section plain title={t('challenges.all', { n: challenges.length })}>
        {challenges.length === 0 ? <p className="quiet">{t('challenge.none')}</p> : null}
        {challenges.map((c) => (
          <ChallengeEntry key={c.id} challenge={c} tender />
        ))}
      </Section>
    </Page>
  )
}
