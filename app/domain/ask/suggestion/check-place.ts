import { eq } from 'drizzle-orm'
import { places } from '#db/schema/index.ts'
import type { Context } from '../../context.ts'
import { Refusal } from '../../refusal.ts'
import { bodiesOfCommunity, gridsOfCommunity } from '../../where/bodies-of-community.ts'
import { findSimilar } from './find-similar.ts'
import { readTopic, type Topic } from './forms.ts'

type Place = { communityId: string; gridId?: string | undefined; where?: string | undefined }

/** Refuses a grid that lies outside the community chosen, while the page still asks for both. */
export async function checkPlace({ db }: Context, { communityId, gridId }: Place) {
  await bodiesOfCommunity(db, communityId)
  const grids = await gridsOfCommunity(db, communityId)
  if (gridId && !grids.some((g) => g.id === gridId)) throw new Refusal('invalid', 'grid-elsewhere')
}

/** A place in words, and what its neighbours already asked for. */
export async function similarTo(ctx: Context, sought: Place & { topic: Topic; words?: string | undefined }) {
  const { communityName } = await bodiesOfCommunity(ctx.db, sought.communityId)
  const [grid] = sought.gridId
    ? await ctx.db.select({ name: places.name }).from(places).where(eq(places.id, sought.gridId))
    : []
  const { kind, category } = readTopic(sought.topic)
  return {
    place: [grid?.name ?? communityName, sought.where].filter(Boolean).join(' '),
    similar: await findSimilar(ctx.db, {
      communityId: sought.communityId,
      kind,
      category,
      words: sought.words,
      now: ctx.clock.now(),
    }),
  }
}
