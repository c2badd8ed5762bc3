import { and, eq, inArray } from 'drizzle-orm'
import { hourAccounts, hourServices } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { record } from '../../journal.ts'
import { notify } from '../../notify.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { mustBeKept, POOL } from './bank.ts'
import { accountOf, findAccount, type HourAccount } from './find-account.ts'
import type { CloseAccount } from './forms.ts'
import { postHours } from './post-hours.ts'

/** Nothing of his is under way: what waits for a word is settled first. */
async function mustBeQuiet(tx: Tx, personId: string) {
  const open = ['asked', 'taken', 'claimed'] as const
  for (const side of [hourServices.askerId, hourServices.volunteerId]) {
    const live = and(eq(side, personId), inArray(hourServices.state, [...open]))
    const [found] = await tx.select({ no: hourServices.refNo }).from(hourServices).where(live).limit(1)
    if (found) throw new Refusal('conflict', 'hours-under-way', { no: found.no })
  }
}

/** 继承规则: for a death the heir he named, if his account is open; else, and for every other cause, the pool. */
async function heirOf(tx: Tx, account: Pick<HourAccount, 'heirId'>, cause: CloseAccount['cause']) {
  if (cause !== 'death' || !account.heirId) return null
  const heir = await accountOf(tx, account.heirId)
  return heir && !heir.closedAt ? heir : null
}

/** 销户: what is left passes by the rule, never into money; the account takes in nothing more. */
export const closeAccount = (
  ctx: Context,
  { accountId, cause, ground }: CloseAccount & { accountId: string },
) =>
  ctx.transact(async (tx) => {
    const account = await findAccount(tx, accountId)
    const { operatorId } = await mustBeKept(tx)
    authorize(ctx.actor, 'hourAccount.close', { ...account, operatorId })
    if (account.closedAt) throw new Refusal('conflict', 'hours-account-closed')
    await mustBeQuiet(tx, account.personId)
    const heir = await heirOf(tx, account, cause)
    const left = account.minutes
    if (left > 0) {
      const postings = [[accountId, -left] as const, [heir?.id ?? POOL, left] as const]
      await postHours(tx, ctx, { kind: 'inherit', source: `inherit:${accountId}`, postings })
    }
    const closed = { closedAt: ctx.clock.now(), closedCause: cause, closedGround: ground }
    await tx
      .update(hourAccounts)
      .set({ ...closed, closedBy: ctx.actor.personId })
      .where(eq(hourAccounts.id, accountId))
    if (heir && left > 0) await notify(tx, ctx, { personId: heir.personId! }, 'hours-inherited', '/hours/me')
    await record(tx, ctx, 'hourAccount.close', { subject: accountId }, { cause, minutes: left })
    return { id: accountId }
  })
