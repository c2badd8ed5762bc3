import { rounds, roundVersions } from '#db/schema/index.ts'
import type { Context } from '../../context.ts'
import { record } from '../../journal.ts'
import { move } from '../../move.ts'
import { notify } from '../../notify.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { findRound } from './find-round.ts'
import { round as machine } from './machine.ts'

/** 拆封修改: before the opening a sealed round may be changed in the open; what was sealed stays as an older version. */
export const unsealRound = (ctx: Context, { roundId, reason }: { roundId: string; reason: string }) =>
  ctx.transact(async (tx) => {
    const was = await findRound(tx, roundId)
    authorize(ctx.actor, 'round.unseal', was)
    machine.next(was.state, 'unseal')
    const now = ctx.clock.now()
    if (now >= was.opensAt) throw new Refusal('conflict', 'already-open')
    const { version, manifest, sealHash, sealedAt } = was
    const sealed = { manifest: manifest!, sealHash: sealHash!, sealedAt: sealedAt! }
    await tx.insert(roundVersions).values({ roundId, version, ...sealed, unsealedAt: now, reason })
    const open = { manifest: null, sealHash: null, sealedAt: null, keyWrapped: null, version: version + 1 }
    await move(tx, rounds, machine, was, 'unseal', open)
    await record(tx, ctx, 'round.unseal', { subject: roundId }, { version, sealHash, reason })
    const clerk = { role: 'committee_clerk', partyId: was.committeeId } as const
    await notify(tx, ctx, clerk, 'round-unsealed', `/desk/rounds/${roundId}`, { name: was.name })
    return { id: roundId }
  })
