import { createHash } from 'node:crypto'
import { contentKeyOf, headSize, openParts, type Parts } from '#app/ports/envelope.ts'
import { sha256 } from '#app/ports/vault.ts'
import type { Context } from '../../context.ts'
import type { Attachment, SentBody } from '../proposal/body.ts'
import type { Proposal } from '../proposal/find-proposal.ts'
import { envelopeBound, fileBound, type KeyPair, openText } from './envelopes.ts'
import type { Envelope } from './find-keepers.ts'
import { leafOf } from './leaf.ts'

/** 封条核对 of one proposal: what it says, or null where its seal is broken. */
export type Unsealed = { was: Proposal; said: (Partial<SentBody> & { commitment?: string | null }) | null }

const filePurpose = (hash: string) => `opened file ${hash}`

/** The first bytes of a stream, which is closed again at once. */
async function first(parts: Parts, size: number): Promise<Uint8Array> {
  const head = new Uint8Array(size)
  let have = 0
  for await (const part of parts) {
    const taken = part.subarray(0, size - have)
    head.set(taken, have)
    have += taken.length
    if (have === size) break
  }
  return head.subarray(0, have)
}

/** Reads one file through, a piece at a time, and keeps none of it: its own key if every byte is what was sealed, else null. */
async function keyOfFile(ctx: Context, pair: KeyPair, was: Proposal, { sealedHash, hash }: Attachment) {
  const head = await first(ctx.files.parts(sealedHash), headSize)
  const key = await contentKeyOf(head, pair, fileBound(was, hash))
  if (!key) return null
  const digest = createHash('sha256')
  const whole = async () => {
    for await (const piece of openParts(key, ctx.files.parts(sealedHash))) digest.update(piece)
    return digest.digest('hex') === hash
  }
  return (await whole().catch(() => false)) ? Buffer.from(key) : null
}

/** From the opening on the server keeps each file's own key under its secret; the files stay sealed where they lie. */
async function withFileKeys(ctx: Context, pair: KeyPair, was: Proposal, said: SentBody) {
  const attachments: Attachment[] = []
  for (const file of said.attachments) {
    const key = await keyOfFile(ctx, pair, was, file)
    if (!key) return null
    attachments.push({ ...file, key: ctx.vault.seal(filePurpose(file.hash), key.toString('base64url')) })
    key.fill(0)
  }
  return { ...said, attachments }
}
export const openedFileKey = (ctx: Context, { hash, key }: Attachment) =>
  Buffer.from(ctx.vault.open(filePurpose(hash), key ?? ''), 'base64url')

/** Checks the fingerprint, opens one envelope, and holds its words to what was checked when it was sent. */
export async function unseal(
  ctx: Context,
  pair: KeyPair,
  was: Proposal,
  envelope: Envelope,
): Promise<Unsealed> {
  const sealed = envelope === 'price' ? was.sealedPrice : was.sealed
  if (!sealed || leafOf(was) !== was.sealHash) return { was, said: null }
  const words = await openText(pair, envelopeBound(was, was.version, envelope), sealed)
  if (words === null || sha256(words) !== was.wordsHash?.[envelope]) return { was, said: null }
  const { lot: _, ...said } = JSON.parse(words) as SentBody & { lot: string }
  if (envelope === 'price' || envelope === 'final') return { was, said }
  return { was, said: await withFileKeys(ctx, pair, was, said) }
}
