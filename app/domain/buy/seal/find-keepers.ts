import { and, asc, eq, gte, inArray, isNull, ne, or } from 'drizzle-orm'
import { parties, persons, seats, tenderKeepers, tenderKeys, tenderShares } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { envelopes, keeperKinds, Role } from '#db/vocabulary.ts'
import { dateOf } from '../../dates.ts'
import { counts } from '../../who/seat/counts.ts'
import type { Call } from '../proposal/find-call.ts'

export type Keeper = typeof tenderKeepers.$inferSelect
export type TenderKey = typeof tenderKeys.$inferSelect
export type Share = typeof tenderShares.$inferSelect
export type KeeperKind = (typeof keeperKinds)[number]
export type Envelope = (typeof envelopes)[number]

/** The envelopes of a call whose key is split: one, or two where quality is scored before any price is known. */
export const envelopesOf = (
  call: Pick<Call, 'sealMode'> & { method: { twoEnvelopes: boolean } },
): Envelope[] =>
  call.sealMode === 'simple' ? [] : call.method.twoEnvelopes ? ['quality', 'price'] : ['whole']

/** Every key a call is published with: those of its envelopes, and one more where a round of final offers follows, of which no share is used before. */
export const keysFor = (
  call: Pick<Call, 'sealMode'> & { method: { twoEnvelopes: boolean; finalOffers: boolean } },
): Envelope[] => {
  const first = envelopesOf(call)
  return first.length > 0 && call.method.finalOffers ? [...first, 'final'] : first
}

/** The three of a tender, in the order they were named. */
export const keepersOf = (db: Reader, tenderId: string): Promise<Keeper[]> =>
  db
    .select()
    .from(tenderKeepers)
    .where(eq(tenderKeepers.tenderId, tenderId))
    .orderBy(asc(tenderKeepers.ordinal))

/** Its keys, one an envelope; none before the three have made them. */
export const keysOf = (db: Reader, tenderId: string): Promise<TenderKey[]> =>
  db.select().from(tenderKeys).where(eq(tenderKeys.tenderId, tenderId)).orderBy(asc(tenderKeys.envelope))

const isSecond = ({ envelope }: TenderKey) => Number(envelope === 'price' || envelope === 'final')
/** Keys in the order their envelopes were opened: prices and final offers come last. */
export const openedKeys = (keys: readonly TenderKey[]): TenderKey[] =>
  keys.filter((key) => key.record !== null).sort((a, b) => isSecond(a) - isSecond(b))

export const sharesOf = (db: Reader, keeperId: string): Promise<Share[]> =>
  db.select().from(tenderShares).where(eq(tenderShares.keeperId, keeperId))

/** What a keeper's lock and shares are bound to: nobody else's, of no other tender. */
export const lockOf = (keeper: Pick<Keeper, 'tenderId' | 'personId'>) =>
  `tender:${keeper.tenderId}:${keeper.personId}`
export const shareBound = (keeper: Pick<Keeper, 'tenderId' | 'personId'>, envelope: Envelope) =>
  `${lockOf(keeper)}:${envelope}`
/** The words every key is tried on, and what they are bound to. */
export const probe = {
  words: 'sanshe test words',
  bound: (tenderId: string, envelope: Envelope) => `${tenderId}:${envelope}:probe`,
}

const roles: Record<KeeperKind, readonly Role[]> = {
  buyer: [
    'street_handler',
    'street_approver',
    'street_finance',
    'street_acceptor',
    'district_handler',
    'district_approver',
    'district_finance',
    'district_acceptor',
  ],
  oversight: ['supervision_member', 'committee_director', 'centre_auditor'],
  outside: ['auditor'],
}
export type Candidate = { kind: KeeperKind; personId: string; name: string; body: string; role: Role }

type Where = { among: readonly string[] } | { not: string }
/** Whose seat counts today and lasts until the opening: a term that ends later is no bar. */
type Days = { today: string; opening: string }
const seated = (db: Reader, kind: KeeperKind, where: Where, { today, opening }: Days) =>
  db
    .selectDistinct({ personId: seats.personId, role: seats.role, name: persons.name, body: parties.name })
    .from(seats)
    .innerJoin(persons, eq(persons.id, seats.personId))
    .innerJoin(parties, eq(parties.id, seats.partyId))
    .where(
      and(
        inArray(seats.role, [...roles[kind]]),
        isNull(seats.withdrawnBy),
        counts(today),
        or(isNull(seats.to), gte(seats.to, opening)),
        'not' in where ? ne(seats.partyId, where.not) : inArray(seats.partyId, [...where.among]),
      ),
    )
    .orderBy(asc(persons.name), asc(seats.personId), asc(seats.role))
    .limit(100)

/** Who can be named: one of the buyer, one who oversees for those who asked, one from outside both; never a panel member. */
export async function candidatesFor(db: Reader, call: Call, today: string): Promise<Candidate[]> {
  const days = { today, opening: dateOf(call.deadline) }
  const where: Record<KeeperKind, Where> = {
    buyer: { among: [call.buyerId] },
    oversight: { among: [...call.posterIds, ...call.centreIds] },
    outside: { not: call.buyerId },
  }
  const found: Candidate[] = []
  for (const kind of Object.keys(where) as KeeperKind[])
    found.push(...(await seated(db, kind, where[kind], days)).map((one) => ({ kind, ...one })))
  return found.filter((one) => !call.panelIds.includes(one.personId))
}
