import { eq } from 'drizzle-orm'
import { sha256, type Vault } from '#app/ports/vault.ts'
import { ratings } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { record } from '../../journal.ts'
import { notify } from '../../notify.ts'
import { authorize } from '../../policy/index.ts'
import { rateable } from './find-rating.ts'
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

/** 邀请评价: everyone served who has no invitation gets one; those with an account are told. */
export const inviteRaters = (ctx: Context, { contractId }: { contractId: string }) =>
  ctx.transact(async (tx) => {
    const contract = await rateable(tx, contractId)
    authorize(ctx.actor, 'rating.invite', contract)
    const known = await tx
      .select({ id: ratings.serviceUserId })
      .from(ratings)
      .where(eq(ratings.contractId, contractId))
    const fresh = (await servedPeople(tx, contractId)).filter((u) => !known.some((k) => k.id === u.id))
    for (const user of fresh) {
      await invite(tx, ctx, contractId, user)
      if (user.personId)
        await notify(tx, ctx, { personId: user.personId }, 'rating-invited', `/rate/of/${contractId}`, {
          title: contract.title,
        })
    }
    await record(tx, ctx, 'rating.invite', { subject: contractId }, { n: fresh.length })
    return { id: contractId, invited: fresh.length }
  })

/** The links to hand out, for whoever may invite: one a person not yet heard. */
export async function slipsOf(ctx: Context, contractId: string) {
  const contract = await rateable(ctx.db, contractId)
  authorize(ctx.actor, 'rating.invite', contract)
  const rows = await ctx.db.select().from(ratings).where(eq(ratings.contractId, contractId))
  const people = await servedPeople(ctx.db, contractId)
  return {
    contract: { id: contract.id, title: contract.title },
    slips: people
      .filter((u) => rows.some((r) => r.serviceUserId === u.id && r.state === 'invited'))
      .map((u) => ({ label: u.label, token: tokenOf(ctx.vault, contractId, u.id) })),
  }
}
