import { useLoaderData } from '@remix-run/react'
import { PublicChanges } from '#app/components/deliver/change-list.tsx'
import { Clauses } from '#app/components/deliver/clauses.tsx'
import { ContractCard } from '#app/components/deliver/contract-card.tsx'
import { ContractFacts } from '#app/components/deliver/contract-facts.tsx'
import { ContractTag } from '#app/components/deliver/contract-tag.tsx'
import { Readings } from '#app/components/deliver/evidence.tsx'
import { JointMonths, SilentSides } from '#app/components/deliver/joint-months.tsx'
import { MilestoneTable } from '#app/components/deliver/milestone-table.tsx'
import { PaperLinks } from '#app/components/deliver/paper-links.tsx'
import { RecoverySection } from '#app/components/deliver/recovery.tsx'
import { PublicSubcontracts } from '#app/components/deliver/subcontract-list.tsx'
import { Links } from '#app/components/entry.tsx'
import { useFormat } from '#app/components/format.ts'
import { Page, Section } from '#app/components/page.tsx'
import { Sealed } from '#app/components/seal.tsx'
import { titled } from '#app/components/shell/title.ts'
import { publicLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { dateOf } from '#domain/dates.ts'
import { publicJointLog } from '#domain/deliver/contract/joint-log/read-joint-log.ts'
import { publicContract } from '#domain/deliver/contract/public-contract.ts'

export { publicHeaders as headers } from '#app/http/public-headers.ts'

export const handle = titled<{ title: string }>((t, data) =>
  t('contract.public.title', { title: data.title }),
)
export const loader = publicLoader(async ({ db, clock }, { contractId }) => {
  const page = await publicContract(db, contractId!)
  return { ...page, joint: await publicJointLog(db, page.id, dateOf(clock.now())) }
})

export default function PublicContract() {
  const t = useT()
  const f = useFormat()
  const page = useLoaderData<typeof loader>()
  return (
    <Page
      back={{ to: `/projects/${page.planId}`, label: t('contract.project') }}
      eyebrow={t('contract.public.eyebrow')}
      title={page.title}
      lead={t('contract.public.lead', {
        buyer: page.buyer,
        supplier: page.supplier,
        price: f.money(page.price),
      })}
    >
      <Sealed
        words={[t('seal.contract').slice(0, 2), t('seal.contract').slice(2)]}
        number={page.refNo}
        date={page.publishedAt ? f.day(page.publishedAt) : undefined}
      />
      <p>
        <ContractTag state={page.state} />
      </p>
      <ContractFacts page={page} />
      <RecoverySection recovery={page.recovery} />
      <PublicChanges changes={page.changes} />
      <PublicSubcontracts subcontracts={page.subcontracts} />
      <Section title={t('contract.card')}>
        <ContractCard card={page.card} />
      </Section>
      {page.joint.months.length > 0 ? (
        <Section title={t('joint-log.title')}>
          <SilentSides silent={page.joint.silent} n={page.joint.n} />
          <JointMonths months={page.joint.months} />
        </Section>
      ) : null}
      <Section title={t('contract.milestones')}>
        <p className="quiet">{t('contract.milestones.lead')}</p>
        <MilestoneTable milestones={page.milestones} price={page.price} />
      </Section>
      <Section title={t('contract.indicators')}>
        <Readings readings={page.indicators} />
      </Section>
      <Section title={t('contract.clauses')}>
        <Clauses clauses={page.clauses} />
      </Section>
      <PaperLinks copy base={`/contracts/${page.id}`} />
      <Links
        links={[
          { to: `/projects/${page.planId}`, label: t('contract.project') },
          { to: `/orgs/${page.supplierId}`, label: page.supplier },
        ]}
      />
    </Page>
  )
}
