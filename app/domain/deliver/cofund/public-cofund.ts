import { asc, desc, eq, inArray } from 'drizzle-orm'
import { contracts, gifts, milestones, parties, plans, pots } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { agreedOf, sumsOf, whereIs } from './sums.ts'

const potFacts = {
  pot: pots,
  plan: { id: plans.id, title: plans.title, titleEn: plans.titleEn, buyerId: plans.buyerId },
  part: milestones.title,
  receiver: { id: parties.id, name: parties.name },
}
const all = (db: Reader) =>
  db
    .select(potFacts)
    .from(pots)
    .innerJoin(contracts, eq(contracts.id, pots.contractId))
    .innerJoin(plans, eq(plans.id, contracts.planId))
    .innerJoin(milestones, eq(milestones.id, pots.milestoneId))
    .innerJoin(parties, eq(parties.id, pots.receiverId))

type Row = Awaited<ReturnType<typeof all>>[number]
async function told(db: Reader, { pot, plan, part, receiver }: Row) {
  const mine = await db.select().from(gifts).where(eq(gifts.potId, pot.id)).orderBy(asc(gifts.pledgedAt))
  const { openedBy: _, lineId, ...facts } = pot
  const sums = await sumsOf(db, lineId)
  return {
    ...facts,
    lineId,
    plan,
    part,
    receiver,
    agreed: agreedOf(mine),
    ...sums,
    givers: await shown(db, mine),
  }
}
/** Who gave, as the public is told: named or not, how much, and where the money is. */
async function shown(db: Reader, mine: Array<typeof gifts.$inferSelect>) {
  const given = mine.filter(({ receivedAt }) => receivedAt !== null)
  return Promise.all(
    given.map(async ({ id, refNo, kind, shownAs, amount }) => ({
      ...{ refNo, kind, shownAs, amount, where: (await whereIs(db, id)).where },
    })),
  )
}
export type PublicPot = Awaited<ReturnType<typeof told>>

/** Every pot, those still open first. */
export async function publicPots(db: Reader): Promise<PublicPot[]> {
  const rows = await all(db).orderBy(desc(pots.state), desc(pots.openedAt))
  return Promise.all(rows.map((row) => told(db, row)))
}
/** What a project has beside its fiscal money. */
export async function cofundOfPlan(db: Reader, planId: string): Promise<PublicPot[]> {
  const rows = await all(db).where(eq(contracts.planId, planId)).orderBy(asc(pots.openedAt))
  return Promise.all(rows.map((row) => told(db, row)))
}
export async function publicPot(db: Reader, potId: string): Promise<PublicPot | null> {
  const [row] = await all(db).where(inArray(pots.id, [potId]))
  return row ? told(db, row) : null
}
