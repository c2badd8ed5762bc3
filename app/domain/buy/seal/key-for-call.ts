import type { Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { Refusal } from '../../refusal.ts'
import type { TenderFacts } from '../tender/find-tender.ts'
import { envelopesOf, keysFor, keysOf } from './find-keepers.ts'

/**
 * The key a call is published with. Split: the one its keepers made and have tried, of which the server has the public
 * half alone. Simple: one the server wraps with its own secret, which the call says.
 */
export async function keyForCall(tx: Tx, ctx: Context, call: TenderFacts) {
  if (call.sealMode === 'simple') return ctx.vault.freshKey()
  const made = await keysOf(tx, call.id)
  const [first] = envelopesOf(call)
  const main = made.find((one) => one.envelope === first)
  if (!main || made.length !== keysFor(call).length) throw new Refusal('conflict', 'call-key-not-made')
  if (made.some((one) => !one.triedAt)) throw new Refusal('conflict', 'call-key-not-tried')
  return { publicKey: main.publicKey, keyWrapped: null }
}
