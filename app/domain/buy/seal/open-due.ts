import type { Context } from '../../context.ts'
import { findCall } from '../proposal/find-call.ts'
import { finalsAwaited, pricesSealed } from './due-envelope.ts'
import { openFinals } from './open-finals.ts'
import { openPrices } from './open-prices.ts'
import { openSplit, type Shares } from './open-split.ts'

/** Opens whichever envelope is due. */
export async function openDue(ctx: Context, input: Shares & { tenderId: string }) {
  const call = await findCall(ctx.db, input.tenderId)
  if (finalsAwaited(call)) return openFinals(ctx, input)
  return pricesSealed(call) ? openPrices(ctx, input) : openSplit(ctx, input)
}
