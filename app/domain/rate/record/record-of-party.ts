import { and, desc, eq, inArray, isNotNull } from 'drizzle-orm'
import { contracts, milestones, parties, payments, plans } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { endOf } from '../../dates.ts'
import { sum } from '../../money.ts'
import { pick } from '../../pick.ts'
import { Refusal } from '../../refusal.ts'
import { blocksOf } from '../../who/standing/blocks-of.ts'
import { standingRecord } from '../../who/standing/read-body.ts'
import { publicRatings } from '../rating/summary.ts'

export const bodyKinds = ['organisation', 'enterprise', 'community_group', 'individual'] as const

/** 按时率: claimed on or before the contract's date, of all that were claimed or are already late. */
export type Timeliness = { inTime: number; of: number; late: number }
type Part = Pick<typeof milestones.$inferSelect, 'gate' | 'claimedAt' | 'dueOn'>

export function timelinessOf(parts: readonly Part[], now: Date): Timeliness {
  const owed = parts.filter((m) => m.gate !== 'publication' && (m.claimedAt || now >= endOf(m.dueOn)))
  const inTime = owed.filter((m) => m.claimedAt && m.claimedAt < endOf(m.dueOn)).length
  return { inTime, of: owed.length, late: owed.length - inTime }
}

const projectsOf = (db: Reader, partyId: string) =>
  db
    .select({ contract: contracts, plan: plans, buyer: parties.name })
    .from(contracts)
    .innerJoin(plans, eq(plans.id, contracts.planId))
    .innerJoin(parties, eq(parties.id, contracts.buyerId))
    .where(and(eq(contracts.supplierId, partyId), isNotNull(contracts.publishedAt)))
    .orderBy(desc(contracts.publishedAt), contracts.id)

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

/** What was to be done under these contracts, and what was paid for it. */
async function doneUnder(db: Reader, ids: string[]) {
  if (ids.length === 0) return { parts: [], received: [] }
  const parts = await db.select().from(milestones).where(inArray(milestones.contractId, ids))
  const received = await db
    .select()
    .from(payments)
    .where(and(inArray(payments.contractId, ids), eq(payments.state, 'paid')))
  return { parts, received }
}

const together = (all: readonly Timeliness[]): Timeliness =>
  all.reduce((a, b) => ({ inTime: a.inTime + b.inTime, of: a.of + b.of, late: a.late + b.late }), {
    inTime: 0,
    of: 0,
    late: 0,
  })

type Found = Awaited<ReturnType<typeof projectsOf>>[number]
type Done = Awaited<ReturnType<typeof doneUnder>>
/** One contract as its record shows it; a timeliness that is still running is counted up to now. */
const shownProject = ({ contract, plan, buyer }: Found, { parts, received }: Done, now: Date) => ({
  planId: plan.id,
  contractId: contract.id,
  title: plan.title,
  buyer,
  price: contract.price,
  paid: sum(received.filter((p) => p.contractId === contract.id).map((p) => p.amount)),
  ...pick(contract, ['state', 'from', 'to', 'endReason']),
  timeliness: timelinessOf(
    parts.filter((m) => m.contractId === contract.id),
    contract.endedAt ?? now,
  ),
})

/** 机构记录: what anybody may know of a body that serves; every figure is the count of facts, none is kept. */
export async function recordOfParty(db: Reader, partyId: string, now: Date, today: string) {
  const party = await bodyOf(db, partyId)
  const found = await projectsOf(db, partyId)
  const ids = found.map(({ contract }) => contract.id)
  const done = await doneUnder(db, ids)
  const projects = found.map((one) => shownProject(one, done, now))
  return {
    party,
    standing: await standingRecord(db, partyId),
    blocks: await blocksOf(db, partyId, today),
    projects,
    contracted: sum(projects.map(({ price }) => price)),
    received: sum(done.received.map(({ amount }) => amount)),
    terminated: projects.filter(({ state }) => state === 'terminated').length,
    timeliness: together(projects.map(({ timeliness }) => timeliness)),
    ratings: await publicRatings(db, ids, today),
  }
}
export type PartyRecord = Awaited<ReturnType<typeof recordOfParty>>
