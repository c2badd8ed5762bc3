import { eq } from 'drizzle-orm'
import { tenders } from '#db/schema/index.ts'
import { codeOf, ranked } from '#domain/buy/evaluation/draw.ts'
import { freshSeed, sealSeed } from '#domain/buy/evaluation/draw-seed.ts'
import { eligibleExperts, eligibleResidents } from '#domain/buy/evaluation/eligible.ts'
import { findCall } from '#domain/buy/proposal/find-call.ts'
import type { Context } from '#domain/context.ts'
import { personOf } from './base.ts'
import type { Story } from './story.ts'

/** What the file tells of a panel: how many experts, who else sits, whom the lot is to fall on. */
type Wish = {
  experts: number
  centre?: boolean
  resident?: string
  buyer?: boolean
  lots?: string[]
  next?: string
}
const wishes: Record<string, Wish> = {
  P01: { experts: 4, buyer: true, lots: ['EX08'] },
  P02: { experts: 2, buyer: true, lots: ['EX03'] },
  P04: { experts: 2, buyer: true, centre: true, resident: 'RES05' },
  P05: { experts: 3, buyer: true, centre: true },
  P08: { experts: 2, buyer: true },
  P09: { experts: 2, buyer: true },
  P10: { experts: 2, buyer: true, lots: ['EX01'] },
  P13: { experts: 2, buyer: true },
}
const grant: Wish = { experts: 3 }

export const wishOf = (projectId: string): Wish => wishes[projectId] ?? grant

/** Those the story needs on a panel: the one who must stand down, the one who is shown scoring. */
export const lotsOf = (story: Story, { lots = [], resident }: Wish) =>
  [...lots, ...(resident ? [resident] : [])].map((ref) => personOf(story.district, ref))

type Promised = { tenderId: string; projectId: string; drawnOn: string }
/** The draw stays a lot from a seed promised beforehand; of many seeds the story promises one that tells what was told. */
export async function promiseLots(
  story: Story,
  { vault }: Pick<Context, 'vault'>,
  { tenderId, projectId, drawnOn }: Promised,
) {
  const wish = wishOf(projectId)
  const wanted = lotsOf(story, wish)
  if (wanted.length === 0) return
  const { store } = story
  const call = await findCall(store.db, tenderId)
  const coded = (people: readonly { id: string }[]) =>
    people.map(({ id }) => ({ id, code: codeOf(vault, tenderId, id) }))
  const experts = coded(await eligibleExperts(store.db, call, drawnOn))
  const residents = coded(wish.resident ? await eligibleResidents(store.db, call, drawnOn) : [])
  const sits = (seed: string) =>
    [...ranked(seed, experts).slice(0, wish.experts), ...ranked(seed, residents).slice(0, 1)].map((p) => p.id)
  let seed = freshSeed()
  for (let tries = 0; !wanted.every((id) => sits(seed).includes(id)); tries++) {
    if (tries > 20_000) throw new Error(`no seed draws whom ${projectId} wants`)
    seed = freshSeed()
  }
  const promised = sealSeed({ vault }, tenderId, seed)
  await store.transact((tx) => tx.update(tenders).set(promised).where(eq(tenders.id, tenderId)))
}
