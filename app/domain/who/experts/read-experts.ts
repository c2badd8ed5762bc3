import { desc, eq } from 'drizzle-orm'
import { expertKin, expertStandings, experts, expertTies, parties, persons } from '#db/schema/index.ts'
import type { Context } from '../../context.ts'
import { dateOf } from '../../dates.ts'
import { authorize } from '../../policy/index.ts'

/** 评审专家库: everyone in it, what was declared, and whether he is in the lot today. */
export async function readExperts(ctx: Context) {
  authorize(ctx.actor, 'register.enter', {})
  const today = dateOf(ctx.clock.now())
  const all = await ctx.db
    .select({ expert: experts, name: persons.name })
    .from(experts)
    .innerJoin(persons, eq(persons.id, experts.id))
    .orderBy(persons.name)
  const standings = await ctx.db.select().from(expertStandings).orderBy(desc(expertStandings.from))
  const ties = await ctx.db
    .select({ expertId: expertTies.expertId, partyId: expertTies.partyId })
    .from(expertTies)
  const kin = await ctx.db.select({ expertId: expertKin.expertId }).from(expertKin)
  const bodies = await ctx.db
    .select({ id: parties.id, name: parties.name, kind: parties.kind })
    .from(parties)
    .orderBy(parties.name)
  return {
    experts: all.map(({ expert: { id, fields, employer, title, expertise }, name }) => {
      const history = standings
        .filter((s) => s.expertId === id)
        .map(({ id, kind, ground, from, to }) => ({ id, kind, ground, from, to }))
      const runs = history.find((s) => s.from <= today && (s.to === null || s.to >= today))
      return {
        ...{ id, name, fields: fields ?? [], employer, title, expertise },
        ties: new Set(ties.filter((t) => t.expertId === id).map((t) => t.partyId)).size,
        kin: kin.filter((k) => k.expertId === id).length,
        standing: runs ?? null,
        history,
      }
    }),
    bodies: bodies.filter(({ kind }) => ['organisation', 'enterprise', 'community_group'].includes(kind)),
  }
}
