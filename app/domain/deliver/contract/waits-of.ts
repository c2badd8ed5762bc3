import { and, eq } from 'drizzle-orm'
import { acceptances } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { Role } from '#db/vocabulary.ts'
import { findAcceptance } from '../acceptance/find-acceptance.ts'
import { type Milestone, milestonesOf } from '../milestone/find-milestone.ts'
import { acceptorOf, approverOf, handlerOf } from './buyer-roles.ts'
import type { ContractFacts } from './find-contract.ts'
import { partyNames } from './public-contract.ts'

/** One thing a contract waits for: what, of which post, at which body, since when, and by which agreed day that is still to come. */
export type Wait = {
  key: string
  role: Role
  partyId: string | null
  since: Date
  by?: string | null
  title: string
}

const confirmers = {
  community: 'committee_director',
  organisation: 'org_signer',
  social_worker: 'social_worker',
} as const
const posts = ['acceptor', 'committee', 'centre'] as const

const toConfirm = (c: ContractFacts): Wait[] =>
  c.linkages
    .filter((l) => l.confirmedAt === null)
    .map((l) => ({
      key: 'confirm',
      role: confirmers[l.sector],
      partyId: l.partyId,
      title: '',
      since: c.createdAt,
    }))

async function beforeWork(db: Reader, c: ContractFacts): Promise<Wait[]> {
  const of = { title: '', since: c.createdAt }
  const open = toConfirm(c)
  if (c.state === 'draft' && open.length > 0) return open
  if (c.state === 'draft') return [{ ...of, key: 'sign-supplier', role: 'org_signer', partyId: c.supplierId }]
  if (c.state === 'signed_by_supplier')
    return [
      {
        ...of,
        key: 'sign',
        role: await approverOf(db, c.buyerId),
        partyId: c.buyerId,
        since: c.supplierSignedAt!,
      },
    ]
  return c.state === 'signed'
    ? [
        {
          ...of,
          key: 'publish',
          role: await handlerOf(db, c.buyerId),
          partyId: c.buyerId,
          since: c.buyerSignedAt!,
        },
      ]
    : []
}

async function onAcceptance(db: Reader, c: ContractFacts, id: string): Promise<Wait[]> {
  const a = await findAcceptance(db, id)
  const of = { title: a.milestone.title, since: a.openedAt }
  if (a.missing > 0)
    return [{ ...of, key: 'opinions', role: 'committee_clerk', partyId: c.committeeIds[0] ?? null }]
  const roles: Record<string, { role: Role; partyId: string | null }> = {
    acceptor: { role: await acceptorOf(db, c.buyerId), partyId: c.buyerId },
    committee: { role: 'committee_director', partyId: c.committeeIds[0] ?? null },
    centre: { role: 'centre_officer', partyId: c.centreIds[0] ?? null },
  }
  return posts
    .filter((post) => !a.signs.some((s) => s.role === post))
    .map((post) => ({ ...of, key: 'sign-acceptance', ...roles[post]! }))
}

/** A milestone waits for its claim since the one before was accepted, or its claim for the centre's check. */
function onClaim(c: ContractFacts, next: Milestone, before: Milestone | null, today: string): Wait {
  const { title, state, claimedAt, checkedAt, dueOn } = next
  if (state === 'claimed')
    return { title, key: 'check', role: 'centre_officer', partyId: c.centreIds[0] ?? null, since: claimedAt! }
  const of = { title, role: 'org_editor' as const, partyId: c.supplierId }
  const begun = before?.acceptedAt ?? c.publishedAt!
  if (state === 'returned') return { ...of, key: 'reclaim', since: checkedAt ?? claimedAt ?? begun }
  return { ...of, key: 'claim', since: begun, by: today <= dueOn ? dueOn : null }
}

/** A checked milestone waits for the buyer to open its acceptance, or for whoever that waits for. */
async function onCheck(db: Reader, c: ContractFacts, { id, title, checkedAt }: Milestone): Promise<Wait[]> {
  const [open] = await db
    .select()
    .from(acceptances)
    .where(and(eq(acceptances.milestoneId, id), eq(acceptances.state, 'opened')))
  if (open) return onAcceptance(db, c, open.id)
  const role = await handlerOf(db, c.buyerId)
  return [{ title, key: 'open-acceptance', role, partyId: c.buyerId, since: checkedAt! }]
}

async function onWork(db: Reader, c: ContractFacts, today: string): Promise<Wait[]> {
  const all = await milestonesOf(db, c.id)
  const at = all.findIndex((m) => m.state !== 'accepted')
  const next = all[at]
  if (!next) return []
  const unchecked = next.state === 'planned' || next.state === 'returned' || next.state === 'claimed'
  return unchecked ? [onClaim(c, next, all[at - 1] ?? null, today)] : onCheck(db, c, next)
}

/** 谁卡住了: every step that waits now, and for whom. */
export async function waitsOf(
  db: Reader,
  c: ContractFacts,
  today: string,
): Promise<Array<Wait & { body: string }>> {
  const waits =
    c.state === 'published' ? [...toConfirm(c), ...(await onWork(db, c, today))] : await beforeWork(db, c)
  const names = await partyNames(
    db,
    waits.map((w) => w.partyId),
  )
  return waits.map((w) => ({ ...w, body: names[w.partyId ?? ''] ?? '' }))
}
