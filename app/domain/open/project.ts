import { asc, desc, eq, inArray } from 'drizzle-orm'
import {
  contracts,
  indicatorReadings,
  indicators,
  linkages,
  methods,
  milestones,
  needs,
  parties,
  payments,
  persons,
  places,
  planNeeds,
  plans,
  tenders,
} from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { Refusal } from '../refusal.ts'
import { listProjects } from './projects.ts'

async function planFacts(db: Reader, planId: string) {
  const [plan] = await db
    .select({
      id: plans.id,
      refNo: plans.refNo,
      title: plans.title,
      titleEn: plans.titleEn,
      amount: plans.amount,
      state: plans.state,
      from: plans.from,
      to: plans.to,
      goals: plans.goals,
      quantity: plans.quantity,
      whoseDuty: plans.whoseDuty,
      whyNotDirect: plans.whyNotDirect,
      sensitive: plans.sensitive,
      intentionOn: plans.intentionOn,
      buyerId: plans.buyerId,
      buyer: parties.name,
      communityId: plans.communityId,
      community: places.name,
      method: methods.name,
      methodEn: methods.nameEn,
      basis: methods.basis,
    })
    .from(plans)
    .innerJoin(parties, eq(parties.id, plans.buyerId))
    .innerJoin(methods, eq(methods.id, plans.methodId))
    .leftJoin(places, eq(places.id, plans.communityId))
    .where(eq(plans.id, planId))
  if (!plan || (plan.state !== 'approved' && !plan.intentionOn)) throw new Refusal('missing', 'project')
  return plan
}

const needsOf = (db: Reader, planId: string) =>
  db
    .select({
      id: needs.id,
      refNo: needs.refNo,
      title: needs.title,
      beneficiaries: needs.beneficiaries,
      targetGroup: needs.targetGroup,
      state: needs.state,
      community: places.name,
    })
    .from(planNeeds)
    .innerJoin(needs, eq(needs.id, planNeeds.needId))
    .innerJoin(places, eq(places.id, needs.communityId))
    .where(eq(planNeeds.planId, planId))

/** The three sectors; a social worker by surname and title, no other person by name. */
const linkageOf = (db: Reader, contractId: string) =>
  db
    .select({
      sector: linkages.sector,
      body: parties.name,
      person: persons.name,
      goal: linkages.goal,
      duty: linkages.duty,
      contribution: linkages.contribution,
      confirmedAt: linkages.confirmedAt,
    })
    .from(linkages)
    .leftJoin(parties, eq(parties.id, linkages.partyId))
    .leftJoin(persons, eq(persons.id, linkages.personId))
    .where(eq(linkages.contractId, contractId))

async function moneyOf(db: Reader, contractId: string) {
  const parts = await db
    .select()
    .from(milestones)
    .where(eq(milestones.contractId, contractId))
    .orderBy(asc(milestones.ordinal))
  const asked = await db
    .select()
    .from(payments)
    .where(eq(payments.contractId, contractId))
    .orderBy(desc(payments.requestedAt))
  return parts.map(({ id, ordinal, title, gate, percent, price, state, dueOn, acceptedAt }) => {
    const payment = asked.find((p) => p.milestoneId === id && p.state !== 'declined')
    const told = payment && {
      id: payment.id,
      refNo: payment.refNo,
      state: payment.state,
      amount: payment.amount,
      voucherNo: payment.voucherNo,
      voucherYear: payment.voucherYear,
      paidAt: payment.paidAt,
    }
    return { id, ordinal, title, gate, percent, price, state, dueOn, acceptedAt, payment: told ?? null }
  })
}

async function indicatorsOf(db: Reader, contractId: string) {
  const rows = await db.select().from(indicators).where(eq(indicators.contractId, contractId))
  if (rows.length === 0) return []
  const readings = await db
    .select({
      indicatorId: indicatorReadings.indicatorId,
      value: indicatorReadings.value,
      ordinal: milestones.ordinal,
    })
    .from(indicatorReadings)
    .innerJoin(milestones, eq(milestones.id, indicatorReadings.milestoneId))
    .where(
      inArray(
        indicatorReadings.indicatorId,
        rows.map((r) => r.id),
      ),
    )
    .orderBy(asc(milestones.ordinal))
  return rows.map(({ id, name, unit, target }) => ({
    id,
    name,
    unit,
    target,
    value: readings.findLast((r) => r.indicatorId === id)?.value ?? null,
  }))
}

async function contractOf(db: Reader, planId: string) {
  const [contract] = await db
    .select({
      id: contracts.id,
      refNo: contracts.refNo,
      price: contracts.price,
      state: contracts.state,
      from: contracts.from,
      to: contracts.to,
      supplierId: contracts.supplierId,
      supplier: parties.name,
    })
    .from(contracts)
    .innerJoin(parties, eq(parties.id, contracts.supplierId))
    .where(eq(contracts.planId, planId))
    .orderBy(desc(contracts.createdAt))
    .limit(1)
  return contract && ['published', 'completed', 'terminated'].includes(contract.state) ? contract : null
}

/** Everything the public page of one project tells, except its dated trail. */
export async function findProject(db: Reader, planId: string) {
  const plan = await planFacts(db, planId)
  const contract = await contractOf(db, planId)
  const [row] = (await listProjects(db, { most: 1000 })).filter((p) => p.id === planId)
  const runs = await db
    .select({
      id: tenders.id,
      refNo: tenders.refNo,
      state: tenders.state,
      publishedAt: tenders.publishedAt,
      deadline: tenders.deadline,
    })
    .from(tenders)
    .where(eq(tenders.planId, planId))
    .orderBy(asc(tenders.createdAt))
  return {
    plan,
    contract,
    road: row?.road ?? { at: 'buy' as const, here: 5 },
    needs: await needsOf(db, planId),
    tenders: runs.filter((r) => r.publishedAt),
    linkage: contract ? await linkageOf(db, contract.id) : [],
    money: contract ? await moneyOf(db, contract.id) : [],
    indicators: contract ? await indicatorsOf(db, contract.id) : [],
  }
}
export type Project = Awaited<ReturnType<typeof findProject>>
