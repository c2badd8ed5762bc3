import { asc, inArray } from 'drizzle-orm'
import { inspections, listings, parties, sanctions } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { addMonths, dateOf } from '../../dates.ts'
import { parameter } from '../../parameters.ts'

/** Why a body may not take part on a day, from when, and until when: the last day of it, or null while it lasts. */
export type Block = {
  key:
    | 'deregistered'
    | 'certificate-expired'
    | 'on-abnormal-list'
    | 'on-dishonest-list'
    | 'inspection-failed'
    | 'under-sanction'
    | 'reconfirm-overdue'
    | 'custodian-blocked'
  from: string | null
  to: string | null
  ground: string
}
type Party = typeof parties.$inferSelect

const listKeys = { abnormal_list: 'on-abnormal-list', dishonest: 'on-dishonest-list' } as const

/** What the register holds of some bodies: their lists, yearly inspections and sanctions, and how long it holds. */
type Held = {
  listings: Array<typeof listings.$inferSelect>
  inspections: Array<typeof inspections.$inferSelect>
  sanctions: Array<typeof sanctions.$inferSelect>
  months: number
}

async function heldOf(db: Reader, ids: readonly string[], date: string): Promise<Held> {
  const { value: months } = await parameter(db, 'RECONFIRM_MONTHS', date)
  const held: Held = { listings: [], inspections: [], sanctions: [], months }
  for (let at = 0; at < ids.length; at += 500) {
    const some = ids.slice(at, at + 500)
    held.listings.push(
      ...(await db
        .select()
        .from(listings)
        .where(inArray(listings.partyId, some))
        .orderBy(asc(listings.from))),
    )
    held.inspections.push(...(await db.select().from(inspections).where(inArray(inspections.partyId, some))))
    held.sanctions.push(...(await db.select().from(sanctions).where(inArray(sanctions.partyId, some))))
  }
  return held
}

/** Lists by date; a body entered before lists had their dates stands as its register says. */
function lists(held: Held, party: Party, date: string): Block[] {
  const all = held.listings.filter((one) => one.partyId === party.id)
  const { credit, creditSince, creditNote } = party
  if (all.length === 0 && credit !== 'normal' && (!creditSince || creditSince <= date))
    return [{ key: listKeys[credit], from: creditSince, to: null, ground: creditNote ?? '' }]
  return all
    .filter(({ from, to }) => from <= date && (!to || date < to))
    .map(({ list, from, to, ground }) => ({ key: listKeys[list], from, to, ground }))
}

/** 年检: the last result there is by that day counts until the next. */
function inspected(held: Held, partyId: string, date: string): Block[] {
  const all = held.inspections.filter((one) => one.partyId === partyId)
  const last = all.filter((i) => i.concludedOn <= date).sort((a, b) => b.year - a.year)[0]
  if (!last || (last.result !== 'failed' && last.result !== 'missed')) return []
  return [{ key: 'inspection-failed', from: last.concludedOn, to: null, ground: String(last.year) }]
}

/** 禁止参加采购: decided, and within its dates. */
const sanctioned = (held: Held, partyId: string, date: string): Block[] =>
  held.sanctions
    .filter((s) => s.partyId === partyId)
    .filter((s) => s.from && s.to && (s.state === 'decided' || s.state === 'lifted'))
    .filter((s) => s.from! <= date && date <= s.to! && (!s.liftedOn || date < s.liftedOn))
    .map((s) => ({ key: 'under-sanction', from: s.from, to: s.to, ground: s.refNo }))

function confirmBy({ reconfirmedOn, createdAt }: Party, months: number) {
  const entered = dateOf(createdAt)
  return addMonths(reconfirmedOn && reconfirmedOn > entered ? reconfirmedOn : entered, months)
}
/** By when what is registered of a body must be confirmed again: the day that month count after the last time. */
export async function reconfirmBy(db: Reader, party: Party, date: string) {
  return confirmBy(party, (await parameter(db, 'RECONFIRM_MONTHS', date)).value)
}

function ofRegister({ months }: Held, party: Party, date: string): Block[] {
  const found: Block[] = []
  const { deregisteredOn, certificateUntil } = party
  if (deregisteredOn && deregisteredOn <= date)
    found.push({ key: 'deregistered', from: deregisteredOn, to: null, ground: '' })
  if (certificateUntil && certificateUntil < date)
    found.push({ key: 'certificate-expired', from: certificateUntil, to: null, ground: '' })
  const by = confirmBy(party, months)
  if (by < date) found.push({ key: 'reconfirm-overdue', from: by, to: null, ground: '' })
  return found
}

const ownBlocks = (held: Held, party: Party, date: string): Block[] => [
  ...ofRegister(held, party, date),
  ...lists(held, party, date),
  ...inspected(held, party.id, date),
  ...sanctioned(held, party.id, date),
]

const partiesBy = async (db: Reader, ids: readonly string[]): Promise<Party[]> =>
  ids.length === 0
    ? []
    : db
        .select()
        .from(parties)
        .where(inArray(parties.id, [...ids]))

/** A body's own blocks, and its custodian's first one as its own. */
function blocksIn(held: Held, party: Party, custodian: Party | undefined, date: string): Block[] {
  const own = ownBlocks(held, party, date)
  const [theirs] = custodian ? ownBlocks(held, custodian, date) : []
  return theirs ? [...own, { ...theirs, key: 'custodian-blocked', ground: theirs.key }] : own
}

async function blocksOfAll(db: Reader, all: readonly Party[], date: string) {
  const held = await heldOf(db, [...new Set(all.flatMap((p) => [p.id, p.custodianId ?? p.id]))], date)
  const custodians = await partiesBy(db, [...new Set(all.flatMap((p) => p.custodianId ?? []))])
  const custodianOf = (p: Party) => custodians.find((c) => c.id === p.custodianId)
  return all.map((party) => ({ party, blocks: blocksIn(held, party, custodianOf(party), date) }))
}

/** What bars a body from bidding and from being awarded on a day; nobody switches it on or off, the dates do. */
export async function blocksOf(db: Reader, partyId: string, date: string): Promise<Block[]> {
  const [found] = await blocksOfAll(db, await partiesBy(db, [partyId]), date)
  return found?.blocks ?? []
}

/** Bodies that nothing bars on a day, by name: what a list to choose from offers. */
export async function bodiesInStanding(db: Reader, date: string) {
  const kinds = inArray(parties.kind, ['organisation', 'enterprise'])
  const all = await db.select().from(parties).where(kinds).orderBy(asc(parties.name))
  const free = (await blocksOfAll(db, all, date)).filter(({ blocks }) => blocks.length === 0)
  return free.map(({ party: { id, name } }) => ({ id, name }))
}
