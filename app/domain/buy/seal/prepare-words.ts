import { looksSealed } from '#app/ports/envelope.ts'
import { sha256 } from '#app/ports/vault.ts'
import { newId } from '#db/dialect.ts'
import type { Reader } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { Refusal } from '../../refusal.ts'
import type { Body, Named, SentBody } from '../proposal/body.ts'
import type { Call } from '../proposal/find-call.ts'
import type { Proposal, teamOf } from '../proposal/find-proposal.ts'
import { bareKey, envelopeBound, sealText } from './envelopes.ts'
import { type Envelope, envelopesOf, keysOf } from './find-keepers.ts'

type Team = Awaited<ReturnType<typeof teamOf>>
type Ready = { call: Call; was: Proposal; body: Body; team: Team }

export const namedIn = (team: Team): Named[] =>
  team.map(({ personId, name, level, certNo, registeredUntil, leads }) => ({
    personId,
    name,
    level,
    certNo,
    registeredUntil,
    leads,
  }))

/** What one envelope says. The price is in its own where there are two; a lot keeps the fingerprint from being guessed at. */
function wordsOf(envelope: Envelope, { body, team }: Ready): string {
  const sent: SentBody = { ...body, team: namedIn(team) }
  const price = { budget: sent.budget }
  const says = { whole: sent, quality: { ...sent, budget: null }, price, final: price }[envelope]
  return JSON.stringify({ ...says, lot: newId() })
}

/** What is sealed version by version: a proposal, or a final offer. */
export type Sealable = Pick<Proposal, 'id' | 'tenderId' | 'supplierId' | 'version' | 'draftSealed'>

/** Tells one state of draft and team from another. */
const markOf = (was: Sealable, team: Team) =>
  sha256(JSON.stringify([was.draftSealed, team.map((m) => [m.personId, m.leads, m.consentedAt !== null])]))

type Proved = { version: number; mark: string; hashes: readonly string[] }
const proofOf = (ctx: Context, was: Sealable, { version, mark, hashes }: Proved) =>
  ctx.vault.keyed('proposal words', JSON.stringify([was.id, version, mark, ...hashes]))

type Said = { envelope: Envelope; words: string }
/** The very words that will be sealed, each to the key of its envelope, and a proof that the server has read these and no others. */
export async function prepareSaid(
  db: Reader,
  ctx: Context,
  { was, team, says }: { was: Sealable; team: Team; says: Said[] },
) {
  const version = was.version + 1
  const keys = await keysOf(db, was.tenderId)
  const parts = says.map(({ envelope, words }) => {
    const key = keys.find((one) => one.envelope === envelope)!
    const bound = envelopeBound(was, version, envelope)
    return { envelope, bound, words, hash: sha256(words), key: bareKey(key.publicKey) }
  })
  const mark = markOf(was, team)
  const proof = proofOf(ctx, was, { version, mark, hashes: parts.map((p) => p.hash) })
  return { version, mark, proof, parts }
}

/** 待封存的内容 of a proposal. */
export const prepareWords = (db: Reader, ctx: Context, ready: Ready) =>
  prepareSaid(db, ctx, {
    ...ready,
    says: envelopesOf(ready.call).map((envelope) => ({ envelope, words: wordsOf(envelope, ready) })),
  })
export type Prepared = Awaited<ReturnType<typeof prepareWords>>

/** What arrives sealed: one envelope or two, the version it is bound to, and the proof. */
export type Parcel = {
  version: number
  mark: string
  proof: string
  hashes: string[]
  sealed: string[]
  sealedIn: 'browser' | 'server'
}

/** 由服务器代封: without a script the server seals in memory, by the same lines; the receipt says so. */
export async function sealPrepared({ version, mark, proof, parts }: Prepared): Promise<Parcel> {
  const sealed: string[] = []
  for (const { key, bound, words } of parts)
    sealed.push(await sealText(Buffer.from(key).toString('base64url'), bound, words))
  const hashes = parts.map((p) => p.hash)
  return { version, mark, proof, hashes, sealed, sealedIn: 'server' }
}

type Checked = { was: Sealable; team: Team; wanted: readonly Envelope[] }
/** Holds a parcel to what was checked: this version and no earlier one, this draft, these words, and truly sealed. */
export function checkParcel(ctx: Context, { was, team, wanted }: Checked, parcel: Parcel) {
  if (parcel.version !== was.version + 1) throw new Refusal('conflict', 'proposal-version-replayed')
  if (parcel.mark !== markOf(was, team)) throw new Refusal('conflict', 'proposal-changed-meanwhile')
  const { sealed, hashes } = parcel
  const fits = sealed.length === wanted.length && hashes.length === wanted.length
  if (!fits || parcel.proof !== proofOf(ctx, was, parcel)) throw new Refusal('invalid', 'parcel-not-checked')
  if (!sealed.every((one) => looksSealed(Buffer.from(one, 'base64url'))))
    throw new Refusal('invalid', 'parcel-not-sealed')
  const wordsHash = Object.fromEntries(wanted.map((envelope, at) => [envelope, hashes[at]!]))
  return { sealed: sealed[0]!, sealedPrice: sealed[1] ?? null, wordsHash }
}
