import { and, eq, or, sql } from 'drizzle-orm'
import { careEntries, type cares } from '#db/schema/index.ts'
import type { Reader, Tx } from '#db/store.ts'
import type { careAccounts } from '#db/vocabulary.ts'
import type { Context } from '../../context.ts'
import { Refusal } from '../../refusal.ts'

type Account = (typeof careAccounts)[number]
type Grant = Pick<typeof cares.$inferSelect, 'id' | 'unit' | 'monthly' | 'from' | 'to'>
type Posting = { careId: string; month: string; out: Account; into: Account; amount: number; source: string }

/** What one account of a month holds: what entered it less what left it. */
export async function balanceOf(db: Reader, careId: string, month: string, account: Account) {
  const { out, into, amount } = careEntries
  const [row] = await db
    .select({
      n: sql<number>`coalesce(sum(case when ${into} = ${account} then ${amount} else -${amount} end), 0)`.mapWith(
        Number,
      ),
    })
    .from(careEntries)
    .where(
      and(
        eq(careEntries.careId, careId),
        eq(careEntries.month, month),
        or(eq(out, account), eq(into, account)),
      ),
    )
  return row?.n ?? 0
}

/** One entry: leaves one account, enters another; a source is booked once, and no account but the place's goes below nothing. */
async function post(tx: Tx, ctx: Context, posting: Posting) {
  const { careId, month, out, amount } = posting
  if (out !== 'place' && (await balanceOf(tx, careId, month, out)) < amount)
    throw new Refusal('conflict', 'care-hours-spent', { month })
  await tx.insert(careEntries).values({ ...posting, at: ctx.clock.now() })
}

/** Whether a month lies within the grant: hours are given by whole months. */
export const isGranted = ({ from, to }: Pick<Grant, 'from' | 'to'>, month: string) =>
  from !== null && to !== null && month >= from.slice(0, 7) && month <= to.slice(0, 7)

/** 按月发放: a month's hours stand in its account before anything is taken; they serve that month and no other. */
async function issue(tx: Tx, ctx: Context, grant: Grant, month: string) {
  const source = `issue:${grant.id}:${month}`
  const [known] = await tx
    .select({ id: careEntries.id })
    .from(careEntries)
    .where(eq(careEntries.source, source))
  if (known) return
  const amount = grant.monthly!
  await post(tx, ctx, { careId: grant.id, month, out: 'place', into: 'available', amount, source })
}

type Of = { month: string; amount: number; orderId: string }
/** Keeps what an order will take. */
export async function hold(tx: Tx, ctx: Context, grant: Grant, { month, amount, orderId }: Of) {
  if (!isGranted(grant, month)) throw new Refusal('conflict', 'care-month-not-granted', { month })
  await issue(tx, ctx, grant, month)
  const left = await balanceOf(tx, grant.id, month, 'available')
  if (left < amount)
    throw new Refusal('conflict', grant.unit === 'fen' ? 'care-voucher-short' : 'care-hours-short', {
      left: grant.unit === 'fen' ? (left / 100).toFixed(2) : left,
    })
  const entry = { careId: grant.id, month, amount, source: `hold:${orderId}` }
  await post(tx, ctx, { ...entry, out: 'available', into: 'held' })
}
/** What was kept for an order leaves its account once, whichever way. */
async function close(tx: Tx, ctx: Context, orderId: string, into: 'used' | 'available') {
  const [kept] = await tx
    .select()
    .from(careEntries)
    .where(eq(careEntries.source, `hold:${orderId}`))
  if (!kept) throw new Refusal('conflict', 'care-hours-spent', { month: '' })
  const { careId, month, amount } = kept
  await post(tx, ctx, { careId, month, amount, out: 'held', into, source: `close:${orderId}` })
}
/** Confirmed: what was kept is used. */
export const use = (tx: Tx, ctx: Context, orderId: string) => close(tx, ctx, orderId, 'used')
/** Nobody came: what was kept is free again, in its own month. */
export const free = (tx: Tx, ctx: Context, orderId: string) => close(tx, ctx, orderId, 'available')

export type MonthAccount = {
  month: string
  granted: number
  available: number
  held: number
  used: number
  over: boolean
}
/** A month as its owner reads it; before anything was taken the whole of it is there; once it is over the rest is lost. */
export async function monthOf(db: Reader, grant: Grant, month: string, now: string): Promise<MonthAccount> {
  const granted = isGranted(grant, month) ? (grant.monthly ?? 0) : 0
  const held = await balanceOf(db, grant.id, month, 'held')
  const used = await balanceOf(db, grant.id, month, 'used')
  return { month, granted, held, used, available: granted - held - used, over: month < now }
}
