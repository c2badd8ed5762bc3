import { eq } from 'drizzle-orm'
import { sealUnderShare } from '#app/ports/share-probe.ts'
import { cutKey, lockedPair } from '#app/ports/trustee-keys.ts'
import { sha256 } from '#app/ports/vault.ts'
import { tenderKeepers, tenderKeys, tenderShares } from '#db/schema/index.ts'
import type { Reader, Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { record } from '../../journal.ts'
import { notify } from '../../notify.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { type Call, findCall } from '../proposal/find-call.ts'
import { checkBeforeCall } from './choose-mode.ts'
import { sealText } from './envelopes.ts'
import {
  type Envelope,
  type Keeper,
  keepersOf,
  keysFor,
  keysOf,
  lockOf,
  probe,
  shareBound,
} from './find-keepers.ts'

/** The actor's own place among the three, or a refusal. */
export async function myKeepership(db: Reader, ctx: Context, tenderId: string): Promise<Keeper> {
  const mine = (await keepersOf(db, tenderId)).find((k) => k.personId === ctx.actor.personId)
  authorize(ctx.actor, 'keeper.serve', { personId: mine?.personId ?? '' })
  return mine!
}

type Cut = { envelope: Envelope; publicKey: string; shares: Buffer[]; probe: string }
/** A fresh key of each envelope, cut in three, its test words sealed; the whole key is forgotten here. */
const cutAll = (call: Call): Promise<Cut[]> =>
  Promise.all(
    keysFor(call).map(async (envelope) => {
      const cut = await cutKey()
      return {
        envelope,
        ...cut,
        probe: await sealText(cut.publicKey, probe.bound(call.id, envelope), probe.words),
      }
    }),
  )

async function giveShares(tx: Tx, ctx: Context, three: readonly Keeper[], { envelope, shares }: Cut) {
  for (const [at, keeper] of three.entries()) {
    const share = shares[at]!
    const bound = shareBound(keeper, envelope)
    const shareSealed = ctx.vault.sealTo(keeper.publicKey!, share.toString('base64url'), bound)
    const shareProbe = sealUnderShare(share, bound, probe.words)
    await tx.insert(tenderShares).values({ keeperId: keeper.id, envelope, shareSealed, shareProbe })
  }
}

/** All three are in: the keys are written down, each share sealed to its keeper, and no whole key is anywhere. */
async function makeKeys(tx: Tx, ctx: Context, call: Call, three: readonly Keeper[], cuts: readonly Cut[]) {
  const madeAt = ctx.clock.now()
  for (const cut of cuts) {
    const { envelope, publicKey } = cut
    await tx.insert(tenderKeys).values({ tenderId: call.id, envelope, publicKey, probe: cut.probe, madeAt })
    await giveShares(tx, ctx, three, cut)
  }
  const keys = cuts.map(({ envelope, publicKey }) => ({ envelope, key: sha256(publicKey) }))
  await record(tx, ctx, 'tender.make_key', { subject: call.id, threadId: call.planId }, { keys })
  for (const role of ['street_handler', 'district_handler'] as const)
    await notify(tx, ctx, { role, partyId: call.buyerId }, 'call-key-made', `/desk/tenders/${call.id}/key`, {
      name: call.title,
    })
}

/** 确认保管: a keeper's own key under his own passphrase; with the third of them the tender's keys are made and cut. */
export async function confirmKeeper(
  ctx: Context,
  { tenderId, passphrase }: { tenderId: string; passphrase: string },
) {
  const mine = await myKeepership(ctx.db, ctx, tenderId)
  const pair = await lockedPair(passphrase, lockOf(mine), ctx.vault.guessCost)
  const cuts = await cutAll(await findCall(ctx.db, tenderId))
  return ctx.transact(async (tx) => {
    const call = await findCall(tx, tenderId)
    const { id } = await myKeepership(tx, ctx, tenderId)
    checkBeforeCall(call)
    if (call.sealMode !== 'split') throw new Refusal('conflict', 'seal-without-keepers')
    if ((await keysOf(tx, tenderId)).length > 0) throw new Refusal('conflict', 'key-already-made')
    await tx
      .update(tenderKeepers)
      .set({ ...pair, confirmedAt: ctx.clock.now() })
      .where(eq(tenderKeepers.id, id))
    await record(tx, ctx, 'keeper.confirm', { subject: tenderId })
    const three = await keepersOf(tx, tenderId)
    if (three.every((k) => k.confirmedAt)) await makeKeys(tx, ctx, call, three, cuts)
    return { id: tenderId }
  })
}
