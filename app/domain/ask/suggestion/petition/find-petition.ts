import { and, desc, eq, inArray } from 'drizzle-orm'
import { petitions } from '#db/schema/index.ts'
import type { Reader, Tx } from '#db/store.ts'
import type { Context } from '../../../context.ts'
import { authorize } from '../../../policy/index.ts'
import { Refusal } from '../../../refusal.ts'
import { findSuggestion } from '../find-suggestion.ts'

export type Petition = typeof petitions.$inferSelect
const live = ['referred', 'accepted'] as const

/** The last time an ask was referred as a petition; null where it never was. */
export async function petitionOf(db: Reader, suggestionId: string): Promise<Petition | null> {
  const [found] = await db
    .select()
    .from(petitions)
    .where(eq(petitions.suggestionId, suggestionId))
    .orderBy(desc(petitions.referredAt), desc(petitions.id))
    .limit(1)
  return found ?? null
}

type Act = 'accept' | 'decline' | 'send_back' | 'extend' | 'finish'
/** The ask and its petition an act is about, for whose turn it is. */
export async function petitionFor(tx: Tx, ctx: Context, refNo: string, act: `petition.${Act}`) {
  const was = await findSuggestion(tx, refNo)
  authorize(ctx.actor, act, was)
  const of = await petitionOf(tx, was.id)
  if (!of) throw new Refusal('missing', 'petition')
  return { was, of }
}

export const isLive = (petition: Pick<Petition, 'state'> | null) =>
  petition !== null && live.some((state) => state === petition.state)

/** 信访事项 goes its own road by law: it is neither adopted, merged, answered nor handed on while it does. */
export async function refuseInPetition(db: Reader, suggestionId: string) {
  const open = and(eq(petitions.suggestionId, suggestionId), inArray(petitions.state, [...live]))
  if ((await db.$count(petitions, open)) > 0) throw new Refusal('conflict', 'petition-has-its-road')
}

/** Whose petitions among some asks are open: which clock each is on. */
export async function openPetitions(db: Reader, ids: readonly string[]): Promise<Map<string, Petition>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .select()
    .from(petitions)
    .where(and(inArray(petitions.suggestionId, [...ids]), inArray(petitions.state, [...live])))
  return new Map(rows.map((row) => [row.suggestionId, row]))
}
