import { and, eq, inArray } from 'drizzle-orm'
import { contracts, gifts, milestones, pots } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { dateOf } from '../../dates.ts'
import type { DeskItem } from '../../desk-item.ts'
import { parameter } from '../../parameters.ts'
import { type Held, heldBy } from './age.ts'

type Row = { gift: typeof gifts.$inferSelect; pot: typeof pots.$inferSelect }
const itemOf = (key: string, { gift, pot }: Row): DeskItem => ({
  ...{ key, matter: pot.title, amount: gift.amount, chapter: 'deliver', due: null },
  ...{ since: gift.pledgedAt, link: `/gifts/${gift.id}`, kind: 'act' },
})

/** Gifts to sign for the body that receives, and to pay for whoever gave his word. */
async function toSign(db: Reader, partyId: string, personId: string): Promise<DeskItem[]> {
  const rows = await db
    .select({ gift: gifts, pot: pots })
    .from(gifts)
    .innerJoin(pots, eq(pots.id, gifts.potId))
    .where(inArray(gifts.state, ['pledged', 'agreed']))
  return [
    ...rows
      .filter(({ gift, pot }) => gift.state === 'pledged' && pot.receiverId === partyId)
      .map((row) => itemOf('gift.answer', row)),
    ...rows
      .filter(({ gift }) => gift.state === 'agreed' && gift.payerId === personId)
      .map((row) => itemOf('gift.pay', row)),
  ]
}

/** What finance holds: to send on where the part is accepted, to decide on where it has lain too long. */
async function toMove(db: Reader, ctx: Context, buyerId: string): Promise<DeskItem[]> {
  const { source, mark } = await parameter(db, 'COFUND_DECIDE', dateOf(ctx.clock.now()))
  const held = await heldBy(db, ctx.clock.now(), buyerId)
  const done = await db
    .select({ id: milestones.id })
    .from(milestones)
    .innerJoin(contracts, eq(contracts.id, milestones.contractId))
    .where(and(eq(contracts.buyerId, buyerId), eq(milestones.state, 'accepted')))
  const isDone = ({ pot }: Held) => done.some(({ id }) => id === pot.milestoneId)
  return held
    .filter((one) => one.age !== 'young' || one.ended || isDone(one))
    .map((one) => ({
      ...itemOf(isDone(one) ? 'gift.release' : 'gift.decide', one),
      ...{ amount: one.amount, since: one.gift.receivedAt! },
      due: { at: one.decideBy, source, mark: mark as 'local' },
    }))
}

/** Co-funding and gifts: to sign, to pay, to send on, to decide. */
export async function deskOfCofund(db: Reader, ctx: Context): Promise<DeskItem[]> {
  const { seat, personId } = ctx.actor
  if (!personId) return []
  if (seat?.role.endsWith('_finance')) return toMove(db, ctx, seat.partyId)
  return toSign(db, seat?.role === 'org_signer' ? seat.partyId : '', personId)
}
