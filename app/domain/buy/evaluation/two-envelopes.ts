import type { Reader, Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { Refusal } from '../../refusal.ts'
import { type Call, findCall } from '../proposal/find-call.ts'
import { askLowPrices } from './ask-low-price.ts'
import { differences } from './differences.ts'
import { findPanel, scoresOf } from './find-panel.ts'
import { openedOf, pricesSealed, stillIn } from './opened.ts'
import { endIfTooFew, putAside } from './put-aside.ts'

/** 质量分没有全部锁定，价格信封不开: every sheet locked, and its facts the same, before a price can be seen. */
export async function refuseBeforeQuality(db: Reader, tenderId: string) {
  const panel = await findPanel(db, tenderId)
  if (!panel.ready || !panel.locked) throw new Refusal('conflict', 'sheets-not-all-in')
  const valid = stillIn(await openedOf(db, tenderId))
  if (differences(panel.call.criteria, valid, await scoresOf(db, tenderId)).length > 0)
    throw new Refusal('conflict', 'facts-differ-still')
}

/** What opening the second envelopes sets going: a price over the ceiling is out, a very low one is asked about. */
export async function afterPrices(tx: Tx, ctx: Context, tenderId: string) {
  const call: Call = await findCall(tx, tenderId)
  const all = await openedOf(tx, tenderId)
  if (pricesSealed(call, all)) throw new Refusal('conflict', 'prices-sealed')
  for (const p of stillIn(all).filter((one) => one.price === null || one.price > call.ceiling))
    await putAside(tx, ctx, p, { ground: 'over_ceiling', words: '', planId: call.planId })
  const done = await endIfTooFew(tx, ctx, call)
  if (done.outcome === 'settled') await askLowPrices(tx, ctx, call)
  return done
}
