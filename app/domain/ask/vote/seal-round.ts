import { eq } from 'drizzle-orm'
import { sha256 } from '#app/ports/vault.ts'
import { rollEntries, rounds } from '#db/schema/index.ts'
import type { Context } from '../../context.ts'
import { dateOf } from '../../dates.ts'
import { record } from '../../journal.ts'
import { move } from '../../move.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { sealAbstentions } from './bodies.ts'
import { findRoundWritten } from './find-round.ts'
import { round as machine } from './machine.ts'
import { manifestOf } from './manifest.ts'
import type { Round } from './phase.ts'
import { checkSurveyLinks } from './survey-links.ts'
import { tellRoll } from './tell-roll.ts'
import { keyForSeal } from './trustees/key-for-seal.ts'

/** 重来: what whoever stood on the void round's roll is told when the new one is fixed. */
const again = ({ id, name, opensAt }: Round) => ({
  message: 'round-again',
  link: `/votes/${id}`,
  params: { name, opens: dateOf(opensAt) },
})

/** 封存: fixes rule, slate and roll by one hash, and makes the key that ballots are sealed to. */
export const sealRound = (ctx: Context, { roundId }: { roundId: string }) =>
  ctx.transact(async (tx) => {
    const { writtenBy, ...was } = await findRoundWritten(tx, roundId)
    authorize(ctx.actor, 'round.seal', { ...was, writtenBy })
    machine.next(was.state, 'seal')
    const now = ctx.clock.now()
    if (now >= was.opensAt) throw new Refusal('conflict', 'opens-in-the-past')
    if ((await tx.$count(rollEntries, eq(rollEntries.roundId, roundId))) === 0)
      throw new Refusal('conflict', 'roll-empty')
    if (!was.slipsAt) throw new Refusal('conflict', 'slips-not-printed')
    await checkSurveyLinks(tx, was)
    await sealAbstentions(tx, roundId)
    const key = await keyForSeal(tx, ctx, was)
    const manifest = await manifestOf(tx, { ...was, ...key })
    const sealHash = sha256(manifest)
    await move(tx, rounds, machine, was, 'seal', { manifest, sealHash, sealedAt: now, ...key })
    await record(tx, ctx, 'round.seal', { subject: roundId }, { sealHash, version: was.version })
    if (was.rerunOf) await tellRoll(tx, ctx, was.rerunOf, again(was))
    return { id: roundId }
  })
