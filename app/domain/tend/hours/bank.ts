import { and, eq, isNull } from 'drizzle-orm'
import { hourAccounts, hourBanks, parties } from '#db/schema/index.ts'
import type { Reader, Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { dateOf } from '../../dates.ts'
import { record } from '../../journal.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import type { AppointBank } from './forms.ts'

/** Accounts of the bank itself, one of each. */
export const POOL = 'hours-pool'
export const KEPT = 'hours-kept'
export const ISSUED = 'hours-issued'

/** Who keeps the bank today; null: nobody was appointed, and no hours are booked. */
export async function findBank(db: Reader) {
  const [found] = await db
    .select({ id: hourBanks.id, operatorId: hourBanks.partyId, name: parties.name, since: hourBanks.since })
    .from(hourBanks)
    .innerJoin(parties, eq(parties.id, hourBanks.partyId))
    .where(isNull(hourBanks.until))
  return found ?? null
}
/** The organisation that keeps the bank, or nobody's name: then no seat is at it. */
export const operatorOf = async (db: Reader) => (await findBank(db))?.operatorId ?? null
/** The bank must be kept by somebody before anything is booked in it. */
export async function mustBeKept(db: Reader) {
  const bank = await findBank(db)
  if (!bank) throw new Refusal('conflict', 'hours-no-operator')
  return bank
}

/** 承办单位 must stand in the register: an organisation, not struck off, not on a list, its certificate in force. */
async function mustBeRegistered(tx: Tx, partyId: string, today: string) {
  const [body] = await tx.select().from(parties).where(eq(parties.id, partyId))
  if (!body) throw new Refusal('missing', 'party-missing')
  const isOver =
    (body.certificateUntil !== null && body.certificateUntil < today) || body.deregisteredOn !== null
  if (body.kind !== 'organisation' || !body.uscc || body.credit !== 'normal' || isOver)
    throw new Refusal('conflict', 'hours-operator-unfit')
}

/** The bank's own accounts stand before the first hour is booked. */
async function openOwnAccounts(tx: Tx, openedAt: Date) {
  const own = [
    { id: POOL, kind: 'pool' as const, openedAt },
    { id: KEPT, kind: 'kept' as const, openedAt },
    { id: ISSUED, kind: 'issued' as const, openedAt },
  ]
  await tx.insert(hourAccounts).values(own).onConflictDoNothing()
}

/** 确定承办单位: the district names one registered organisation; the one before hands over on the same day, and the book goes on. */
export const appointBank = (ctx: Context, { partyId, ground }: AppointBank) =>
  ctx.transact(async (tx) => {
    authorize(ctx.actor, 'hourBank.appoint', {})
    const at = ctx.clock.now()
    await mustBeRegistered(tx, partyId, dateOf(at))
    const was = await findBank(tx)
    if (was?.operatorId === partyId) throw new Refusal('conflict', 'hours-operator-already')
    await tx
      .update(hourBanks)
      .set({ until: at })
      .where(and(isNull(hourBanks.until), eq(hourBanks.scope, 'district')))
    const [made] = await tx
      .insert(hourBanks)
      .values({ partyId, ground, appointedBy: ctx.actor.personId!, since: at })
      .returning({ id: hourBanks.id })
    await openOwnAccounts(tx, at)
    await record(tx, ctx, 'hourBank.appoint', { subject: made!.id }, { partyId, ground })
    return made!
  })
