import { and, eq, gt, isNull } from 'drizzle-orm'
import { consortiumMembers, parties, proposals, teamMembers, tenders } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { Context } from '../../context.ts'
import type { DeskItem } from '../../desk-item.ts'
import { ownLive } from './read-own.ts'

const deadline = (at: Date) => ({ at, source: 'desk.source.tender-deadline', mark: 'local' as const })

/** What a bidder has begun and not sent, and what must be confirmed after a change. */
async function ofBidder(db: Reader, ctx: Context): Promise<DeskItem[]> {
  const now = ctx.clock.now()
  const live = (await ownLive(db, ctx.actor.seat!.partyId)).filter((p) => p.deadline > now)
  const keys = {
    draft: 'proposal.finish',
    needs_confirmation: 'proposal.confirm',
    submitted: 'proposal.sent',
  }
  return live.map((p) => ({
    key: p.brokenAt ? 'proposal.broken' : keys[p.state as keyof typeof keys],
    matter: p.title,
    amount: p.ceiling,
    chapter: 'buy',
    due: deadline(p.deadline),
    since: p.createdAt,
    link: `/tenders/${p.tenderId}/proposal`,
    kind: p.state === 'submitted' ? 'wait' : 'act',
  }))
}

/** Not answered yet, where proposals are still taken. */
const open = ({ consentedAt }: typeof teamMembers | typeof consortiumMembers, ctx: Context) => [
  isNull(consentedAt),
  eq(tenders.state, 'published'),
  gt(tenders.deadline, ctx.clock.now()),
]

/** Teams that ask this person. */
async function ofWorker(db: Reader, ctx: Context): Promise<DeskItem[]> {
  const asked = await db
    .select({
      id: teamMembers.id,
      tenderId: tenders.id,
      title: tenders.title,
      at: tenders.deadline,
      body: parties.name,
      since: proposals.createdAt,
    })
    .from(teamMembers)
    .innerJoin(proposals, eq(proposals.id, teamMembers.proposalId))
    .innerJoin(parties, eq(parties.id, proposals.supplierId))
    .innerJoin(tenders, eq(tenders.id, teamMembers.tenderId))
    .where(and(eq(teamMembers.personId, ctx.actor.personId!), ...open(teamMembers, ctx)))
  return asked.map((a) => ({
    key: 'proposal.consent',
    params: { body: a.body },
    matter: a.title,
    chapter: 'buy',
    due: deadline(a.at),
    since: a.since,
    link: `/tenders/${a.tenderId}/proposal/team/${a.id}`,
    kind: 'act',
  }))
}

/** Bodies that ask this signer's own to join them. */
async function ofParty(db: Reader, ctx: Context): Promise<DeskItem[]> {
  const asked = await db
    .select({
      id: consortiumMembers.id,
      title: tenders.title,
      ceiling: tenders.ceiling,
      at: tenders.deadline,
      body: parties.name,
      since: proposals.createdAt,
    })
    .from(consortiumMembers)
    .innerJoin(proposals, eq(proposals.id, consortiumMembers.proposalId))
    .innerJoin(parties, eq(parties.id, proposals.supplierId))
    .innerJoin(tenders, eq(tenders.id, consortiumMembers.tenderId))
    .where(and(eq(consortiumMembers.partyId, ctx.actor.seat!.partyId), ...open(consortiumMembers, ctx)))
  return asked.map(({ id, title, ceiling, at, body, since }) => ({
    key: 'proposal.alliance',
    params: { body },
    matter: title,
    amount: ceiling,
    chapter: 'buy',
    due: deadline(at),
    since,
    link: `/alliances/${id}`,
    kind: 'act',
  }))
}

export async function deskOfProposal(db: Reader, ctx: Context): Promise<DeskItem[]> {
  if (!ctx.actor.personId) return []
  const bids = ctx.actor.seat && ['org_editor', 'org_signer'].includes(ctx.actor.seat.role)
  const signs = ctx.actor.seat?.role === 'org_signer'
  return [
    ...(bids ? await ofBidder(db, ctx) : []),
    ...(signs ? await ofParty(db, ctx) : []),
    ...(await ofWorker(db, ctx)),
  ]
}
