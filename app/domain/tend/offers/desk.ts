import { eq } from 'drizzle-orm'
import { offers } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { Context } from '../../context.ts'
import type { DeskItem } from '../../desk-item.ts'
import { may } from '../../policy/index.ts'
import { findOffer } from './find-offer.ts'

/** Offers that wait for the buyer of the service they go with. */
export async function deskOfOffers(db: Reader, ctx: Context): Promise<DeskItem[]> {
  if (ctx.actor.seat?.role !== 'street_handler' && ctx.actor.seat?.role !== 'district_handler') return []
  const waiting = await db.select().from(offers).where(eq(offers.state, 'posted'))
  const items: DeskItem[] = []
  for (const { id, title, postedAt } of waiting)
    if (may(ctx.actor, 'partnerOffer.list', await findOffer(db, id)))
      items.push({
        ...{ key: 'partnerOffer.list', matter: title, since: postedAt, link: `/offers/${id}` },
        ...{ due: null, chapter: null, kind: 'act' },
      })
  return items
}
