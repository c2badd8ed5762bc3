import { asc, eq } from 'drizzle-orm'
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

/** Lists by date; a body entered before lists had their dates stands as its register says. */
async function lists(db: Reader, party: Party, date: string): Promise<Block[]> {
  const all = await db
    .select()
    .from(listings)
    .where(eq(listings.partyId, party.id))
    .orderBy(asc(listings.from))
  const { credit, creditSince, creditNote } = party
  if (all.length === 0 && credit !== 'normal' && (!creditSince || creditSince <= date))
    return [{ key: listKeys[credit], from: creditSince, to: null, ground: creditNote ?? '' }]
  return all
    .filter(({ from, to }) => from <= date && (!to || date < to))
    .map(({ list, from, to, ground }) => ({ key: listKeys[list], from, to, ground }))
}

/** 年检: the last result there is by that day counts until the next. */
async function inspected(db: Reader, partyId: string, date: string): Promise<Block[]> {
  const all = await db.select().from(inspections).where(eq(inspections.partyId, partyId))
  const last = all.filter((i) => i.concludedOn <= date).sort((a, b) => b.year - a.year)[0]
  if (!last || (last.result !== 'failed' && last.result !== 'missed')) return []
  return [{ key: 'inspection-failed', from: last.concludedOn, to: null, ground: String(last.year) }]
}

/** 禁止参加采购: decided, and within its dates. */
async function sanctioned(db: Reader, partyId: string, date: string): Promise<Block[]> {
  const all = await db.select().from(sanctions).where(eq(sanctions.partyId, partyId))
  return all
    .filter((s) => s.from && s.to && (s.state === 'decided' || s.state === 'lifted'))
    .filter((s) => s.from! <= date && date <= s.to! && (!s.liftedOn || date < s.liftedOn))
    .map((s) => ({ key: 'under-sanction', from: s.from, to: s.to, ground: s.refNo }))
}

/** By when what is registered of a body must be confirmed again: the day that month count after the last time. */
export async function reconfirmBy(db: Reader, { reconfirmedOn, createdAt }: Party, date: string) {
  const { value } = await parameter(db, 'RECONFIRM_MONTHS', date)
  const entered = dateOf(createdAt)
  return addMonths(reconfirmedOn && reconfirmedOn > entered ? reconfirmedOn : entered, value)
}

async function ofRegister(db: Reader, party: Party, date: string): Promise<Block[]> {
  const found: Block[] = []
  const { deregisteredOn, certificateUntil } = party
  if (deregisteredOn && deregisteredOn <= date)
    found.push({ key: 'deregistered', from: deregisteredOn, to: null, ground: '' })
  if (certificateUntil && certificateUntil < date)
    found.push({ key: 'certificate-expired', from: certificateUntil, to: null, ground: '' })
  const confirmBy = await reconfirmBy(db, party, date)
  if (confirmBy < date) found.push({ key: 'reconfirm-overdue', from: confirmBy, to: null, ground: '' })
  return found
}

const partyBy = async (db: Reader, id: string) =>
  (await db.select().from(parties).where(eq(parties.id, id)))[0] ?? null
const ownBlocks = async (db: Reader, party: Party, date: string): Promise<Block[]> => [
  ...(await ofRegister(db, party, date)),
  ...(await lists(db, party, date)),
  ...(await inspected(db, party.id, date)),
  ...(await sanctioned(db, party.id, date)),
]

/** What bars a body from bidding and from being awarded on a day; nobody switches it on or off, the dates do. */
export async function blocksOf(db: Reader, partyId: string, date: string): Promise<Block[]> {
  const party = await partyBy(db, partyId)
  if (!party) return []
  const own = await ownBlocks(db, party, date)
  const custodian = party.custodianId ? await partyBy(db, party.custodianId) : null
  const [theirs] = custodian ? await ownBlocks(db, custodian, date) : []
  return theirs ? [...own, { ...theirs, key: 'custodian-blocked', ground: theirs.key }] : own
}
