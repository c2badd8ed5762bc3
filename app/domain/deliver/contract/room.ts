import { and, eq, inArray, ne } from 'drizzle-orm'
import { acceptances, payments } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { Role } from '#db/vocabulary.ts'
import type { Context } from '../../context.ts'
import { authorize, may } from '../../policy/index.ts'
import { findAcceptance } from '../acceptance/find-acceptance.ts'
import { diaryOf } from '../diary/find-diary.ts'
import { servedBy } from '../diary/served.ts'
import { milestonesOf } from '../milestone/find-milestone.ts'
import { findingsOf } from '../supervision/find-finding.ts'
import { acceptorOf, approverOf, handlerOf } from './buyer-roles.ts'
import { actsOn, clockOf, sectorOf } from './contract-file.ts'
import { type ContractFacts, findContract } from './find-contract.ts'
import { contractPage, partyNames } from './public-contract.ts'

/** One thing a contract waits for: what, of which post, at which body, and since when. */
export type Wait = { key: string; role: Role; partyId: string | null; since: Date; title: string }

const confirmers = {
  community: 'committee_director',
  organisation: 'org_signer',
  social_worker: 'social_worker',
} as const
const posts = ['acceptor', 'committee', 'centre'] as const

async function beforeWork(db: Reader, c: ContractFacts): Promise<Wait[]> {
  const of = { title: '', since: c.createdAt }
  const open = c.linkages.filter((l) => l.confirmedAt === null)
  if (c.state === 'draft' && open.length > 0)
    return open.map((l) => ({ ...of, key: 'confirm', role: confirmers[l.sector], partyId: l.partyId }))
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
  if (a.opinions.length < a.required)
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

async function onWork(db: Reader, c: ContractFacts): Promise<Wait[]> {
  const next = (await milestonesOf(db, c.id)).find((m) => m.state !== 'accepted')
  if (!next) return []
  const of = { title: next.title }
  if (next.state === 'planned' || next.state === 'returned')
    return [
      {
        ...of,
        key: next.state === 'returned' ? 'reclaim' : 'claim',
        role: 'org_editor',
        partyId: c.supplierId,
        since: c.publishedAt!,
      },
    ]
  if (next.state === 'claimed')
    return [
      {
        ...of,
        key: 'check',
        role: 'centre_officer',
        partyId: c.centreIds[0] ?? null,
        since: next.claimedAt!,
      },
    ]
  const [open] = await db
    .select()
    .from(acceptances)
    .where(and(eq(acceptances.milestoneId, next.id), eq(acceptances.state, 'opened')))
  return open
    ? onAcceptance(db, c, open.id)
    : [
        {
          ...of,
          key: 'open-acceptance',
          role: await handlerOf(db, c.buyerId),
          partyId: c.buyerId,
          since: next.checkedAt!,
        },
      ]
}

/** 谁卡住了: every step that waits now, and for whom. */
export async function waitsOf(db: Reader, c: ContractFacts): Promise<Array<Wait & { body: string }>> {
  const waits = c.state === 'published' ? await onWork(db, c) : await beforeWork(db, c)
  const names = await partyNames(
    db,
    waits.map((w) => w.partyId),
  )
  return waits.map((w) => ({ ...w, body: names[w.partyId ?? ''] ?? '' }))
}

const moneyOf = async (db: Reader, contractId: string) => {
  const rows = await db
    .select()
    .from(payments)
    .where(and(eq(payments.contractId, contractId), ne(payments.state, 'declined')))
  return rows.map(({ id, milestoneId, state, amount, paidAt }) => ({
    id,
    milestoneId,
    state,
    amount,
    paidAt,
  }))
}

async function acceptancesOn(db: Reader, ids: readonly string[]) {
  if (ids.length === 0) return []
  const rows = await db
    .select()
    .from(acceptances)
    .where(inArray(acceptances.milestoneId, [...ids]))
  return rows.map(({ id, milestoneId, state, met, openedAt }) => ({ id, milestoneId, state, met, openedAt }))
}

/** The room of a contract: where it stands, who is stuck, what was done, what this person may do. */
export async function contractRoom(ctx: Context, id: string) {
  const c = await findContract(ctx.db, id)
  authorize(ctx.actor, 'contract.read', c)
  const page = await contractPage(ctx.db, c)
  const runs = c.state === 'published'
  const reads = may(ctx.actor, 'service_user.read', c)
  const findings = await findingsOf(ctx.db, id)
  return {
    ...page,
    waits: await waitsOf(ctx.db, c),
    due: await clockOf(ctx, c),
    acts: actsOn(ctx, c),
    sector: sectorOf(ctx, c),
    served: await servedBy(ctx.db, id),
    diary: reads ? await diaryOf(ctx.db, id, 5) : [],
    payments: await moneyOf(ctx.db, id),
    acceptances: await acceptancesOn(
      ctx.db,
      page.milestones.map((m) => m.id),
    ),
    findings: findings.map(({ id: findingId, words, state, dueAt, createdAt }) => ({
      id: findingId,
      words,
      state,
      dueAt,
      createdAt,
    })),
    may: {
      record: runs && may(ctx.actor, 'diary.record', c),
      people: may(ctx.actor, 'service_user.read', c),
      claim: runs && may(ctx.actor, 'milestone.claim', c),
      raise: runs && may(ctx.actor, 'finding.raise', c),
      file: true,
    },
    now: ctx.clock.now(),
  }
}
