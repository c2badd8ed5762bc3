import { and, eq, inArray } from 'drizzle-orm'
import { sha256, type Vault } from '#app/ports/vault.ts'
import { ratings } from '#db/schema/index.ts'
import type { Reader, Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { dateOf } from '../../dates.ts'
import type { ContractFacts } from '../../deliver/contract/find-contract.ts'
import { record } from '../../journal.ts'
import { notify } from '../../notify.ts'
import { parameter } from '../../parameters.ts'
import { authorize } from '../../policy/index.ts'
import { rateable } from './find-rating.ts'
import { linkUntil } from './link-age.ts'
import { type ServedPerson, servedPeople } from './served-people.ts'

/** The word in a rater's own link: made from the server's secret, so that a lost slip can be printed again. */
export const tokenOf = (vault: Vault, contractId: string, serviceUserId: string) =>
  vault.keyed('rating', `${contractId}:${serviceUserId}`).slice(0, 24)

/** Writes the invitation of one person served, once. */
export async function invite(tx: Tx, ctx: Context, contractId: string, user: ServedPerson) {
  const [made] = await tx
    .insert(ratings)
    .values({
      contractId,
      serviceUserId: user.id,
      tokenHash: sha256(tokenOf(ctx.vault, contractId, user.id)),
      state: 'invited',
      invitedAt: ctx.clock.now(),
    })
    .returning()
  return made!
}

/** 短信带链接: one tap from the message to the question. The address names nobody, serves once and runs out. */
async function tell(tx: Tx, ctx: Context, contract: ContractFacts, { id, personId }: ServedPerson) {
  if (!personId) return
  const days = String((await parameter(tx, 'RATING_LINK', dateOf(ctx.clock.now()))).value)
  const word = {
    message: 'sms.rating',
    params: { path: `/rate/${tokenOf(ctx.vault, contract.id, id)}`, days },
  }
  const { id: contractId, title } = contract
  await notify(tx, ctx, { personId }, 'rating-invited', `/rate/of/${contractId}`, { title }, word)
}

/** Whose link has run out without a word from him: he is asked once more. */
async function lapsed(db: Reader, now: Date, known: ReadonlyArray<typeof ratings.$inferSelect>) {
  const waiting = known.filter(({ state }) => state === 'invited')
  const old: string[] = []
  for (const one of waiting) if (now >= (await linkUntil(db, now, one))) old.push(one.serviceUserId)
  return old
}

/** 邀请评价: everyone served who has no invitation gets one, whose link ran out gets it anew; those with an account are told. */
export const inviteRaters = (ctx: Context, { contractId }: { contractId: string }) =>
  ctx.transact(async (tx) => {
    const contract = await rateable(tx, contractId)
    authorize(ctx.actor, 'rating.invite', contract)
    const now = ctx.clock.now()
    const known = await tx.select().from(ratings).where(eq(ratings.contractId, contractId))
    const people = await servedPeople(tx, contractId)
    const again = await lapsed(tx, now, known)
    const fresh = people.filter((u) => !known.some((k) => k.serviceUserId === u.id))
    const asked = people.filter(({ id }) => again.includes(id))
    for (const user of fresh) await invite(tx, ctx, contractId, user)
    const renewed = and(eq(ratings.contractId, contractId), inArray(ratings.serviceUserId, again))
    if (again.length > 0) await tx.update(ratings).set({ invitedAt: now }).where(renewed)
    for (const user of [...fresh, ...asked]) await tell(tx, ctx, contract, user)
    const n = fresh.length + asked.length
    await record(tx, ctx, 'rating.invite', { subject: contractId }, { n })
    return { id: contractId, invited: n }
  })

/** The links to hand out, for whoever may invite: one a person not yet heard whose link opens. */
export async function slipsOf(ctx: Context, contractId: string) {
  const contract = await rateable(ctx.db, contractId)
  authorize(ctx.actor, 'rating.invite', contract)
  const rows = await ctx.db.select().from(ratings).where(eq(ratings.contractId, contractId))
  const people = await servedPeople(ctx.db, contractId)
  const old = await lapsed(ctx.db, ctx.clock.now(), rows)
  return {
    contract: { id: contract.id, title: contract.title },
    slips: people
      .filter(
        (u) => rows.some((r) => r.serviceUserId === u.id && r.state === 'invited') && !old.includes(u.id),
      )
      .map((u) => ({ label: u.label, token: tokenOf(ctx.vault, contractId, u.id) })),
  }
}
