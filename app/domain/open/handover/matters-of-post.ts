import { and, eq, inArray } from 'drizzle-orm'
import { sha256 } from '#app/ports/vault.ts'
import { caseFiles, contracts, type HandoverMatter, linkages } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { Context } from '../../context.ts'
import type { DeskItem } from '../../desk-item.ts'
import type { Actor, Seat } from '../../who/actor.ts'
import { deskSources } from '../desk-sources.ts'
import type { Post } from './find-handover.ts'
import { sharesKept } from './shares-kept.ts'

const nameOf = ({ key, link, matter }: Pick<DeskItem, 'key' | 'link' | 'matter'>) =>
  `${key} ${link} ${matter}`
/** Whether two lists speak of the same matter. */
export const sameMatter = (one: HandoverMatter, other: HandoverMatter) => nameOf(one) === nameOf(other)

/** What one post's desk holds beyond what its holder would find there as nobody but himself. */
async function deskOfPost(db: Reader, ctx: Context, seat: Seat, himself: Actor) {
  const open: DeskItem[] = []
  for (const source of deskSources) {
    const items = await source(db, { ...ctx, db, actor: { ...himself, seat } })
    if (items.length === 0) continue
    const own = new Set((await source(db, { ...ctx, db, actor: himself })).map(nameOf))
    open.push(...items.filter((item) => !own.has(nameOf(item))))
  }
  return open
}

/** What a social worker holds in his own name: it passes to nobody by a change of post alone. */
async function inOwnName(db: Reader, { role, personId, partyId }: Post): Promise<HandoverMatter[]> {
  if (role !== 'social_worker') return []
  const files = await db
    .select({ id: caseFiles.id, refNo: caseFiles.refNo })
    .from(caseFiles)
    .where(
      and(eq(caseFiles.workerId, personId), eq(caseFiles.supplierId, partyId), eq(caseFiles.state, 'open')),
    )
    .orderBy(caseFiles.refNo)
  const of = { params: {}, due: null, kind: 'named' as const }
  return [
    ...files.map(({ id, refNo }) => ({ ...of, key: 'handover.case', matter: refNo, link: `/cases/${id}` })),
    ...(await cardsOf(db, personId, partyId)).map(({ id, title }) => ({
      ...of,
      key: 'handover.card',
      matter: title,
      link: `/work/${id}`,
    })),
  ]
}

/** Contracts of a body that run, or are to run, and whose card names this person. */
export const cardsOf = (db: Reader, personId: string, partyId: string) =>
  db
    .select({ id: contracts.id, title: contracts.title, since: contracts.createdAt })
    .from(linkages)
    .innerJoin(contracts, eq(contracts.id, linkages.contractId))
    .where(
      and(
        eq(linkages.sector, 'social_worker'),
        eq(linkages.personId, personId),
        eq(contracts.supplierId, partyId),
        inArray(contracts.state, ['draft', 'signed_by_supplier', 'signed', 'published']),
      ),
    )
    .orderBy(contracts.refNo)

/** Everything a post has open: what stands on its desk and is not its holder's own affair, what is in his name, and the shares of keys he keeps. */
export async function mattersOfPost(db: Reader, ctx: Context, post: Post): Promise<HandoverMatter[]> {
  const { id, role, partyId, personId } = post
  const seat = { id, role, partyId }
  const himself: Actor = { personId, seat: null, seats: [seat], communityId: null }
  const items = await deskOfPost(db, ctx, seat, himself)
  const open = items.map(({ key, params = {}, matter, link, due, kind }) => ({
    ...{ key, params, matter, link, kind },
    due: due ? due.at.getTime() : null,
  }))
  const once = new Map(
    [...open, ...(await inOwnName(db, post)), ...(await sharesKept(db, ctx, post))].map((one) => [
      nameOf(one),
      one,
    ]),
  )
  const last = Number.MAX_SAFE_INTEGER
  return [...once.values()].sort(
    (a, b) => (a.due ?? last) - (b.due ?? last) || (nameOf(a) < nameOf(b) ? -1 : 1),
  )
}

/** A print of the list as somebody sees it: the same matters give the same print, in whatever order. */
export const printOf = (matters: readonly HandoverMatter[]) =>
  sha256(JSON.stringify(matters.map(nameOf).sort())).slice(0, 32)
