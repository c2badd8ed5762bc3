import type { Tx } from '#db/store.ts'
import type { Context } from '../../../context.ts'
import { Refusal } from '../../../refusal.ts'
import type { Round } from '../phase.ts'
import { boxOf } from './find-trustees.ts'

/**
 * The key that a round is sealed with. L1: the one its trustees made and have tried. L0, advisory only: one the server
 * holds by itself, which the voters are told.
 */
export async function keyForSeal(tx: Tx, ctx: Context, round: Round) {
  if (round.level === 'L0') return ctx.vault.freshKey()
  const box = await boxOf(tx, round.id)
  if (!box) throw new Refusal('conflict', 'key-not-made')
  if (!box.triedAt) throw new Refusal('conflict', 'key-not-tried')
  return { publicKey: box.publicKey, keyWrapped: null }
}
