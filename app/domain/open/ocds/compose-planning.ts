import type { Reader } from '#db/store.ts'
import { type Heard, heardOf, roundOnce } from './find-heard.ts'
import type { Process } from './find-process.ts'
import { labels } from './labels-data.ts'
import { firstOf, instantOf, type Json, known, lastOf, moneyOf } from './words.ts'

function participationOf(origin: string, h: Heard): Json | null {
  const surveyRows = h.asked.map((s) =>
    known({ id: s.refNo, title: s.name, respondents: h.answers.get(s.id), uri: `${origin}/surveys/${s.id}` }),
  )
  const voteRows = roundOnce(h).map((round) =>
    known({
      id: round.refNo,
      title: round.name,
      ballots: h.ballots.get(round.id),
      items: h.voted
        .filter((v) => v.round.id === round.id)
        .map((v) => known({ id: v.needRef, title: v.title, outcome: v.outcome })),
      uri: `${origin}/votes/${round.id}/result`,
    }),
  )
  const said = known({ surveys: surveyRows, votes: voteRows })
  return Object.keys(said).length > 0 ? said : null
}

function milestonesOf(p: Process, h: Heard) {
  const met = (id: string, type: string, code: string, title: string, at: Date | null) =>
    known({ id, type, code, title, dateMet: instantOf(at), status: 'met' })
  return [
    ...h.asked.map((s) => met(s.refNo, 'engagement', 'needsSurvey', s.name, s.at ?? s.closesAt)),
    ...roundOnce(h).map((r) => met(r.refNo, 'engagement', 'residentVote', r.name, r.announcedAt)),
    ...(p.plan.approvedAt
      ? [met('approval', 'approval', 'buyerApproval', labels.planApproved, p.plan.approvedAt)]
      : []),
  ]
}

const page = { format: 'text/html', language: 'zh' }
/** 采购意向、单一来源公示: what was told before any call, each at its own address. */
function noticesOf({ profile: { origin }, plan }: Process) {
  const notice = (id: string, title: string, url: string, on: string | null) =>
    on
      ? [{ id, documentType: 'plannedProcurementNotice', title, url, datePublished: firstOf(on), ...page }]
      : []
  const direct = `${origin}/direct-notices/${plan.id}`
  return [
    ...notice('intention', labels.intention, `${origin}/projects/${plan.id}`, plan.intentionOn),
    ...notice('direct', labels.directNotice, direct, plan.directNoticeOn),
  ]
}

function documentsOf(p: Process, h: Heard) {
  const {
    profile: { origin },
    plan,
  } = p
  const plan_ = { id: 'plan', documentType: 'procurementPlan', title: `${labels.plan} ${plan.refNo}` }
  return [
    ...noticesOf(p),
    ...h.asked.map((s) =>
      known({
        id: s.refNo,
        documentType: 'needsAssessment',
        title: s.name,
        url: `${origin}/surveys/${s.id}`,
        datePublished: instantOf(s.at),
        ...page,
      }),
    ),
    known({
      ...plan_,
      url: `${origin}/projects/${plan.id}`,
      datePublished: instantOf(plan.approvedAt),
      ...page,
    }),
  ]
}

function budgetOf({ line, pool, plan }: Process, h: Heard) {
  const [round] = roundOnce(h)
  return {
    id: line.code,
    description: `${pool.name} · ${line.name}`,
    amount: moneyOf(plan.amount),
    project: round?.name ?? `${pool.name}（${pool.year}）`,
    projectID: round?.refNo ?? pool.code,
  }
}

/** 立项: why, out of which money, and what residents said before; of a plan that is only intended, its notice. */
export async function planningOf(db: Reader, p: Process): Promise<Json> {
  if (p.plan.state !== 'approved') return { planning: { documents: noticesOf(p) } }
  const h = await heardOf(
    db,
    p.needs.map((n) => n.id),
  )
  const people = p.needs.reduce((all, n) => all + n.beneficiaries, 0)
  const said = { id: '1', measure: people, unit: { name: labels.people } }
  const planning = known({
    rationale: p.plan.goals,
    budget: budgetOf(p, h),
    documents: documentsOf(p, h),
    milestones: milestonesOf(p, h),
    forecasts:
      people > 0 ? [{ id: 'beneficiaries', title: labels.beneficiaries, observations: [said] }] : null,
  })
  return known({ planning, participation: participationOf(p.profile.origin, h) })
}

/** What is known of the tender before there is one. */
export const plannedTenderOf = ({ plan, method }: Process): Json => ({
  tender: {
    id: plan.refNo,
    title: plan.title,
    status: 'planned',
    value: moneyOf(plan.amount),
    mainProcurementCategory: method.service ? 'services' : 'works',
    procurementMethod: method.direct ? 'direct' : 'open',
    procurementMethodDetails: method.name,
    contractPeriod: { startDate: firstOf(plan.from), endDate: lastOf(plan.to) },
  },
})
