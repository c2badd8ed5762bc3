import { eq } from 'drizzle-orm'
import { cutKey, lockedPair } from '#app/ports/trustee-keys.ts'
import { sha256 } from '#app/ports/vault.ts'
import { roundBoxes, rounds, trustees } from '#db/schema/index.ts'
import type { Reader, Tx } from '#db/store.ts'
import type { Context } from '../../../context.ts'
import { record } from '../../../journal.ts'
import { notify } from '../../../notify.ts'
import { authorize } from '../../../policy/index.ts'
import { Refusal } from '../../../refusal.ts'
import { findRound } from '../find-round.ts'
import type { Round } from '../phase.ts'
import { boundTo, boxOf, type Trustee, trusteesOf } from './find-trustees.ts'
import { checkKeyStage } from './name-trustees.ts'

/** The words of the test ballot, and what it is bound to. */
export const probe = { words: 'sanshe test ballot', bound: (roundId: string) => `${roundId}:probe` }

/** The actor's own place among the three, or a refusal. */
export async function myTrusteeship(db: Reader, ctx: Context, roundId: string): Promise<Trustee> {
  const mine = (await trusteesOf(db, roundId)).find((t) => t.personId === ctx.actor.personId)
  authorize(ctx.actor, 'trustee.serve', { personId: mine?.personId ?? '' })
  return mine!
}

type Cut = Awaited<ReturnType<typeof cutKey>>
/** All three are in: the key has been cut, each share is sealed to its trustee, and the whole is nowhere. */
async function makeKey(
  tx: Tx,
  ctx: Context,
  round: Round,
  three: readonly Trustee[],
  { publicKey, shares }: Cut,
) {
  for (const [i, trustee] of three.entries()) {
    const share = shares[i]!.toString('base64url')
    const shareSealed = ctx.vault.sealTo(trustee.publicKey!, share, boundTo(trustee))
    await tx.update(trustees).set({ shareSealed }).where(eq(trustees.id, trustee.id))
  }
  const sealed = ctx.vault.sealTo(publicKey, probe.words, probe.bound(round.id))
  const { signingKey } = ctx.vault
  const made = { roundId: round.id, publicKey, keyMadeAt: ctx.clock.now(), signingKey, probe: sealed }
  await tx.insert(roundBoxes).values(made)
  await tx.update(rounds).set({ publicKey }).where(eq(rounds.id, round.id))
  await record(tx, ctx, 'round.make_key', { subject: round.id }, { key: sha256(publicKey) })
  const clerk = { role: 'committee_clerk', partyId: round.committeeId } as const
  await notify(tx, ctx, clerk, 'round-key-made', `/desk/rounds/${round.id}/key`, { name: round.name })
}

/** 确认保管: a trustee's own key under his own passphrase; with the third of them the round's key is made and cut. */
export async function confirmTrustee(
  ctx: Context,
  { roundId, passphrase }: { roundId: string; passphrase: string },
) {
  const mine = await myTrusteeship(ctx.db, ctx, roundId)
  const pair = await lockedPair(passphrase, boundTo(mine), ctx.vault.guessCost)
  const cut = await cutKey()
  return ctx.transact(async (tx) => {
    const round = await findRound(tx, roundId)
    const { id } = await myTrusteeship(tx, ctx, roundId)
    checkKeyStage(round)
    if (await boxOf(tx, roundId)) throw new Refusal('conflict', 'key-already-made')
    const confirmedAt = ctx.clock.now()
    await tx
      .update(trustees)
      .set({ ...pair, confirmedAt })
      .where(eq(trustees.id, id))
    await record(tx, ctx, 'trustee.confirm', { subject: roundId })
    const three = await trusteesOf(tx, roundId)
    if (three.every((t) => t.confirmedAt)) await makeKey(tx, ctx, round, three, cut)
    return { id: roundId }
  })
}
