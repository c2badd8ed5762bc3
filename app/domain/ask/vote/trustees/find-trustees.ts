import { and, asc, eq, inArray, isNull, notInArray } from 'drizzle-orm'
import { parties, persons, roundBoxes, seats, trustees } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { Role, trusteeKinds } from '#db/vocabulary.ts'
import { roundWriters } from '../find-round.ts'
import type { Round } from '../phase.ts'

export type Trustee = typeof trustees.$inferSelect
export type Box = typeof roundBoxes.$inferSelect
export type TrusteeKind = (typeof trusteeKinds)[number]

/** The three of a round, in the order they were named. */
export const trusteesOf = (db: Reader, roundId: string): Promise<Trustee[]> =>
  db.select().from(trustees).where(eq(trustees.roundId, roundId)).orderBy(asc(trustees.ordinal))

/** The round's key and how its box stands; null before the three have made the key. */
export async function boxOf(db: Reader, roundId: string): Promise<Box | null> {
  const [found] = await db.select().from(roundBoxes).where(eq(roundBoxes.roundId, roundId))
  return found ?? null
}

/** What a trustee's lock and share are bound to: nobody else's, of no other round. */
export const boundTo = (trustee: Pick<Trustee, 'roundId' | 'personId'>) =>
  `${trustee.roundId}:${trustee.personId}`

const roles: Record<TrusteeKind, readonly Role[]> = {
  supervision: ['supervision_member'],
  street: ['street_handler', 'street_approver', 'street_finance', 'street_acceptor'],
  outside: ['auditor', 'expert'],
}
export type Candidate = { kind: TrusteeKind; personId: string; name: string; body: string; role: Role }

const seated = (db: Reader, kind: TrusteeKind, partyId: string | null, writers: readonly string[]) =>
  db
    .selectDistinct({ personId: seats.personId, role: seats.role, name: persons.name, body: parties.name })
    .from(seats)
    .innerJoin(persons, eq(persons.id, seats.personId))
    .innerJoin(parties, eq(parties.id, seats.partyId))
    .where(
      and(
        inArray(seats.role, [...roles[kind]]),
        isNull(seats.withdrawnBy),
        isNull(seats.to),
        notInArray(seats.personId, [...writers]),
        partyId ? eq(seats.partyId, partyId) : undefined,
      ),
    )
    .orderBy(asc(persons.name), asc(seats.personId))
    .limit(100)

/** Who can be named: one from the supervision committee, one from the street, one from outside both; never who drafted or changed the round. */
export async function candidatesFor(db: Reader, round: Round): Promise<Candidate[]> {
  const of = { supervision: round.committeeId, street: round.streetId, outside: null }
  const writers = (await roundWriters(db, [round])).get(round.id)!
  const found: Candidate[] = []
  for (const kind of Object.keys(of) as TrusteeKind[])
    found.push(...(await seated(db, kind, of[kind], writers)).map((one) => ({ kind, ...one })))
  return found
}
