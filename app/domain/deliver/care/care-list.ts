import { eq, inArray } from 'drizzle-orm'
import { cares, frameworks, parties, persons } from '#db/schema/index.ts'
import type { Context } from '../../context.ts'
import { authorize, may } from '../../policy/index.ts'
import { findCare } from './find-care.ts'

/** Applications and grants of the reader's body: the community's, the centre's, the buyer's. */
export async function careList(ctx: Context) {
  authorize(ctx.actor, 'care.list', {})
  const { seat } = ctx.actor
  const [body] = await ctx.db.select().from(parties).where(eq(parties.id, seat!.partyId))
  const of = await ctx.db
    .select({
      care: cares,
      name: persons.name,
      communityId: persons.communityId,
      buyerId: frameworks.buyerId,
    })
    .from(cares)
    .innerJoin(persons, eq(persons.id, cares.personId))
    .innerJoin(frameworks, eq(frameworks.id, cares.frameworkId))
    .where(inArray(cares.state, ['applied', 'assessed', 'granted', 'refused']))
  const found = []
  for (const row of of) if (may(ctx.actor, 'care.read', await findCare(ctx.db, row.care.id))) found.push(row)
  return {
    body: body?.name ?? '',
    asks: may(ctx.actor, 'care.list', {}) && /_clerk$/.test(seat!.role),
    cares: found.map(({ care, name }) => ({
      id: care.id,
      refNo: care.refNo,
      state: care.state,
      name,
      at: care.appliedAt,
    })),
  }
}
