import { eq, inArray } from 'drizzle-orm'
import { milestones, parties } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { dateOf, endOf } from '../../dates.ts'
import { type Receipt, receiptsOf } from '../../deliver/payment/books/receipts.ts'
import { sum } from '../../money.ts'
import { pick } from '../../pick.ts'
import { Refusal } from '../../refusal.ts'
import { blocksOf } from '../../who/standing/blocks-of.ts'
import { standingRecord } from '../../who/standing/read-body.ts'
import { ordersSaidOf } from '../rating/orders/order-summary.ts'
import { publicRatings } from '../rating/summary.ts'
import { type TakenOn, takenOn } from './taken-on.ts'

export const bodyKinds = ['organisation', 'enterprise', 'community_group', 'individual'] as const

/** 按时率: claimed on or before the contract's date, of all that were claimed or are already late. */
export type Timeliness = { inTime: number; of: number; late: number }
type Part = Pick<typeof milestones.$inferSelect, 'gate' | 'claimedAt' | 'dueOn'>

export function timelinessOf(parts: readonly Part[], now: Date): Timeliness {
  const owed = parts.filter((m) => m.gate !== 'publication' && (m.claimedAt || now >= endOf(m.dueOn)))
  const inTime = owed.filter((m) => m.claimedAt && m.claimedAt < endOf(m.dueOn)).length
  return { inTime, of: owed.length, late: owed.length - inTime }
}

const shownOfParty = [
  'id',
  'kind',
  'name',
  'nameEn',
  'uscc',
  'form',
  'grade',
  'gradeUntil',
  'registeredYear',
  'credit',
  'creditSince',
  'creditNote',
  'registration',
  'supervisorName',
  'decoupledOn',
  'certificateUntil',
  'filedWith',
  'filedOn',
] as const

async function bodyOf(db: Reader, partyId: string) {
  const [party] = await db.select().from(parties).where(eq(parties.id, partyId))
  if (!party || !(bodyKinds as readonly string[]).includes(party.kind))
    throw new Refusal('missing', 'org-missing')
  return { ...pick(party, shownOfParty), fields: party.fields ?? [] }
}

const partsOf = async (db: Reader, ids: string[]) =>
  ids.length ? await db.select().from(milestones).where(inArray(milestones.contractId, ids)) : []

const none: Timeliness = { inTime: 0, of: 0, late: 0 }
const together = (all: readonly Timeliness[]): Timeliness =>
  all.reduce((a, b) => ({ inTime: a.inTime + b.inTime, of: a.of + b.of, late: a.late + b.late }), none)

const paidOf = (receipts: readonly Receipt[]) => sum(receipts.map(({ amount }) => amount))

/** One contract as its record shows it; a timeliness that is still running is counted up to now. */
const ofContract = (
  { kind, planId, title, buyer, contract }: Extract<TakenOn, { kind: 'contract' }>,
  receipts: readonly Receipt[],
  parts: Array<typeof milestones.$inferSelect>,
  now: Date,
) => ({
  ...{ kind, planId, title, buyer },
  ...pick(contract, ['id', 'price', 'state']),
  paid: paidOf(receipts.filter(({ contractId }) => contractId === contract.id)),
  timeliness: timelinessOf(
    parts.filter((m) => m.contractId === contract.id),
    contract.endedAt ?? now,
  ),
})

/** Nobody serves under an agreement that was closed, or that has run out, whether or not it was closed. */
function servesStill({ agreement, to, state }: Extract<TakenOn, { kind: 'framework' }>, today: string) {
  if (agreement === 'closed') return 'closed' as const
  return state === 'signed' && to < today ? ('expired' as const) : state
}

/** A minor work or a framework agreement: the one way its plan went, so what the plan paid this body. */
const ofWay = (one: Exclude<TakenOn, { kind: 'contract' }>, receipts: readonly Receipt[], today: string) => ({
  ...pick(one, ['id', 'planId', 'title', 'buyer']),
  ...(one.kind === 'minor'
    ? { kind: one.kind, price: one.price, state: one.state }
    : { kind: one.kind, price: null, state: servesStill(one, today) }),
  paid: paidOf(receipts.filter(({ planId, contractId }) => planId === one.planId && !contractId)),
  timeliness: none,
})

async function projectsOf(db: Reader, taken: readonly TakenOn[], receipts: readonly Receipt[], now: Date) {
  const parts = await partsOf(db, contractIds(taken))
  return taken.map((one) =>
    one.kind === 'contract' ? ofContract(one, receipts, parts, now) : ofWay(one, receipts, dateOf(now)),
  )
}
const contractIds = (taken: readonly TakenOn[]) =>
  taken.flatMap((one) => (one.kind === 'contract' ? [one.contract.id] : []))

/** 机构记录: what anybody may know of a body that serves; every figure is the count of facts, none is kept. Its money is that of its open books. */
export async function recordOfParty(db: Reader, partyId: string, now: Date, today: string) {
  const party = await bodyOf(db, partyId)
  const taken = await takenOn(db, partyId)
  const receipts = await receiptsOf(db, partyId)
  const projects = await projectsOf(db, taken, receipts, now)
  return {
    party,
    standing: await standingRecord(db, partyId),
    blocks: await blocksOf(db, partyId, today),
    projects,
    contracted: sum(projects.flatMap(({ price }) => price ?? [])),
    received: paidOf(receipts),
    terminated: projects.filter(({ state }) => state === 'terminated').length,
    timeliness: together(projects.map(({ timeliness }) => timeliness)),
    ratings: await publicRatings(db, contractIds(taken), today, await ordersSaidOf(db, partyId)),
  }
}
export type PartyRecord = Awaited<ReturnType<typeof recordOfParty>>
