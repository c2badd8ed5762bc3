import { useLoaderData } from '@remix-run/react'
import { ProjectCofund } from '#app/components/cofund/pots.tsx'
import { Warnings } from '#app/components/deliver/warnings.tsx'
import { Links } from '#app/components/entry.tsx'
import { useFormat } from '#app/components/format.ts'
import { Contacts } from '#app/components/open/contacts.tsx'
import { ProjectCard } from '#app/components/open/project-card.tsx'
import { ProjectCost } from '#app/components/open/project-cost.tsx'
import { ProjectMoney } from '#app/components/open/project-money.tsx'
import { ProjectNeeds } from '#app/components/open/project-needs.tsx'
import { Trail } from '#app/components/open/trail.tsx'
import { wayPage, waySentence } from '#app/components/open/way-words.ts'
import { Page, Section } from '#app/components/page.tsx'
import { PublicSettlements } from '#app/components/pay/settlement-lines.tsx'
import { Road } from '#app/components/road.tsx'
import { titled } from '#app/components/shell/title.ts'
import { GivenBeside } from '#app/components/tend/offer-list.tsx'
import { publicLoader } from '#app/http/page-loader.server.ts'
import { useLang, useT } from '#app/i18n/use-t.ts'
import { dateOf } from '#domain/dates.ts'
import { warningsOfContract } from '#domain/deliver/supervision/warnings.ts'
import { contactsOf } from '#domain/open/handover/contacts.ts'
import { findProject, type Project } from '#domain/open/project.ts'
import { trailOf } from '#domain/open/trail.ts'
import { givenFor } from '#domain/tend/offers/offer-pages.ts'

export { publicHeaders as headers } from '#app/http/public-headers.ts'
export const handle = titled<{ project: Project }>((_t, { project }) => project.plan.title)

export const loader = publicLoader(async ({ db, clock }, { planId }) => {
  const today = dateOf(clock.now())
  const project = await findProject(db, planId!, today)
  const trail = await trailOf(
    db,
    project.plan.id,
    project.needs.map((n) => n.id),
  )
  const warnings = project.contract ? await warningsOfContract(db, project.contract.id, today) : []
  const contacts = await contactsOf(db, project, today)
  return { project, trail, warnings, contacts, given: await givenFor(db, { planId: project.plan.id }) }
})

export default function ProjectPage() {
  const t = useT()
  const f = useFormat()
  const lang = useLang()
  const { project, trail, warnings, contacts, given } = useLoaderData<typeof loader>()
  const { plan, contract, road } = project
  const amount = contract?.price ?? plan.amount
  const lead = t(`project.lead.${road.at}`, {
    buyer: plan.buyer,
    supplier: contract?.supplier ?? '',
    amount: f.money(amount),
  })
  const of = { buyer: plan.buyer, amount: plan.amount, until: plan.to }
  const said = contract
    ? contract.state === 'terminated'
      ? t('project.said.terminated')
      : lead
    : project.way
      ? waySentence(project.way, of, t, f)
      : lead
  return (
    <Page
      back={{ to: '/projects', label: t('projects.all') }}
      eyebrow={`${plan.community ?? plan.buyer} · ${plan.refNo}`}
      title={lang === 'en' ? (plan.titleEn ?? plan.title) : plan.title}
      lead={said}
    >
      <Road
        size="big"
        at={road.at}
        here={road.here}
        notes={{
          deliver:
            road.at === 'deliver' && !project.recovery && project.way?.kind !== 'framework'
              ? [t('project.done-percent', { n: road.here })]
              : [],
        }}
      />
      <Warnings warnings={warnings} />
      <ProjectCard project={project} />
      <ProjectMoney project={project} />
      {project.way?.kind === 'framework' ? <PublicSettlements settled={project.settled} /> : null}
      <ProjectCost cost={project.cost} />
      <ProjectCofund pots={project.cofund} />
      <GivenBeside given={given} />
      <ProjectNeeds project={project} />
      <Contacts contacts={contacts} />
      <Section title={t('project.trail')} id="trail">
        <p className="quiet small mt-3">{t('project.trail.lead')}</p>
        <Trail entries={trail} at={road.at} />
      </Section>
      <Links
        links={[
          { to: `/open/ledger?plan=${plan.id}`, label: t('project.ledger') },
          ...(project.way ? [{ to: wayPage(project.way), label: t(`project.way.${project.way.kind}`) }] : []),
          ...(contract
            ? [
                { to: `/contracts/${contract.id}`, label: t('project.contract') },
                { to: `/orgs/${contract.supplierId}`, label: contract.supplier },
              ]
            : []),
        ]}
      />
    </Page>
  )
}
