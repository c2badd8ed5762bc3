import { and, eq, gte, inArray, lt } from 'drizzle-orm'
import { consortiumMembers, parties, persons, seats, signInCodes } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { SentBody } from '../proposal/body.ts'
import type { Call } from '../proposal/find-call.ts'
import type { Suspect } from './collusion.ts'
import { bodyOf, type Opened } from './opened.ts'

const digitsOf = (text: string) => text.normalize('NFKC').replace(/[\s-]/g, '')
/** Telephone numbers in a line of contact: a mobile, or a line with its area. */
const phonesIn = (text: string) => digitsOf(text).match(/1\d{10}|0\d{9,11}/g) ?? []

/** Every body behind one proposal: the lead and whoever bids with it. */
async function bodiesOf(db: Reader, p: Opened) {
  const members = await db
    .select({ partyId: consortiumMembers.partyId })
    .from(consortiumMembers)
    .where(eq(consortiumMembers.proposalId, p.id))
  return db
    .select()
    .from(parties)
    .where(inArray(parties.id, [p.supplierId, ...members.map((m) => m.partyId)]))
}

/** Who holds any post there: who signs, who writes, who works in the team. */
async function peopleOf(db: Reader, p: Opened, partyIds: string[]) {
  const rows = await db
    .select({ id: seats.personId, role: seats.role, phoneHash: persons.phoneHash })
    .from(seats)
    .innerJoin(persons, eq(persons.id, seats.personId))
    .where(inArray(seats.partyId, partyIds))
  const own = rows.filter((r) => r.role !== 'resident')
  const named = bodyOf(p).team.map((m) => m.personId)
  const hashes = own.flatMap((r) => (r.phoneHash ? [r.phoneHash] : []))
  const ids = [...own.map((r) => r.id), ...named, p.submittedBy ?? '', p.createdBy]
  return { ids: [...new Set(ids)], hashes }
}

/** From which network addresses, kept as hashes, they signed in while proposals were collected. */
async function addressesOf(db: Reader, { publishedAt, deadline }: Call, hashes: string[]) {
  if (!publishedAt || hashes.length === 0) return []
  const rows = await db
    .select({ address: signInCodes.address })
    .from(signInCodes)
    .where(
      and(
        inArray(signInCodes.phoneHash, hashes),
        gte(signInCodes.createdAt, publishedAt),
        lt(signInCodes.createdAt, deadline),
      ),
    )
  return rows.map((r) => r.address)
}

const told = (profile: Record<string, unknown> | null, name: string) => {
  const value = profile?.[name]
  return typeof value === 'string' && value.trim() ? [digitsOf(value)] : []
}
const accountsIn = ({ organisation }: SentBody) => {
  const account = organisation?.bank?.account
  return account ? [digitsOf(account)] : []
}

/** What may show that bidders are one, gathered after the opening and kept nowhere. */
export async function suspectsOf(db: Reader, call: Call, all: readonly Opened[]): Promise<Suspect[]> {
  const list: Suspect[] = []
  for (const p of all) {
    const body = bodyOf(p)
    const bodies = await bodiesOf(db, p)
    const people = await peopleOf(
      db,
      p,
      bodies.map((b) => b.id),
    )
    const all = (name: string) => bodies.flatMap((b) => told(b.profile, name))
    list.push({
      id: p.id,
      price: p.price,
      lines: body.budget?.lines ?? [],
      texts: [...Object.values(body.plan), ...Object.values(body.texts ?? {})],
      marks: {
        person: people.ids,
        phone: [...phonesIn(body.organisation?.contact ?? ''), ...all('phone')],
        account: [...accountsIn(body), ...all('account')],
        address: all('address'),
        device: await addressesOf(db, call, people.hashes),
        sender: p.sentFrom ? [p.sentFrom] : [],
        document: body.attachments.map((a) => a.hash),
      },
    })
  }
  return list
}
