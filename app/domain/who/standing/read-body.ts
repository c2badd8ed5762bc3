import { asc, desc, eq, inArray } from 'drizzle-orm'
import { inspections, listings, parties, sanctions } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { dateOf } from '../../dates.ts'
import { pick } from '../../pick.ts'
import { authorize, may } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { blocksOf, reconfirmBy } from './blocks-of.ts'

export const supplierKinds = ['organisation', 'enterprise', 'community_group', 'individual'] as const

const shownOfSanction = [
  'id',
  'refNo',
  'ground',
  'state',
  'from',
  'to',
  'decision',
  'decidedAt',
  'liftedOn',
  'liftGround',
] as const

/** Years inspected, lists stood on, sanctions decided: what anybody may know, with its dates. */
export async function standingRecord(db: Reader, partyId: string) {
  const years = await db
    .select()
    .from(inspections)
    .where(eq(inspections.partyId, partyId))
    .orderBy(desc(inspections.year))
  const lists = await db
    .select()
    .from(listings)
    .where(eq(listings.partyId, partyId))
    .orderBy(desc(listings.from))
  const all = await db
    .select()
    .from(sanctions)
    .where(eq(sanctions.partyId, partyId))
    .orderBy(desc(sanctions.reportedAt))
  return {
    inspections: years.map((i) => pick(i, ['year', 'result', 'concludedOn'])),
    lists: lists.map((l) => pick(l, ['id', 'list', 'from', 'to', 'ground', 'liftGround'])),
    /** Before it is decided, what was reported of a body is between it and the office. */
    sanctions: all
      .filter((s) => s.state === 'decided' || s.state === 'lifted')
      .map((s) => pick(s, shownOfSanction)),
  }
}

const shownOfBody = [
  'id',
  'kind',
  'name',
  'uscc',
  'usccOverride',
  'form',
  'grade',
  'gradeUntil',
  'registeredYear',
  'registration',
  'supervisorName',
  'decoupledOn',
  'certificateUntil',
  'deregisteredOn',
  'filedWith',
  'filedOn',
  'reconfirmedOn',
  'credit',
] as const

async function fileOf(ctx: Context, partyId: string) {
  const [party] = await ctx.db.select().from(parties).where(eq(parties.id, partyId))
  if (!party || !(supplierKinds as readonly string[]).includes(party.kind))
    throw new Refusal('missing', 'org-missing')
  const today = dateOf(ctx.clock.now())
  const [custodian] = party.custodianId
    ? await ctx.db.select({ name: parties.name }).from(parties).where(eq(parties.id, party.custodianId))
    : []
  return {
    party: { ...pick(party, shownOfBody), custodian: custodian?.name ?? null },
    ...(await standingRecord(ctx.db, partyId)),
    blocks: await blocksOf(ctx.db, partyId, today),
    reconfirmBy: await reconfirmBy(ctx.db, party, today),
    today,
  }
}

/** The file of one body, to who keeps the register. */
export async function readBodyFile(ctx: Context, partyId: string) {
  authorize(ctx.actor, 'register.read', {})
  return { ...(await fileOf(ctx, partyId)), mayKeep: may(ctx.actor, 'register.keep', { partyId }) }
}

/** 本机构登记: what is registered of one's own body, and what bars it. */
export async function readOwnBody(ctx: Context) {
  const partyId = ctx.actor.seat?.partyId ?? ''
  authorize(ctx.actor, 'party.read_own', { partyId })
  const heard = await ctx.db.select().from(sanctions).where(eq(sanctions.partyId, partyId))
  return {
    ...(await fileOf(ctx, partyId)),
    open: heard
      .filter((s) => s.state === 'in_defence')
      .map((s) => pick(s, ['id', 'refNo', 'defenceEndsAt', 'defence'])),
    mayReconfirm: may(ctx.actor, 'party.reconfirm', { partyId }),
  }
}

/** Every body that may serve, with what bars it today. */
export async function listBodies(ctx: Context) {
  authorize(ctx.actor, 'register.read', {})
  const today = dateOf(ctx.clock.now())
  const rows = await ctx.db
    .select({ id: parties.id, name: parties.name, kind: parties.kind, uscc: parties.uscc })
    .from(parties)
    .where(inArray(parties.kind, [...supplierKinds]))
    .orderBy(asc(parties.kind), asc(parties.name))
  return Promise.all(rows.map(async (p) => ({ ...p, blocks: await blocksOf(ctx.db, p.id, today) })))
}
