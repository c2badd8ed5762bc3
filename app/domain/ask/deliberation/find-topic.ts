import { desc, eq } from 'drizzle-orm'
import { hallTopics, places, topicSupports } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { dateOf } from '../../dates.ts'
import { Refusal } from '../../refusal.ts'
import { assemblyCode, ruleOf } from './find-rule.ts'
import { callersOf } from './quorum.ts'

const read = (db: Reader) =>
  db
    .select({ topic: hallTopics, communityName: places.name })
    .from(hallTopics)
    .innerJoin(places, eq(places.id, hallTopics.communityId))
    .$dynamic()
export type Topic = Awaited<ReturnType<typeof findTopic>>

/** One topic, with its community. */
export async function findTopic(db: Reader, id: string) {
  const [found] = await read(db).where(eq(hallTopics.id, id))
  if (!found) throw new Refusal('missing', 'hall-topic')
  return { ...found.topic, communityName: found.communityName }
}

export const topicsOf = async (db: Reader, communityId: string | null) =>
  (
    await read(db)
      .where(communityId ? eq(hallTopics.communityId, communityId) : undefined)
      .orderBy(desc(hallTopics.createdAt))
      .limit(200)
  ).map(({ topic, communityName }) => ({ ...topic, communityName }))

/** Who stands behind a topic: who raised it, and everyone who joined. */
export const behindTopic = async (db: Reader, t: { id: string; personId: string | null }) =>
  (t.personId ? 1 : 0) + (await db.$count(topicSupports, eq(topicSupports.topicId, t.id)))

/** 联名: how many must stand behind a topic before the committee may no longer say no. */
export async function thresholdOf(db: Reader, communityId: string, now: Date) {
  const [place] = await db.select().from(places).where(eq(places.id, communityId))
  const rule = await ruleOf(db, assemblyCode(place?.communityKind ?? null), {
    communityId,
    on: dateOf(now),
  })
  const of = (rule.callerBase === 'adults' ? place?.adults : place?.households) ?? 0
  return {
    least: of > 0 ? callersOf(rule, of) : null,
    base: rule.callerBase,
    num: rule.callerNum,
    den: rule.callerDen,
    ground: rule.grounds.caller ?? null,
  }
}

/** Whether so many stand behind a topic that it must come before a meeting. */
export async function mustBeCalled(db: Reader, t: Topic, now: Date): Promise<boolean> {
  const { least } = await thresholdOf(db, t.communityId, now)
  return least !== null && (await behindTopic(db, t)) >= least
}
