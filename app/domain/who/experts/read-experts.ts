import { desc, eq, inArray } from 'drizzle-orm'
import { expertKin, expertStandings, experts, expertTies, parties, persons } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { dateOf } from '../../dates.ts'
import { authorize } from '../../policy/index.ts'

/** How many bodies and kin each expert has declared. */
async function declaredOf(db: Reader) {
  const ties = await db
    .select({ expertId: expertTies.expertId, partyId: expertTies.partyId })
    .from(expertTies)
  const kin = await db.select({ expertId: expertKin.expertId }).from(expertKin)
  return (id: string) => ({
    ties: new Set(ties.filter((t) => t.expertId === id).map((t) => t.partyId)).size,
    kin: kin.filter((k) => k.expertId === id).length,
  })
}

/** What was noted of each, and what of it runs on a day. */
async function standingOf(db: Reader, today: string) {
  const all = await db.select().from(expertStandings).orderBy(desc(expertStandings.from))
  return (expertId: string) => {
    const history = all
      .filter((s) => s.expertId === expertId)
      .map(({ id, kind, ground, from, to }) => ({ id, kind, ground, from, to }))
    const standing = history.find((s) => s.from <= today && (s.to === null || s.to >= today)) ?? null
    return { history, standing }
  }
}

const works = ['organisation', 'enterprise', 'community_group'] as const
/** 评审专家库: everyone in it, what was declared, and whether he is in the lot today. */
export async function readExperts(ctx: Context) {
  authorize(ctx.actor, 'register.enter', {})
  const declared = await declaredOf(ctx.db)
  const standing = await standingOf(ctx.db, dateOf(ctx.clock.now()))
  const all = await ctx.db
    .select({ expert: experts, name: persons.name })
    .from(experts)
    .innerJoin(persons, eq(persons.id, experts.id))
    .orderBy(persons.name)
  const bodies = await ctx.db
    .select({ id: parties.id, name: parties.name })
    .from(parties)
    .where(inArray(parties.kind, [...works]))
    .orderBy(parties.name)
  return {
    experts: all.map(({ expert: { id, fields, employer, title, expertise }, name }) => {
      const known = { id, name, fields: fields ?? [], employer, title, expertise }
      return { ...known, ...declared(id), ...standing(id) }
    }),
    bodies,
  }
}
