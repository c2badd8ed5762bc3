import { asc, inArray } from 'drizzle-orm'
import { parties } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { rolesInAgreement, rolesInMinor } from './find-other-ways.ts'
import type { Process } from './find-process.ts'
import { labels } from './labels-data.ts'
import { type Json, known } from './words.ts'

type Party = typeof parties.$inferSelect
export type Named = { id: string; name: string }
/** How a body is called in a release, by its own id. */
export type Who = { of: (partyId: string) => Named; all: Json[] }

const idOf = ({ id, uscc }: Party) => (uscc ? `CN-USCC-${uscc}` : `SANSHE-${id}`)
/** A social worker alone is named once he has won, as the law asks; one who has not is nobody's business. */
const namedIn = (party: Party, won: ReadonlySet<string>): Named =>
  party.kind === 'individual' && !won.has(party.id)
    ? { id: idOf(party), name: labels.loneWorker }
    : { id: idOf(party), name: party.name }

/** 由谁监督: the finance office of the district where there is one, else the district office. */
async function reviewBodyOf(db: Reader) {
  const rows = await db
    .select({ id: parties.id, kind: parties.kind })
    .from(parties)
    .where(inArray(parties.kind, ['oversight', 'district_office']))
    .orderBy(asc(parties.id))
  return (rows.find((r) => r.kind === 'oversight') ?? rows[0])?.id ?? null
}

/** Every role anybody has in the process up to now: a merge takes the last list whole. */
function rolesOf(p: Process, reviewBody: string | null): Array<[partyId: string, role: string]> {
  const won = (a: Process['awards'][number]) => p.bids.find((b) => b.id === a.proposalId)
  const suppliers = p.awards.flatMap((a) => {
    const bid = won(a)
    return bid ? [bid.supplierId, ...bid.partners] : []
  })
  const roles: Array<[string | null, string]> = [
    [p.buyer.id, 'buyer'],
    [p.buyer.id, 'payer'],
    [procuringEntityOf(p), 'procuringEntity'],
    [reviewBody, 'reviewBody'],
    ...p.bids.flatMap((b) => [b.supplierId, ...b.partners].map((id): [string, string] => [id, 'tenderer'])),
    ...(p.agreement ? rolesInAgreement(p.agreement) : []),
    ...(p.minor ? rolesInMinor(p.minor) : []),
    ...suppliers.map((id): [string, string] => [id, 'supplier']),
    ...p.contracts.map((c): [string, string] => [c.supplierId, 'supplier']),
    ...p.contracts.map((c): [string, string] => [c.payeeId ?? c.supplierId, 'payee']),
    ...p.contracts.filter((c) => c.recovered).map((c): [string, string] => [c.supplierId, 'payer']),
    ...p.contracts.filter((c) => c.recovered).map((): [string, string] => [p.buyer.id, 'payee']),
  ]
  return roles.filter((r): r is [string, string] => r[0] !== null)
}
/** Who asked for it and stays near it: the committee of the first need; without one the buyer itself. */
export const procuringEntityOf = (p: Process) => p.needs[0]?.committeeId ?? p.buyer.id

/** Who takes part, with every role of each; nobody by name who is not a body or did not win. */
export async function partiesOf(db: Reader, p: Process): Promise<Who> {
  const roles = rolesOf(p, await reviewBodyOf(db))
  const ids = [...new Set(roles.map(([id]) => id))]
  const rows = await db.select().from(parties).where(inArray(parties.id, ids))
  const winners = new Set(roles.filter(([, role]) => role === 'supplier').map(([id]) => id))
  const named = new Map(rows.map((row) => [row.id, namedIn(row, winners)]))
  const all = ids.flatMap((id) => {
    const row = rows.find((r) => r.id === id)
    if (!row) return []
    const identifier = row.uscc && { scheme: 'CN-USCC', id: row.uscc, legalName: row.name }
    return [
      known({
        ...named.get(id)!,
        identifier: identifier || null,
        roles: [...new Set(roles.filter(([of]) => of === id).map(([, role]) => role))],
      }),
    ]
  })
  return { all, of: (id) => named.get(id) ?? { id: `SANSHE-${id}`, name: '' } }
}
