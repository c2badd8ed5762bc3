import { and, desc, eq, inArray, isNotNull } from 'drizzle-orm'
import { contracts, milestones, parties, payments, plans } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { endOf } from '../../dates.ts'
import { sum } from '../../money.ts'
import { Refusal } from '../../refusal.ts'
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

/** 机构记录: what anybody may know of a body that serves; every figure is the count of facts, none is kept. */
export async function recordOfParty(db: Reader, partyId: string, now: Date, today: string) {
  const [party] = await db.select().from(parties).where(eq(parties.id, partyId))
  if (!party || !(bodyKinds as readonly string[]).includes(party.kind))
    throw new Refusal('missing', 'org-missing')
  const projects = await projectsOf(db, partyId)
  const ids = projects.map(({ contract }) => contract.id)
  const parts = ids.length
    ? await db.select().from(milestones).where(inArray(milestones.contractId, ids))
    : []
  const received = ids.length
    ? await db
        .select()
        .from(payments)
        .where(and(inArray(payments.contractId, ids), eq(payments.state, 'paid')))
    : []
  const paidFor = (id: string) => sum(received.filter((p) => p.contractId === id).map((p) => p.amount))
  const {
    id,
    kind,
    name,
    nameEn,
    uscc,
    form,
    grade,
    gradeUntil,
    registeredYear,
    credit,
    creditSince,
    creditNote,
    fields,
  } = party
  return {
    party: {
      id,
      kind,
      name,
      nameEn,
      uscc,
      form,
      grade,
      gradeUntil,
      registeredYear,
      credit,
      creditSince,
      creditNote,
      fields: fields ?? [],
    },
    projects: projects.map(({ contract, plan, buyer }) => ({
      planId: plan.id,
      contractId: contract.id,
      title: plan.title,
      buyer,
      price: contract.price,
      paid: paidFor(contract.id),
      state: contract.state,
      from: contract.from,
      to: contract.to,
      endReason: contract.endReason,
      timeliness: timelinessOf(
        parts.filter((m) => m.contractId === contract.id),
        contract.endedAt ?? now,
      ),
    })),
    contracted: sum(projects.map(({ contract }) => contract.price)),
    received: sum(received.map((p) => p.amount)),
    terminated: projects.filter(({ contract }) => contract.state === 'terminated').length,
    timeliness: projects
      .map(({ contract }) =>
        timelinessOf(
          parts.filter((m) => m.contractId === contract.id),
          contract.endedAt ?? now,
        ),
      )
      .reduce((a, b) => ({ inTime: a.inTime + b.inTime, of: a.of + b.of, late: a.late + b.late }), {
        inTime: 0,
        of: 0,
        late: 0,
      }),
    ratings: await publicRatings(db, ids, today),
  }
}
export type PartyRecord = Awaited<ReturnType<typeof recordOfParty>>
