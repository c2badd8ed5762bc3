import { newId } from '#db/dialect.ts'
import { proposals } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { dateOf, yearOf } from '../../dates.ts'
import { move } from '../../move.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { envelopesOf } from '../seal/find-keepers.ts'
import { leafOf, logLeaf } from '../seal/leaf.ts'
import { checkParcel, namedIn, type Parcel, prepareWords, sealPrepared } from '../seal/prepare-words.ts'
import type { SentBody } from './body.ts'
import { dropCopies } from './consortium/agreement-copy.ts'
import { keepDraft, refuseLate, type Sitting, sitDown } from './edit-proposal.ts'
import { refuseIneligible } from './eligibility.ts'
import { type Call, findPublicCall } from './find-call.ts'
import { boundTo, findSupplier, type Proposal, proposalOf, readDraft, teamOf } from './find-proposal.ts'
import { proposal as machine } from './machine.ts'
import { refuseUnready } from './ready.ts'
import { recordSealed } from './sealed-journal.ts'

type Team = Awaited<ReturnType<typeof teamOf>>

export type Sealing = {
  version: number
  sealed: string
  sealedPrice: string | null
  sealSalt: string | null
  wordsHash: Record<string, string> | null
  sealedIn: 'browser' | 'server'
}

/** 简单封存: sealed to a key the server wraps, bound to call, body and version. */
function sealSimply(ctx: Context, { call, was, body }: Sitting, team: Team): Sealing {
  const next = { ...was, version: was.version + 1 }
  const words: SentBody = { ...body, team: namedIn(team) }
  const sealed = ctx.vault.sealTo(call.publicKey!, JSON.stringify(words), boundTo(next))
  const rest = { sealedPrice: null, sealSalt: null, wordsHash: null, sealedIn: 'server' as const }
  return { version: next.version, sealed, ...rest }
}

/** 分持密钥封存: sealed before it came into the transaction, in the browser or in this server's memory. */
function sealingOf(ctx: Context, sitting: Sitting, team: Team, parcel: Parcel | null): Sealing {
  if (sitting.call.sealMode === 'simple') return sealSimply(ctx, sitting, team)
  if (!parcel) throw new Refusal('conflict', 'proposal-changed-meanwhile')
  const { version, sealedIn } = parcel
  const checked = checkParcel(ctx, { was: sitting.was, team, wanted: envelopesOf(sitting.call) }, parcel)
  return { version, sealSalt: newId(), sealedIn, ...checked }
}

/** The fingerprint of what was sealed, in the public log; the receipt's number comes of it. */
export async function receive(tx: Tx, ctx: Context, sealing: Sealing) {
  const sealHash = leafOf(sealing)
  await logLeaf(tx, ctx, sealHash)
  const receiptNo = `HZ-${yearOf(dateOf(ctx.clock.now()))}-${sealHash.slice(0, 10).toUpperCase()}`
  return { ...sealing, sealHash, receiptNo }
}

/** Without a script the server seals, in memory, what the sender could read on the page. */
async function sealHere(ctx: Context, tenderId: string): Promise<Parcel | null> {
  const call = await findPublicCall(ctx.db, tenderId)
  if (call.sealMode === 'simple') return null
  const supplierId = ctx.actor.seat?.partyId ?? ''
  authorize(ctx.actor, 'proposal.submit', { ...call, supplierId })
  refuseLate(ctx, call)
  const was = await proposalOf(ctx.db, tenderId, supplierId)
  if (!was?.draftSealed) return null
  const ready = { call, was, body: readDraft(ctx, was), team: await teamOf(ctx.db, was.id) }
  return sealPrepared(await prepareWords(ctx.db, ctx, ready))
}

type Submitting = { tenderId: string; keepDraft: boolean; parcel?: Parcel | undefined; sentFrom?: string }
/** 递交响应文件: locked as it arrives; it may be replaced or withdrawn until the deadline, the last one counts. */
export async function submitProposal(
  ctx: Context,
  { tenderId, keepDraft: keeps, parcel, sentFrom }: Submitting,
) {
  const sealedAlready = parcel ?? (await sealHere(ctx, tenderId))
  return ctx.transact(async (tx) => {
    const sitting = await sitDown(tx, ctx, tenderId, 'proposal.submit')
    const team = await teamOf(tx, sitting.was.id)
    await refuseUnready(tx, ctx, sitting, team)
    const sealing = await receive(tx, ctx, sealingOf(ctx, sitting, team, sealedAlready))
    await move(tx, proposals, machine, sitting.was, 'submit', {
      ...sealing,
      submittedBy: ctx.actor.personId!,
      submittedAt: ctx.clock.now(),
      withdrawnAt: null,
      brokenAt: null,
      draftSealed: null,
      sentFrom: sentFrom ?? null,
    })
    await (keeps ? keepDraft(tx, ctx, sitting.was, sitting.body) : dropCopies(tx, ctx, sitting.was.id))
    const { version, sealHash: hash, sealedIn, receiptNo } = sealing
    await journal(tx, ctx, 'proposal.submit', sitting.was, { version, hash, sealedIn })
    return { id: tenderId, receiptNo }
  })
}

const journal = (tx: Tx, ctx: Context, act: string, was: Proposal, detail: Record<string, unknown> = {}) =>
  recordSealed(tx, ctx, act, { subject: was.id, supplierId: was.supplierId }, detail)

async function sentOf(tx: Tx, ctx: Context, tenderId: string, act: 'proposal.withdraw' | 'proposal.confirm') {
  const call: Call = await findPublicCall(tx, tenderId)
  const supplierId = ctx.actor.seat?.partyId ?? ''
  authorize(ctx.actor, act, { ...call, supplierId })
  refuseLate(ctx, call)
  const was = await proposalOf(tx, tenderId, supplierId)
  if (!was) throw new Refusal('missing', 'proposal-missing')
  return { call, was }
}

/** 撤回: nothing of it is opened, unless it is sent again in time. */
export const withdrawProposal = (ctx: Context, { tenderId }: { tenderId: string }) =>
  ctx.transact(async (tx) => {
    const { was } = await sentOf(tx, ctx, tenderId, 'proposal.withdraw')
    await move(tx, proposals, machine, was, 'withdraw', {
      withdrawnAt: ctx.clock.now(),
      sealed: null,
      sealedPrice: null,
      sentFrom: null,
    })
    await journal(tx, ctx, 'proposal.withdraw', was)
    return { id: tenderId }
  })

/** 重新确认: its sender has read what was changed and lets it stand as it is sealed. */
export const confirmProposal = (ctx: Context, { tenderId }: { tenderId: string }) =>
  ctx.transact(async (tx) => {
    const { call, was } = await sentOf(tx, ctx, tenderId, 'proposal.confirm')
    refuseIneligible(call, await findSupplier(tx, was.supplierId, dateOf(ctx.clock.now())))
    if (was.brokenAt) throw new Refusal('conflict', 'proposal-broken')
    await move(tx, proposals, machine, was, 'confirm')
    await journal(tx, ctx, 'proposal.confirm', was)
    return { id: tenderId }
  })
