import { and, eq, inArray } from 'drizzle-orm'
import type { z } from 'zod'
import { parties, sanctions } from '#db/schema/index.ts'
import type { Reader, Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { dateOf, endOf, yearOf } from '../../dates.ts'
import { record } from '../../journal.ts'
import { move } from '../../move.ts'
import { notify } from '../../notify.ts'
import { deadlineOf } from '../../parameters.ts'
import { authorize } from '../../policy/index.ts'
import { nextRef } from '../../reference.ts'
import { Refusal } from '../../refusal.ts'
import { bodyBy } from '../register-standing.ts'
import { findSanction } from './find-sanction.ts'
import type { defendForm, reportSanctionForm } from './forms.ts'
import { sanction as machine } from './machine.ts'

const districts = (db: Reader) =>
  db.select({ id: parties.id }).from(parties).where(eq(parties.kind, 'district_office'))
export async function tellDistrict(
  tx: Tx,
  ctx: Context,
  role: 'district_handler' | 'district_finance',
  message: string,
  { id, refNo }: { id: string; refNo: string },
) {
  for (const { id: partyId } of await districts(tx))
    await notify(tx, ctx, { role, partyId }, message, `/desk/sanctions/${id}`, { no: refNo })
}

/** 举报违规: facts and the listed ground; one open report of one ground on one body. */
export const reportSanction = (
  ctx: Context,
  { partyId, ground, facts }: z.output<typeof reportSanctionForm>,
) =>
  ctx.transact(async (tx) => {
    authorize(ctx.actor, 'sanction.report', { partyId })
    await bodyBy(tx, partyId, ['individual'])
    const open = and(
      eq(sanctions.partyId, partyId),
      eq(sanctions.ground, ground),
      inArray(sanctions.state, ['reported', 'in_defence']),
    )
    if ((await tx.$count(sanctions, open)) > 0) throw new Refusal('conflict', 'sanction-already-reported')
    const now = ctx.clock.now()
    const refNo = await nextRef(tx, 'CF', yearOf(dateOf(now)))
    const who = { reportedBy: ctx.actor.personId!, reporterId: ctx.actor.seat!.partyId, reportedAt: now }
    const [made] = await tx
      .insert(sanctions)
      .values({ refNo, partyId, ground, facts, state: 'reported', ...who })
      .returning({ id: sanctions.id })
    await tellDistrict(tx, ctx, 'district_handler', 'sanction-reported', { id: made!.id, refNo })
    await record(tx, ctx, 'sanction.report', { subject: made!.id }, { refNo, partyId, ground })
    return { id: made!.id, refNo }
  })

/** 告知并听取申辩: the body reads what it is charged with and has five working days to answer. */
export const serveSanction = (ctx: Context, { sanctionId }: { sanctionId: string }) =>
  ctx.transact(async (tx) => {
    const was = await findSanction(tx, sanctionId)
    authorize(ctx.actor, 'sanction.serve', was)
    const now = ctx.clock.now()
    const defenceEndsAt = endOf(await deadlineOf(tx, ctx.calendar, 'SANCTION_DEFENCE', dateOf(now)))
    await move(tx, sanctions, machine, was, 'serve', {
      servedBy: ctx.actor.personId,
      servedAt: now,
      defenceEndsAt,
    })
    const to = { role: 'org_signer' as const, partyId: was.partyId }
    await notify(tx, ctx, to, 'sanction-served', `/sanctions/${was.id}`, { no: was.refNo })
    await tellDistrict(tx, ctx, 'district_finance', 'sanction-to-decide', was)
    await record(tx, ctx, 'sanction.serve', { subject: was.id }, { refNo: was.refNo })
    return { id: was.id }
  })

/** 陈述申辩: the body's own words, in its time; written again they replace the earlier ones. */
export const defendSanction = (
  ctx: Context,
  { sanctionId, defence }: z.output<typeof defendForm> & { sanctionId: string },
) =>
  ctx.transact(async (tx) => {
    const was = await findSanction(tx, sanctionId)
    authorize(ctx.actor, 'sanction.defend', was)
    if (was.state !== 'in_defence') throw new Refusal('conflict', 'defence-not-open')
    const now = ctx.clock.now()
    if (now >= was.defenceEndsAt!) throw new Refusal('conflict', 'defence-over')
    const said = { defence, defendedBy: ctx.actor.personId, defendedAt: now }
    await tx.update(sanctions).set(said).where(eq(sanctions.id, was.id))
    await record(tx, ctx, 'sanction.defend', { subject: was.id }, { refNo: was.refNo })
    return { id: was.id }
  })
