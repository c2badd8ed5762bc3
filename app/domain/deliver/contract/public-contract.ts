import { and, eq, notInArray } from 'drizzle-orm'
import { payments } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { partiesOfAward } from '../../buy/proposal/consortium/parties-of.ts'
import { sum } from '../../money.ts'
import { Refusal } from '../../refusal.ts'
import { indicatorsRead, milestonesOf, payableOf } from '../milestone/find-milestone.ts'
import { recoveryOf } from '../payment/to-recover.ts'
import { publicChanges } from './change-page.ts'
import { type ContractFacts, findContract, type Linkage } from './find-contract.ts'
import { partyNames, personNames } from './names.ts'
import { publicSubcontracts } from './subcontract/subcontract-page.ts'
import { contractTemplate } from './templates-data.ts'

export { partyNames, personNames }

/** The card as pages show it: the three sectors with their bodies and the social worker's name. */
export async function cardOf(db: Reader, sides: readonly Linkage[]) {
  const bodies = await partyNames(
    db,
    sides.map((s) => s.partyId),
  )
  const people = await personNames(
    db,
    sides.map((s) => s.personId),
  )
  const order = ['community', 'organisation', 'social_worker']
  return [...sides]
    .sort((a, b) => order.indexOf(a.sector) - order.indexOf(b.sector))
    .map(({ sector, partyId, personId, goal, duty, contribution, confirmedAt }) => ({
      sector,
      goal,
      duty,
      contribution,
      confirmedAt,
      body: bodies[partyId ?? ''] ?? '',
      person: personId ? (people[personId] ?? null) : null,
    }))
}

/** 承接方: who signed, and with whom where a consortium won. */
const suppliersOf = async (db: Reader, c: ContractFacts, names: Record<string, string>) => ({
  supplierId: c.supplierId,
  supplier: names[c.supplierId] ?? '',
  parties: await partiesOfAward(db, c.awardId),
})

/** 主体、关键性工作, by the names of its indicators. */
export const coreNames = (
  indicators: ReadonlyArray<{ code: string; name: string }>,
  core: readonly string[] | null,
) =>
  indicators
    .filter((i) => core?.includes(i.code))
    .map((i) => i.name)
    .join(contractTemplate.comma) || null

/** The tranches as pages show them. */
const partsOf = async (db: Reader, c: ContractFacts) =>
  (await milestonesOf(db, c.id)).map((m) => ({
    id: m.id,
    ordinal: m.ordinal,
    title: m.title,
    gate: m.gate,
    percent: m.percent,
    price: m.price,
    payable: payableOf(m),
    dueOn: m.dueOn,
    state: m.state,
    acceptedAt: m.acceptedAt,
    /** 合同解除: what was not met by then is not paid any more. */
    ended: c.state === 'terminated' && m.state !== 'accepted',
  }))

/** What a contract that was carried out whole owes again: payments that were taken back after it. */
async function unpaidOf(db: Reader, { id, state }: ContractFacts) {
  if (state !== 'completed') return null
  const open = notInArray(payments.state, ['paid', 'declined'])
  const rows = await db
    .select({ amount: payments.amount })
    .from(payments)
    .where(and(eq(payments.contractId, id), open))
  return rows.length > 0 ? sum(rows.map(({ amount }) => amount)) : null
}

/** How a contract ended, and what is owed back or again. */
const endOf = async (db: Reader, c: ContractFacts) => ({
  endCause: c.endCause,
  endReason: c.endReason,
  endedAt: c.endedAt,
  recovered: c.recovered,
  recovery: c.state === 'terminated' ? await recoveryOf(db, c) : null,
  recoveryGround: c.recoveryGround,
  unpaid: await unpaidOf(db, c),
})

/** What a contract's own page and its public page both show. */
export async function contractPage(db: Reader, c: ContractFacts) {
  const names = await partyNames(db, [c.buyerId, c.supplierId, c.payeeId])
  const indicators = await indicatorsRead(db, c.id)
  return {
    id: c.id,
    refNo: c.refNo,
    title: c.title,
    template: c.template,
    planId: c.planId,
    state: c.state,
    price: c.price,
    from: c.from,
    to: c.to,
    bodyHash: c.bodyHash,
    buyer: names[c.buyerId] ?? '',
    ...(await suppliersOf(db, c, names)),
    payee: names[c.payeeId ?? ''] ?? '',
    supplierSignedAt: c.supplierSignedAt,
    buyerSignedAt: c.buyerSignedAt,
    publishedAt: c.publishedAt,
    ...(await endOf(db, c)),
    card: await cardOf(db, c.linkages),
    indicators,
    core: coreNames(indicators, c.core),
    milestones: await partsOf(db, c),
  }
}

/** 合同公告: a published contract for everyone; secret clauses keep their heading and lose their words. */
export async function publicContract(db: Reader, id: string) {
  const c = await findContract(db, id)
  if (!c.publishedAt) throw new Refusal('missing', 'contract-missing')
  const clauses = c.clauses.map(({ heading, words, secret = false }) => ({
    heading,
    words: secret ? null : words,
    secret,
  }))
  return {
    ...(await contractPage(db, c)),
    clauses,
    changes: await publicChanges(db, id),
    subcontracts: await publicSubcontracts(db, id),
  }
}
