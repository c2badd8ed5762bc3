import { asc, desc, eq, inArray } from 'drizzle-orm'
import { parties, sanctions } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { dateOf } from '../../dates.ts'
import type { DeskItem } from '../../desk-item.ts'
import { fixedDue } from '../../due.ts'
import { pick } from '../../pick.ts'
import { authorize, may } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { supplierKinds } from '../standing/read-body.ts'
import { findSanction, forceOf, type SanctionFacts } from './find-sanction.ts'
import { type SanctionGround, sanctionGrounds } from './grounds-data.ts'

const shown = [
  'id',
  'refNo',
  'partyId',
  'party',
  'facts',
  'state',
  'reportedAt',
  'servedAt',
  'defenceEndsAt',
  'defence',
  'defendedAt',
  'decision',
  'decidedAt',
  'from',
  'to',
  'liftedOn',
  'liftGround',
] as const
function shownOf(ctx: Context, found: SanctionFacts) {
  const ground = found.ground as SanctionGround
  const force = forceOf(found, dateOf(ctx.clock.now()))
  return { ...pick(found, shown), ground, source: sanctionGrounds[ground], force }
}

function actsOf({ actor, clock }: Context, found: SanctionFacts) {
  const { state, defence, defenceEndsAt } = found
  const heard = defence !== null || (defenceEndsAt !== null && clock.now() >= defenceEndsAt)
  return {
    serve: state === 'reported' && may(actor, 'sanction.serve', found),
    decide: state === 'in_defence' && heard && may(actor, 'sanction.decide', found),
    dismiss: ['reported', 'in_defence'].includes(state) && may(actor, 'sanction.dismiss', found),
    lift: state === 'decided' && may(actor, 'sanction.lift', found),
    defend: state === 'in_defence' && clock.now() < defenceEndsAt! && may(actor, 'sanction.defend', found),
  }
}

/** One case, to the district that hears and decides it. */
export async function readSanction(ctx: Context, id: string) {
  authorize(ctx.actor, 'sanction.read', {})
  const found = await findSanction(ctx.db, id)
  return { sanction: shownOf(ctx, found), may: actsOf(ctx, found) }
}

/** The same, to the body it is about, from the day it was told. */
export async function readOwnSanction(ctx: Context, id: string) {
  const found = await findSanction(ctx.db, id)
  authorize(ctx.actor, 'sanction.read_own', found)
  if (!found.servedAt) throw new Refusal('missing', 'sanction-missing')
  return { sanction: shownOf(ctx, found), may: actsOf(ctx, found) }
}

const listed = (db: Reader) =>
  db
    .select({ sanction: sanctions, party: parties.name })
    .from(sanctions)
    .innerJoin(parties, eq(parties.id, sanctions.partyId))
    .$dynamic()
    .orderBy(desc(sanctions.reportedAt))
    .limit(200)
/** Cases: all of them to the district; to others their own reports. And the bodies one can report. */
export async function listSanctions(ctx: Context) {
  const all = may(ctx.actor, 'sanction.read', {})
  const reports = may(ctx.actor, 'sanction.report', { partyId: '' })
  if (!all && !reports) authorize(ctx.actor, 'sanction.read', {})
  const mine = eq(sanctions.reporterId, ctx.actor.seat?.partyId ?? '')
  const rows = await listed(ctx.db).where(all ? undefined : mine)
  const bodies = reports
    ? await ctx.db
        .select({ id: parties.id, name: parties.name })
        .from(parties)
        .where(inArray(parties.kind, [...supplierKinds]))
        .orderBy(asc(parties.name))
    : []
  return {
    cases: rows.map((r) => shownOf(ctx, { ...r.sanction, party: r.party })),
    bodies,
    all,
    reports,
  }
}

/** What waits: to be told, to be decided, to be answered. */
export async function deskOfSanction(db: Reader, ctx: Context): Promise<DeskItem[]> {
  const role = ctx.actor.seat?.role
  if (!role || !['district_handler', 'district_finance', 'district_approver', 'org_signer'].includes(role))
    return []
  const open = inArray(sanctions.state, ['reported', 'in_defence'])
  const rows = await db
    .select({ sanction: sanctions, party: parties.name })
    .from(sanctions)
    .innerJoin(parties, eq(parties.id, sanctions.partyId))
    .where(open)
  const items = rows.map(async ({ sanction, party }): Promise<DeskItem[]> => {
    const acts = actsOf(ctx, { ...sanction, party })
    const act = (['serve', 'decide', 'defend'] as const).find((one) => acts[one])
    if (!act || (act === 'defend' && sanction.defence)) return []
    const at = act === 'defend' ? sanction.defenceEndsAt : null
    const due = at && (await fixedDue(db, 'SANCTION_DEFENCE', { from: sanction.servedAt ?? at, at }))
    const link = act === 'defend' ? `/sanctions/${sanction.id}` : `/desk/sanctions/${sanction.id}`
    const about = { params: { no: sanction.refNo }, matter: party, chapter: null, since: sanction.reportedAt }
    return [{ ...about, key: `sanction.${act}`, due, link, kind: 'act' }]
  })
  return (await Promise.all(items)).flat()
}
