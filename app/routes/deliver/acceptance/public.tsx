import { useLoaderData } from '@remix-run/react'
import { Note } from '#app/components/card.tsx'
import { Facts } from '#app/components/check-answers.tsx'
import { Readings } from '#app/components/deliver/evidence.tsx'
import { Opinions } from '#app/components/deliver/opinions.tsx'
import { Signatures } from '#app/components/deliver/signatures.tsx'
import { Links } from '#app/components/entry.tsx'
import { useFormat } from '#app/components/format.ts'
import { Page, Section } from '#app/components/page.tsx'
import { Sealed } from '#app/components/seal.tsx'
import { titled } from '#app/components/shell/title.ts'
import { publicLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { publicAcceptance } from '#domain/deliver/acceptance/public-acceptance.ts'

export { publicHeaders as headers } from '#app/http/public-headers.ts'

export const handle = titled('acceptance.public')
export const loader = publicLoader(({ db }, { acceptanceId }) => publicAcceptance(db, acceptanceId!))

export default function PublicAcceptance() {
  const t = useT()
  const f = useFormat()
  const a = useLoaderData<typeof loader>()
  return (
    <Page
      back={{ to: `/projects/${a.planId}`, label: t('contract.project') }}
      eyebrow={t('acceptance.public')}
      title={a.title}
      lead={t(a.met ? 'acceptance.public.met' : 'acceptance.public.not-met', { title: a.milestone.title })}
    >
      {a.reopenedAt ? (
        <Note kind="late">{t('acceptance.reopened.public', { date: f.day(a.reopenedAt) })}</Note>
      ) : null}
      <Sealed
        words={[t('seal.acceptance').slice(0, 2), t('seal.acceptance').slice(2)]}
        number={`${a.refNo}/${a.milestone.ordinal}`}
        date={a.publishedAt ? f.day(a.publishedAt) : undefined}
      />
      <Facts
        facts={[
          { term: t('contract.buyer'), text: a.buyer },
          { term: t('contract.supplier'), text: a.supplier },
          { term: t('milestone.price'), text: f.money(a.milestone.price) },
          ...(a.milestone.payable < a.milestone.price
            ? [{ term: t('milestone.payable'), text: f.money(a.milestone.payable) }]
            : []),
          { term: t('milestone.finding'), text: a.milestone.finding ?? '' },
        ]}
      />
      <Section
        title={t('opinion.title')}
        aside={t('acceptance.heard', { n: a.opinions, required: a.required })}
      >
        {a.drawn > 0 ? (
          <p className="quiet small">{t('acceptance.drawn', { n: a.required, unreached: a.unreached })}</p>
        ) : null}
        <Opinions sum={a} />
      </Section>
      <Section title={t('contract.indicators')}>
        <Readings readings={a.readings} />
      </Section>
      <Section title={t('acceptance.group')}>
        <Signatures signs={a.said} />
      </Section>
      <Links
        links={[
          { to: `/contracts/${a.contractId}`, label: t('contract.public') },
          { to: `/acceptances/${a.id}/print`, label: t('genuine.print') },
        ]}
      />
    </Page>
  )
}
