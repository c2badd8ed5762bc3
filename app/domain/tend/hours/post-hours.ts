import { eq, inArray, sql } from 'drizzle-orm'
import { hourAccounts, hourEntries, hourPostings } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { Refusal } from '../../refusal.ts'

type Posting = readonly [accountId: string, minutes: number]
type Entry = Omit<typeof hourEntries.$inferInsert, 'id' | 'at' | 'by'> & { postings: readonly Posting[] }

/** Minutes that several postings move on each account; those that cancel out are left out. */
function movesOf(postings: readonly Posting[]) {
  const moves = new Map<string, number>()
  for (const [id, minutes] of postings) {
    if (!Number.isSafeInteger(minutes)) throw new RangeError(`not a whole number of minutes: ${minutes}`)
    moves.set(id, (moves.get(id) ?? 0) + minutes)
  }
  return [...moves].filter(([, minutes]) => minutes !== 0)
}

/** Moves what stands on each account; one that would go below nothing is refused, here and by the database. */
async function moveBalances(tx: Tx, moves: readonly Posting[]) {
  const a = hourAccounts
  const known = await tx
    .select()
    .from(a)
    .where(
      inArray(
        a.id,
        moves.map(([id]) => id),
      ),
    )
  if (known.length !== moves.length) throw new Refusal('missing', 'hours-account-missing')
  for (const [id, minutes] of moves) {
    const account = known.find((one) => one.id === id)!
    if (account.closedAt && minutes > 0) throw new Refusal('conflict', 'hours-account-closed')
    if (account.kind !== 'issued' && account.minutes + minutes < 0)
      throw new Refusal('conflict', 'hours-short', { left: account.minutes })
    await tx
      .update(a)
      .set({ minutes: sql`${a.minutes} + ${minutes}` })
      .where(eq(a.id, id))
  }
}

/** 复式记账, in minutes: one balanced entry, once for its source; entries are only added to, never changed. */
export async function postHours(tx: Tx, ctx: Context, { postings, ...entry }: Entry) {
  const moves = movesOf(postings)
  if (moves.length < 2 || moves.reduce((all, [, minutes]) => all + minutes, 0) !== 0)
    throw new Refusal('invalid', 'hours-unbalanced')
  const [seen] = await tx.select().from(hourEntries).where(eq(hourEntries.source, entry.source))
  if (seen) throw new Refusal('conflict', 'hours-posted-already')
  const [made] = await tx
    .insert(hourEntries)
    .values({ ...entry, by: ctx.actor.personId!, at: ctx.clock.now() })
    .returning({ id: hourEntries.id })
  await tx
    .insert(hourPostings)
    .values(moves.map(([accountId, minutes]) => ({ entryId: made!.id, accountId, minutes })))
  await moveBalances(tx, moves)
  return made!
}

type Countered = {
  source: string
  memo: string
  /** Where a posting goes back to, if not to its own account. */
  backTo?: (accountId: string) => string
}
/** 更正: what an entry moved is moved back by another, never wiped; once. */
export async function counterEntry(tx: Tx, ctx: Context, { source, memo, backTo = (id) => id }: Countered) {
  const [was] = await tx.select().from(hourEntries).where(eq(hourEntries.source, source))
  if (!was) throw new Refusal('missing', 'hours-entry-missing')
  const postings = await tx.select().from(hourPostings).where(eq(hourPostings.entryId, was.id))
  return postHours(tx, ctx, {
    ...{ kind: 'counter', source: `counter:${was.id}`, serviceId: was.serviceId, reversesId: was.id, memo },
    postings: postings.map(({ accountId, minutes }) => [backTo(accountId), -minutes] as const),
  })
}
