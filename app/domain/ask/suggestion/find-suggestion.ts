import { and, desc, eq, inArray, lte, or } from 'drizzle-orm'
import { parties, persons, places, suggestions, supports } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { Refusal } from '../../refusal.ts'

const read = (db: Reader) =>
  db
    .select({
      suggestion: suggestions,
      communityName: places.name,
      handlerName: parties.name,
      streetId: parties.streetId,
    })
    .from(suggestions)
    .innerJoin(places, eq(places.id, suggestions.communityId))
    .innerJoin(parties, eq(parties.id, suggestions.handlerPartyId))
    .$dynamic()
const flat = (row: Awaited<ReturnType<typeof read>>[number]) => {
  const { suggestion, ...beside } = row
  return { ...suggestion, ...beside }
}
export type Suggestion = Awaited<ReturnType<typeof findSuggestion>>

/** One ask, by its number, with whose turn it is. */
export async function findSuggestion(db: Reader, refNo: string) {
  const [found] = await read(db).where(eq(suggestions.refNo, refNo))
  if (!found) throw new Refusal('missing', 'suggestion')
  return flat(found)
}

/** Asks that wait for a body, the one due first in front. */
export const waitingFor = async (db: Reader, partyId: string) =>
  (
    await read(db)
      .where(and(eq(suggestions.handlerPartyId, partyId), eq(suggestions.state, 'submitted')))
      .orderBy(suggestions.dueAt)
  ).map(flat)

const answered = (partyId: string) =>
  and(eq(suggestions.handlerPartyId, partyId), inArray(suggestions.state, ['adopted', 'merged', 'answered']))
/** What a body has answered, the newest first. */
export const answeredBy = async (db: Reader, partyId: string, most: number, from = 0) =>
  (
    await read(db)
      .where(answered(partyId))
      .orderBy(desc(suggestions.repliedAt), desc(suggestions.refNo))
      .limit(most)
      .offset(from)
  ).map(flat)
export const countAnsweredBy = (db: Reader, partyId: string): Promise<number> =>
  db.$count(suggestions, answered(partyId))

/** Asks of a person, whether signed in when asking or found by the telephone left. */
export async function suggestionsOf(db: Reader, personId: string) {
  const [person] = await db
    .select({ phoneHash: persons.phoneHash })
    .from(persons)
    .where(eq(persons.id, personId))
  const own = eq(suggestions.personId, personId)
  const mine = person?.phoneHash ? or(own, eq(suggestions.phoneHash, person.phoneHash)) : own
  return (await read(db).where(mine).orderBy(desc(suggestions.createdAt)).limit(50)).map(flat)
}

/** Whether the day by which the answer was due has passed without one. */
export const isOverdue = (s: Pick<Suggestion, 'state' | 'dueAt'>, now: Date) =>
  s.state === 'submitted' && now >= s.dueAt

/** Every ask of a street's bodies left unanswered past its day: the street sees what the communities owe. */
export const overdueUnder = async (db: Reader, streetId: string, now: Date) =>
  (
    await read(db)
      .where(
        and(eq(parties.streetId, streetId), eq(suggestions.state, 'submitted'), lte(suggestions.dueAt, now)),
      )
      .orderBy(suggestions.dueAt)
  ).map(flat)

/** What a browser keeps after its owner named the telephone that was left with an ask. */
export const proofOf = ({ vault }: Context, refNo: string) => vault.seal('own-ask', refNo)

const CODE = 1_000_000
/** The six digits given once with an ask: they stand nowhere, and open its words to whoever kept them. */
export const codeOf = ({ vault }: Pick<Context, 'vault'>, refNo: string) => {
  const bytes = Buffer.from(vault.keyed('ask-code', refNo), 'base64url')
  return String(bytes.readUIntBE(0, 6) % CODE).padStart(6, '0')
}

/** Whether the words of an ask may be shown: to who asked, and to whoever proved to have left that telephone. */
export const isOwn = (ctx: Context, s: Suggestion, proof?: string | null) =>
  (s.personId !== null && s.personId === ctx.actor.personId) ||
  (Boolean(proof) && ctx.vault.readable('own-ask', proof!) === s.refNo)

/** How many signed in and said: me too. */
export const supportersOfSuggestion = (db: Reader, id: string): Promise<number> =>
  db.$count(supports, eq(supports.suggestionId, id))
