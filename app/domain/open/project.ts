import { asc, desc, eq } from 'drizzle-orm'
import { contracts, methods, needs, parties, places, planNeeds, plans, tenders } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { cofundOfPlan } from '../deliver/cofund/public-cofund.ts'
import { unitCostOf } from '../deliver/diary/unit-cost.ts'
import { recoveryOf } from '../deliver/payment/to-recover.ts'
import { publicSettlements } from '../deliver/settlement/public-settlements.ts'
import { Refusal } from '../refusal.ts'
import { balancesOf } from '../treasury/balances.ts'
import { indicatorsOf, linkageOf, moneyOf } from './contract-facts.ts'
import { standingOfProject } from './projects.ts'

/** What everyone may read of a plan, of who buys and where, and of its route. */
const publicFacts = {
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
}

async function planFacts(db: Reader, planId: string) {
  const [plan] = await db
    .select(publicFacts)
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
    .orderBy(asc(needs.refNo))

async function contractOf(db: Reader, planId: string) {
  const [contract] = await db
    .select({
      id: contracts.id,
      refNo: contracts.refNo,
      price: contracts.price,
      state: contracts.state,
      from: contracts.from,
      to: contracts.to,
      recovered: contracts.recovered,
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

const callsOf = (db: Reader, planId: string) =>
  db
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

/** Everything the public page of one project tells on a day, except its dated trail. */
export async function findProject(db: Reader, planId: string, today: string) {
  const plan = await planFacts(db, planId)
  const contract = await contractOf(db, planId)
  const standing = await standingOfProject(db, planId, today)
  const way = plan.state === 'approved' ? standing.way : null
  return {
    plan,
    way,
    /** What went and is on its way by the ledger, where the way is no contract. */
    moved: way ? await balancesOf(db, { planId }) : null,
    settled: way?.kind === 'framework' ? await publicSettlements(db, way.id, today) : [],
    contract,
    road: plan.state === 'approved' ? standing.road : { at: 'buy' as const, here: 5 },
    needs: await needsOf(db, planId),
    tenders: (await callsOf(db, planId)).filter((r) => r.publishedAt),
    linkage: contract ? await linkageOf(db, contract.id) : [],
    money: contract ? await moneyOf(db, contract.id) : [],
    cofund: await cofundOfPlan(db, planId),
    recovery: contract?.state === 'terminated' ? await recoveryOf(db, contract) : null,
    indicators: contract ? await indicatorsOf(db, contract.id) : [],
    cost: contract ? await unitCostOf(db, contract.id) : null,
  }
}
export type Project = Awaited<ReturnType<typeof findProject>>
