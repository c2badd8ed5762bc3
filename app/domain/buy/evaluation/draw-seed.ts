import { sha256 } from '#app/ports/vault.ts'
import { newId } from '#db/dialect.ts'
import type { Context } from '../../context.ts'
import { Refusal } from '../../refusal.ts'

type Vault = Pick<Context, 'vault'>
type Kept = { id: string; drawSealed: string | null; drawCommit: string | null }
const purpose = (tenderId: string) => `panel seed ${tenderId}`

export const freshSeed = () => newId() + newId()

/** 抽取种子 of a call, made before it is published: sealed here, and its fingerprint for everybody to keep. */
export const sealSeed = ({ vault }: Vault, tenderId: string, seed = freshSeed()) => ({
  drawSealed: vault.seal(purpose(tenderId), seed),
  drawCommit: sha256(seed),
})

/** What a call is published with; a seed that is there already stays. */
export const seedForCall = (ctx: Vault, { id, drawSealed, drawCommit }: Kept) =>
  drawSealed && drawCommit ? { drawSealed, drawCommit } : sealSeed(ctx, id)

function unsealed({ vault }: Vault, { id, drawSealed }: Kept): string {
  try {
    return vault.open(purpose(id), drawSealed ?? '')
  } catch {
    throw new Refusal('conflict', 'draw-seed-broken')
  }
}

/** The seed the fingerprint was published of, and no other; a call from before seeds were promised draws a fresh one. */
export function seedOf(ctx: Vault, call: Kept): string {
  if (!call.drawCommit) return freshSeed()
  const seed = unsealed(ctx, call)
  if (sha256(seed) !== call.drawCommit) throw new Refusal('conflict', 'draw-seed-broken')
  return seed
}
