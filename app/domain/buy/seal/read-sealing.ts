import type { Context } from '../../context.ts'
import { may } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { findCall } from '../proposal/find-call.ts'
import { proposalOf, readDraft, teamOf } from '../proposal/find-proposal.ts'
import type { SentParcel } from '../proposal/forms.ts'
import { type Parcel, prepareWords } from './prepare-words.ts'

/** What the sending page hands to its script: the words as they stand, to which key and bound to what; null where the server seals anyway. */
export async function readSealing(ctx: Context, tenderId: string) {
  const call = await findCall(ctx.db, tenderId)
  const supplierId = ctx.actor.seat?.partyId ?? ''
  const collecting = call.state === 'published' && ctx.clock.now() < call.deadline
  if (call.sealMode !== 'split' || !collecting) return null
  if (!may(ctx.actor, 'proposal.submit', { ...call, supplierId })) return null
  const was = await proposalOf(ctx.db, tenderId, supplierId)
  if (!was?.draftSealed) return null
  const ready = { call, was, body: readDraft(ctx, was), team: await teamOf(ctx.db, was.id) }
  const { parts, ...rest } = await prepareWords(ctx.db, ctx, ready)
  return {
    ...rest,
    parts: parts.map(({ key, ...part }) => ({ ...part, key: Buffer.from(key).toString('base64') })),
  }
}
export type ReadSealing = NonNullable<Awaited<ReturnType<typeof readSealing>>>

/** To which key a file is sealed before it is uploaded, and bound to what; null where the server seals. */
export async function readFileSealing(ctx: Context, tenderId: string) {
  const call = await findCall(ctx.db, tenderId)
  if (call.sealMode !== 'split' || !call.publicKey) return null
  const key = Buffer.from(call.publicKey, 'base64url').subarray(-32).toString('base64')
  return { key, bound: `${tenderId}:${ctx.actor.seat?.partyId ?? ''}:file:` }
}

const base64Of = async (file: File) => Buffer.from(await file.arrayBuffer()).toString('base64url')
/** What the script sent, taken from the form; undefined where it did not run. */
export async function parcelIn(sent: SentParcel): Promise<Parcel | undefined> {
  const { sealed, sealedPrice, version, mark, proof, hashes } = sent
  if (!sealed) return undefined
  if (version === undefined || !mark || !proof || !hashes) throw new Refusal('invalid', 'parcel-not-checked')
  const files = sealedPrice ? [sealed, sealedPrice] : [sealed]
  const texts = await Promise.all(files.map(base64Of))
  return { version, mark, proof, hashes: hashes.split(','), sealed: texts, sealedIn: 'browser' }
}
