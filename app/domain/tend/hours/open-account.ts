import { eq } from 'drizzle-orm'
import { hourAccounts } from '#db/schema/index.ts'
import type { Context } from '../../context.ts'
import { dateOf } from '../../dates.ts'
import { record } from '../../journal.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { mustBeKept, operatorOf } from './bank.ts'
import { familyOf } from './family.ts'
import { accountOf, findAccount, openAccountOf } from './find-account.ts'

/** 开户: one account a person, opened by himself, who promises that hours are neither sold nor cashed. */
export const openAccount = (ctx: Context) =>
  ctx.transact(async (tx) => {
    authorize(ctx.actor, 'hourAccount.open', {})
    const personId = ctx.actor.personId!
    await mustBeKept(tx)
    if (await accountOf(tx, personId)) throw new Refusal('conflict', 'hours-account-already')
    const [made] = await tx
      .insert(hourAccounts)
      .values({ kind: 'person', personId, openedAt: ctx.clock.now() })
      .returning({ id: hourAccounts.id })
    await record(tx, ctx, 'hourAccount.open', { subject: made!.id })
    return made!
  })

/** 指定继承人: one of the family written down with the committee, with an account of his own. */
export const nameHeir = (ctx: Context, { heirId }: { heirId: string }) =>
  ctx.transact(async (tx) => {
    const account = await openAccountOf(tx, ctx.actor.personId ?? '')
    authorize(ctx.actor, 'hourAccount.name_heir', account)
    if (!(await familyOf(tx, ctx.actor.personId!)).some(({ personId }) => personId === heirId))
      throw new Refusal('forbidden', 'hours-family-only')
    await openAccountOf(tx, heirId)
    await tx.update(hourAccounts).set({ heirId }).where(eq(hourAccounts.id, account.id))
    await record(tx, ctx, 'hourAccount.name_heir', { subject: account.id })
    return { id: account.id }
  })

/** 保险登记: until when a volunteer is insured; without it he does nothing risky. */
export const insureVolunteer = (
  ctx: Context,
  { accountId, until, policyNo }: { accountId: string; until: string; policyNo: string },
) =>
  ctx.transact(async (tx) => {
    const account = await findAccount(tx, accountId)
    const operatorId = await operatorOf(tx)
    authorize(ctx.actor, 'hourAccount.insure', { ...account, operatorId })
    if (until < dateOf(ctx.clock.now())) throw new Refusal('invalid', 'hours-insurance-past')
    await tx.update(hourAccounts).set({ insuredUntil: until, policyNo }).where(eq(hourAccounts.id, accountId))
    await record(tx, ctx, 'hourAccount.insure', { subject: accountId }, { until })
    return { id: accountId }
  })
