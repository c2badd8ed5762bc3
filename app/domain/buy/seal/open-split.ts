import { proposals, tenders } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { TwoKeys } from '../../ask/vote/trustees/forms.ts'
import type { Context } from '../../context.ts'
import { record } from '../../journal.ts'
import { move } from '../../move.ts'
import { notify } from '../../notify.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { failTender } from '../evaluation/fail-tender.ts'
import { recuseTied } from '../evaluation/recuse.ts'
import { dropCopies } from '../proposal/consortium/agreement-copy.ts'
import { type Call, findCall } from '../proposal/find-call.ts'
import { proposal as proposalMachine } from '../proposal/machine.ts'
import { tender as tenderMachine } from '../tender/machine.ts'
import { dueEnvelope } from './due-envelope.ts'
import { pairOf } from './envelopes.ts'
import { type Envelope, type Keeper, keepersOf } from './find-keepers.ts'
import { joinShares } from './join-shares.ts'
import { forgetShares, joinLent, takeBackLent } from './lend-share.ts'
import { type Unsealed, unseal } from './open-envelope.ts'
import { keepRecord, sentOf } from './opening-record.ts'

/** Two side by side at one form, or the second of two at two devices. */
export type Shares = TwoKeys | { passphrase: string }
export type Joined = { key: Buffer; pair: readonly Keeper[] }

/** The key of the envelope that is due, from two keepers of whom the actor is one. */
export async function joinDue(ctx: Context, tenderId: string, envelope: Envelope, shares: Shares) {
  const keeperIds = (await keepersOf(ctx.db, tenderId)).map((k) => k.personId)
  authorize(ctx.actor, 'tender.unseal', { keeperIds })
  const joined: Joined =
    'passphrase' in shares
      ? await joinLent(ctx, envelope, { tenderId, passphrase: shares.passphrase })
      : await joinShares(ctx, tenderId, envelope, shares)
  if (joined.pair.some((k) => k.personId === ctx.actor.personId)) return joined
  joined.key.fill(0)
  throw new Refusal('forbidden', 'not-a-keeper-here')
}

/** Every envelope is opened in memory, one after the other; the key is forgotten before anything is written. */
export async function unsealAll(
  ctx: Context,
  envelope: Envelope,
  key: Buffer,
  sent: readonly Unsealed['was'][],
) {
  const pair = pairOf(key)
  const all: Unsealed[] = []
  for (const was of sent) all.push(await unseal(ctx, pair, was, envelope))
  key.fill(0)
  pair.privateKey.fill(0)
  return all
}

/** Put aside by name, with its ground: its seal did not hold. The others are opened all the same. */
async function openOne(tx: Tx, ctx: Context, call: Call, { was, said }: Unsealed, alias: number) {
  if (said === null) {
    await move(tx, proposals, proposalMachine, was, 'open', { draftSealed: null })
    const opened = { ...was, state: 'opened' as const }
    await move(tx, proposals, proposalMachine, opened, 'disqualify', { endGround: 'seal_broken' })
  } else {
    const price = said.budget?.price ?? null
    await move(tx, proposals, proposalMachine, was, 'open', {
      body: said,
      price,
      alias: String(alias),
      draftSealed: null,
    })
  }
  await dropCopies(tx, ctx, was.id)
  const to = { role: 'org_signer' as const, partyId: was.supplierId }
  const word = said ? 'tender-opened' : 'proposal-seal-broken'
  await notify(tx, ctx, to, word, `/tenders/${call.id}/opening`, { tender: call.title })
}

/** Nothing came, went or was exchanged between the opening in memory and its writing down. */
export async function refuseChanged(
  tx: Tx,
  call: Call,
  all: readonly Unsealed[],
  states: Parameters<typeof sentOf>[2],
) {
  const now = await sentOf(tx, call.id, states)
  const same = now.length === all.length && now.every((p, at) => p.sealHash === all[at]!.was.sealHash)
  if (!same) throw new Refusal('conflict', 'moved-meanwhile')
}

async function openAll(tx: Tx, ctx: Context, call: Call, all: readonly Unsealed[], pair: readonly Keeper[]) {
  let alias = 0
  for (const one of all) {
    if (one.said) alias += 1
    await openOne(tx, ctx, call, one, alias)
  }
  const openedAt = ctx.clock.now()
  const other = pair.find((k) => k.personId !== ctx.actor.personId)
  const prices = call.method.twoEnvelopes ? null : openedAt
  const people = { openedBy: ctx.actor.personId, witnessId: other?.personId ?? null, witnessedAt: openedAt }
  await move(tx, tenders, tenderMachine, call, 'open', { openedAt, pricesOpenedAt: prices, ...people })
  await recuseTied(tx, ctx, call)
  await takeBackLent(tx, call.id)
  const envelope = call.method.twoEnvelopes ? 'quality' : 'whole'
  const hash = await keepRecord(tx, ctx, { call, envelope, openedAt, pair }, all)
  const broken = all.filter(({ said }) => !said).map(({ was }) => was.receiptNo)
  const about = { subject: call.id, threadId: call.planId }
  // Where final offers follow, how many came is told with them.
  const came = call.method.finalOffers ? {} : { broken, opened: alias }
  await record(tx, ctx, 'tender.open', about, { record: hash, ...came })
  return alias
}

/** 开启 by two keepers' shares, at the deadline and not before; too few, and not one is opened, ever. */
export async function openSplit(ctx: Context, { tenderId, ...shares }: Shares & { tenderId: string }) {
  const envelope = await dueEnvelope(ctx.db, ctx, await findCall(ctx.db, tenderId))
  if (envelope === 'price' || envelope === 'final') throw new Refusal('conflict', 'not-in-this-state')
  const { key, pair } = await joinDue(ctx, tenderId, envelope, shares)
  const sent = await sentOf(ctx.db, tenderId, ['submitted'])
  const least = (await findCall(ctx.db, tenderId)).method.minProposals
  if (sent.length < least) key.fill(0)
  const all = await unsealAll(ctx, envelope, key, sent.length < least ? [] : sent)
  return ctx.transact(async (tx) => {
    const call = await findCall(tx, tenderId)
    await dueEnvelope(tx, ctx, call)
    if (sent.length < least) {
      await forgetShares(tx, tenderId)
      return failTender(tx, ctx, call, 'too-few')
    }
    await refuseChanged(tx, call, all, ['submitted'])
    const opened = await openAll(tx, ctx, call, all, pair)
    if (opened < least) return failTender(tx, ctx, await findCall(tx, tenderId), 'too-few-valid')
    return { id: tenderId, outcome: 'opened' as const }
  })
}
