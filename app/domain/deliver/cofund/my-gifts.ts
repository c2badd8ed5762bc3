import { desc, eq } from 'drizzle-orm'
import { gifts, parties, pots } from '#db/schema/index.ts'
import type { Context } from '../../context.ts'
import { whereIs } from './sums.ts'

/** 我的出资: every agreement one signed, for oneself or for a body, the newest first, with where its money is. */
export async function myGifts({ db, actor }: Context) {
  if (!actor.personId) return []
  const rows = await db
    .select({ gift: gifts, pot: pots.title, body: parties.name })
    .from(gifts)
    .innerJoin(pots, eq(pots.id, gifts.potId))
    .leftJoin(parties, eq(parties.id, gifts.payerPartyId))
    .where(eq(gifts.payerId, actor.personId))
    .orderBy(desc(gifts.pledgedAt))
    .limit(50)
  return Promise.all(
    rows.map(async ({ gift, pot, body }) => ({
      ...{ id: gift.id, refNo: gift.refNo, amount: gift.amount, state: gift.state, pot, body },
      ...{ unnamed: gift.shownAs === null, where: (await whereIs(db, gift.id)).where },
    })),
  )
}
