import { eq } from 'drizzle-orm'
import { persons } from '#db/schema/index.ts'
import type { Context } from '../../context.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { findRound, helperBodies, slateOf } from './find-round.ts'
import { enteredBy, servesDesk } from './help-limit.ts'
import { shownRound } from './read-round.ts'
import { receiptOf } from './receipt.ts'
import { spacedReceipt } from './slip-code.ts'

/** A helper's page: the slate to mark, for whoever may help here. */
export async function readHelp(ctx: Context, roundId: string) {
  const found = await findRound(ctx.db, roundId)
  authorize(ctx.actor, 'ballot.assist', { bodies: await helperBodies(ctx.db, found.communityId) })
  const round = await shownRound(ctx.db, found, ctx.clock.now())
  const home = await enteredBy(ctx.db, ctx, { roundId, channel: 'assisted' })
  const desk = servesDesk(ctx) ? await enteredBy(ctx.db, ctx, { roundId, channel: 'desk' }) : null
  return { round, slate: await slateOf(ctx.db, roundId), home, desk }
}

/** What a helper hands to the voter after his ballot went in. */
export async function readHelped(ctx: Context, roundId: string, entryId: string) {
  const { round } = await readHelp(ctx, roundId)
  const receipt = await receiptOf(ctx.db, entryId)
  if (!receipt || receipt.roundId !== roundId || receipt.helperId !== ctx.actor.personId)
    throw new Refusal('missing', 'no-such-receipt')
  const [helper] = await ctx.db
    .select({ name: persons.name })
    .from(persons)
    .where(eq(persons.id, ctx.actor.personId!))
  const shown = { ...receipt, receiptNo: spacedReceipt(receipt.receiptNo) }
  return { round, receipt: shown, helper: helper?.name ?? '' }
}
