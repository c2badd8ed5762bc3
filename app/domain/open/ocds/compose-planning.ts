import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import {
  needEvidence,
  needs,
  openedBallots,
  roundItems,
  rounds,
  surveyAnswers,
  surveys,
} from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { Process } from './find-process.ts'
import { labels } from './labels-data.ts'
import { enough, firstOf, instantOf, type Json, known, moneyOf } from './words.ts'

const surveysOf = (db: Reader, needIds: string[]) =>
  db
    .selectDistinct({
      id: surveys.id,
      refNo: surveys.refNo,
      name: surveys.name,
      at: surveys.reportedAt,
      closesAt: surveys.closesAt,
    })
    .from(needEvidence)
    .innerJoin(surveys, eq(surveys.id, needEvidence.refId))
    .where(
      and(
        eq(needEvidence.kind, 'survey'),
        inArray(needEvidence.needId, needIds),
        eq(surveys.state, 'reported'),
      ),
    )
    .orderBy(asc(surveys.refNo))
const roundsOf = (db: Reader, needIds: string[]) =>
  db
    .select({ round: rounds, outcome: roundItems.outcome, needRef: needs.refNo, title: needs.title })
    .from(roundItems)
    .innerJoin(rounds, eq(rounds.id, roundItems.roundId))
    .innerJoin(needs, eq(needs.id, roundItems.needId))
    .where(and(inArray(roundItems.needId, needIds), eq(rounds.state, 'announced')))
    .orderBy(asc(rounds.refNo), asc(needs.refNo))
const counted = sql<number>`count(*)`
const answersOf = (db: Reader, ids: string[]) =>
  db
    .select({ id: surveyAnswers.surveyId, n: counted })
    .from(surveyAnswers)
    .where(inArray(surveyAnswers.surveyId, ids))
    .groupBy(surveyAnswers.surveyId)
const ballotsOf = (db: Reader, ids: string[]) =>
  db
    .select({ id: openedBallots.roundId, n: counted })
    .from(openedBallots)
    .where(inArray(openedBallots.roundId, ids))
    .groupBy(openedBallots.roundId)

/** What residents said before anything was bought: totals only, and none of fewer people than may be told. */
async function heard(db: Reader, needIds: string[]) {
  if (needIds.length === 0) return { asked: [], voted: [], answers: new Map(), ballots: new Map() }
  const asked = await surveysOf(db, needIds)
  const voted = await roundsOf(db, needIds)
  const tally = async (ids: string[], read: typeof answersOf | typeof ballotsOf) =>
    new Map(ids.length ? (await read(db, ids)).map((r) => [r.id, enough(Number(r.n))]) : [])
  const answers = await tally(
    asked.map((s) => s.id),
    answersOf,
  )
  const ballots = await tally([...new Set(voted.map((v) => v.round.id))], ballotsOf)
  return { asked, voted, answers, ballots }
}
type Heard = Awaited<ReturnType<typeof heard>>

const roundOnce = ({ voted }: Heard) => [...new Map(voted.map((v) => [v.round.id, v.round])).values()]

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

function documentsOf({ profile: { origin }, plan }: Process, h: Heard) {
  const page = { format: 'text/html', language: 'zh' }
  const plan_ = { id: 'plan', documentType: 'procurementPlan', title: `${labels.plan} ${plan.refNo}` }
  return [
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

/** 立项: why, out of which money, and what residents said before. */
export async function planningOf(db: Reader, p: Process): Promise<Json> {
  const h = await heard(
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
    contractPeriod: { startDate: firstOf(plan.from), endDate: `${plan.to}T23:59:59+08:00` },
  },
})
