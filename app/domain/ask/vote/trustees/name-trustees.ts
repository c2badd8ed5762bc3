import { eq } from 'drizzle-orm'
import { roundBoxes, rounds, trustees } from '#db/schema/index.ts'
import type { Context } from '../../../context.ts'
import { record } from '../../../journal.ts'
import { notify } from '../../../notify.ts'
import { authorize } from '../../../policy/index.ts'
import { Refusal } from '../../../refusal.ts'
import { findRound } from '../find-round.ts'
import type { Round } from '../phase.ts'
import { type Candidate, candidatesFor, type TrusteeKind } from './find-trustees.ts'
import type { NamedTrustees } from './forms.ts'

/** Trustees belong to a round that is still being prepared, and that seals its ballots. */
export function checkKeyStage(round: Round): void {
  if (round.level !== 'L1') throw new Refusal('conflict', 'round-without-trustees')
  if (round.state !== 'draft') throw new Refusal('conflict', 'trustees-fixed')
}

function chosen(candidates: readonly Candidate[], named: NamedTrustees): Candidate[] {
  const kinds: TrusteeKind[] = ['supervision', 'street', 'outside']
  const found = kinds.map((kind) => {
    const one = candidates.find((c) => c.kind === kind && c.personId === named[kind])
    if (!one) throw new Refusal('invalid', 'trustee-not-eligible')
    return one
  })
  if (new Set(found.map((c) => c.personId)).size < 3) throw new Refusal('invalid', 'trustee-twice')
  return found
}

/** 指定密钥保管人: three people of three bodies. Naming them again undoes what was confirmed, and a new key is made. */
export const nameTrustees = (ctx: Context, { roundId, ...named }: NamedTrustees & { roundId: string }) =>
  ctx.transact(async (tx) => {
    const round = await findRound(tx, roundId)
    authorize(ctx.actor, 'round.name_trustees', round)
    checkKeyStage(round)
    const three = chosen(await candidatesFor(tx, round), named)
    await tx.delete(trustees).where(eq(trustees.roundId, roundId))
    await tx.delete(roundBoxes).where(eq(roundBoxes.roundId, roundId))
    await tx.update(rounds).set({ publicKey: null }).where(eq(rounds.id, roundId))
    const namedAt = ctx.clock.now()
    await tx.insert(trustees).values(
      three.map(({ kind, personId, name, body }, i) => ({
        roundId,
        ordinal: i + 1,
        kind,
        personId,
        name,
        body,
        namedAt,
      })),
    )
    await record(tx, ctx, 'round.name_trustees', { subject: roundId })
    for (const { personId } of three)
      await notify(tx, ctx, { personId }, 'trustee-named', `/desk/rounds/${roundId}/share`, {
        name: round.name,
      })
    return { id: roundId }
  })
