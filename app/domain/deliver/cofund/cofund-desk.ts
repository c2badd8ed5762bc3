import { and, asc, eq, inArray } from 'drizzle-orm'
import { contracts, gifts, milestones, parties, payeeAccounts, pots } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { authorize, may } from '../../policy/index.ts'
import { type Held, heldBy } from './age.ts'
import { whereIs } from './sums.ts'

const partsOf = (db: Reader, buyerId: string) =>
  db
    .select({ id: milestones.id, title: milestones.title, contract: contracts.title })
    .from(milestones)
    .innerJoin(contracts, eq(contracts.id, milestones.contractId))
    .where(
      and(
        eq(contracts.buyerId, buyerId),
        eq(contracts.state, 'published'),
        inArray(milestones.state, ['planned', 'claimed', 'returned']),
      ),
    )
    .orderBy(asc(contracts.title), asc(milestones.ordinal))

async function giftsAt(db: Reader, partyId: string) {
  const rows = await db
    .select({ gift: gifts, pot: pots, buyerId: contracts.buyerId })
    .from(gifts)
    .innerJoin(pots, eq(pots.id, gifts.potId))
    .innerJoin(contracts, eq(contracts.id, pots.contractId))
    .orderBy(asc(gifts.pledgedAt))
  const mine = rows.filter(({ gift, pot, buyerId }) =>
    [gift.payerPartyId, pot.receiverId, buyerId].includes(partyId),
  )
  return Promise.all(
    mine.map(async ({ gift, pot }) => ({
      ...{ id: gift.id, refNo: gift.refNo, amount: gift.amount, state: gift.state, pot: pot.title },
      where: (await whereIs(db, gift.id)).where,
    })),
  )
}
const heldShown = ({ gift, amount, age, decideBy, pot }: Held) => ({
  ...{ id: gift.id, refNo: gift.refNo, pot: pot.title, amount, age, decideBy },
})

const organisations = (db: Reader) =>
  db
    .select({ id: parties.id, name: parties.name })
    .from(parties)
    .where(eq(parties.kind, 'organisation'))
    .orderBy(asc(parties.name))

/** 共建资金 at a desk: what is under way, what is held too long, and what this seat may begin. */
export async function cofundDesk(ctx: Context) {
  authorize(ctx.actor, 'cofund.read', {})
  const seat = ctx.actor.seat!
  const buys = may(ctx.actor, 'pot.open', { buyerId: seat.partyId, supplierId: '' })
  const connects = may(ctx.actor, 'payee.connect', { partyId: seat.partyId })
  const [account] = await ctx.db.select().from(payeeAccounts).where(eq(payeeAccounts.partyId, seat.partyId))
  const certifies = may(ctx.actor, 'fundraiser.certify', {})
  return {
    online: Boolean(ctx.funding),
    gifts: await giftsAt(ctx.db, seat.partyId),
    held: (await heldBy(ctx.db, ctx.clock.now(), seat.partyId)).map(heldShown),
    parts: buys ? await partsOf(ctx.db, seat.partyId) : null,
    account: connects ? (account ? (account.ready ? 'ready' : 'asked') : 'none') : null,
    bodies: certifies ? await organisations(ctx.db) : null,
    reconciles: may(ctx.actor, 'cofund.reconcile', {}),
  } as const
}
