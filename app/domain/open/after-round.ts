import { and, eq, gt, inArray, ne } from 'drizzle-orm'
import { planNeeds, plans, roundItems, rounds } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { Context } from '../context.ts'

/** Where an item of a round went on: the project that buys it, and the next round it stands in. */
export type Afterwards = {
  projectId: string | null
  nextRound: { id: string; name: string; until: Date } | null
}

const projectsOf = (db: Reader, needIds: string[]) =>
  db
    .select({ needId: planNeeds.needId, planId: planNeeds.planId })
    .from(planNeeds)
    .innerJoin(plans, eq(plans.id, planNeeds.planId))
    .where(and(inArray(planNeeds.needId, needIds), eq(plans.state, 'approved')))
const laterRounds = (db: Reader, needIds: string[], roundId: string, now: Date) =>
  db
    .select({ needId: roundItems.needId, id: rounds.id, name: rounds.name, until: rounds.closesAt })
    .from(roundItems)
    .innerJoin(rounds, eq(rounds.id, roundItems.roundId))
    .where(
      and(
        inArray(roundItems.needId, needIds),
        ne(rounds.id, roundId),
        eq(rounds.state, 'sealed'),
        gt(rounds.closesAt, now),
      ),
    )

/** 之后: what became of every item of a round, by the id of its need. */
export async function afterRound({ db, clock }: Context, roundId: string, needIds: readonly string[]) {
  const ids = [...needIds]
  const [projects, later] = await Promise.all([
    projectsOf(db, ids),
    laterRounds(db, ids, roundId, clock.now()),
  ])
  return Object.fromEntries(
    ids.map((needId): [string, Afterwards] => {
      const next = later.find((l) => l.needId === needId)
      const projectId = projects.find((p) => p.needId === needId)?.planId ?? null
      const nextRound = next ? { id: next.id, name: next.name, until: next.until } : null
      return [needId, { projectId, nextRound }]
    }),
  )
}
