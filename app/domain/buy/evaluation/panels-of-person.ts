import { and, desc, eq, ne } from 'drizzle-orm'
import { panelSeats, tenders } from '#db/schema/index.ts'
import type { Context } from '../../context.ts'
import { Refusal } from '../../refusal.ts'

/** Every panel a person sits on or sat on to the end. */
export async function readMyPanels(ctx: Context) {
  const { personId } = ctx.actor
  if (!personId) throw new Refusal('forbidden', 'sign-in-first')
  return ctx.db
    .select({
      id: tenders.id,
      title: tenders.title,
      refNo: tenders.refNo,
      tenderState: tenders.state,
      deadline: tenders.deadline,
      state: panelSeats.state,
      signedAt: panelSeats.signedAt,
    })
    .from(panelSeats)
    .innerJoin(tenders, eq(tenders.id, panelSeats.tenderId))
    .where(and(eq(panelSeats.personId, personId), ne(panelSeats.state, 'recused')))
    .orderBy(desc(tenders.deadline))
}
