import { newId } from '#db/dialect.ts'
import type { Context } from '../../context.ts'
import { record } from '../../journal.ts'
import { notify } from '../../notify.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { mustBeKept, POOL } from './bank.ts'
import { mustFitTheYear } from './caps.ts'
import { familyOf } from './family.ts'
import { openAccountOf } from './find-account.ts'
import type { GrantHours } from './forms.ts'
import { mustNameNoMoney } from './no-money.ts'
import { postHours } from './post-hours.ts'

/** 转赠: within the family written down with the committee, so many a year; to nobody else, so that none are sold. */
export const giveHours = (ctx: Context, { to, minutes }: { to: string; minutes: number }) =>
  ctx.transact(async (tx) => {
    const mine = await openAccountOf(tx, ctx.actor.personId ?? '')
    authorize(ctx.actor, 'hourAccount.give', mine)
    await mustBeKept(tx)
    if (!(await familyOf(tx, mine.personId!)).some(({ personId }) => personId === to))
      throw new Refusal('forbidden', 'hours-family-only')
    const theirs = await openAccountOf(tx, to)
    await mustFitTheYear(tx, ctx, { accountId: mine.id, kind: 'give', code: 'HOURS_GIVE_MAX', minutes })
    const postings = [[mine.id, -minutes] as const, [theirs.id, minutes] as const]
    const made = await postHours(tx, ctx, { kind: 'give', source: `give:${newId()}`, postings })
    await notify(tx, ctx, { personId: to }, 'hours-given', '/hours/me')
    await record(tx, ctx, 'hourAccount.give', { subject: mine.id }, { minutes })
    return made
  })

/** 捐入互助池: for those who need help and have no hours. */
export const poolHours = (ctx: Context, { minutes }: { minutes: number }) =>
  ctx.transact(async (tx) => {
    const mine = await openAccountOf(tx, ctx.actor.personId ?? '')
    authorize(ctx.actor, 'hourAccount.pool', mine)
    await mustBeKept(tx)
    const postings = [[mine.id, -minutes] as const, [POOL, minutes] as const]
    const made = await postHours(tx, ctx, { kind: 'pool', source: `pool:${newId()}`, postings })
    await record(tx, ctx, 'hourAccount.pool', { subject: mine.id }, { minutes })
    return made
  })

/** 互助池发放: the organisation that keeps the bank gives hours to somebody in need, with the reason, so many a year; never to its own hand. */
export const grantHours = (ctx: Context, { personId, minutes, reason }: GrantHours) =>
  ctx.transact(async (tx) => {
    const { operatorId } = await mustBeKept(tx)
    authorize(ctx.actor, 'hourAccount.grant', { operatorId, personId, heirId: null })
    mustNameNoMoney(reason)
    const theirs = await openAccountOf(tx, personId)
    await mustFitTheYear(tx, ctx, { accountId: theirs.id, kind: 'grant', code: 'HOURS_GRANT_MAX', minutes })
    const postings = [[POOL, -minutes] as const, [theirs.id, minutes] as const]
    const entry = { kind: 'grant' as const, source: `grant:${newId()}`, memo: reason, postings }
    const made = await postHours(tx, ctx, entry)
    await notify(tx, ctx, { personId }, 'hours-granted', '/hours/me')
    await record(tx, ctx, 'hourAccount.grant', { subject: theirs.id }, { minutes })
    return made
  })
