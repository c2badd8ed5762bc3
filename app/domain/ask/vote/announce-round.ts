import { and, eq, isNotNull } from 'drizzle-orm'
import { sha256 } from '#app/ports/vault.ts'
import { roundItems, rounds, suggestions, supports } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { record } from '../../journal.ts'
import { move } from '../../move.ts'
import { notify } from '../../notify.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { followNeeds } from '../need/follow-needs.ts'
import { ballotsOf } from './count-round.ts'
import { recount } from './find-result.ts'
import { findRound, type SlateItem } from './find-round.ts'
import { round as machine } from './machine.ts'
import type { Round } from './phase.ts'
import { publicFile } from './public-files.ts'
import { countHashOf } from './published.ts'
import type { TallyStep } from './tally-terms.ts'

/** Who stood up for a need: those who support it, and those whose suggestion became it. */
async function askersOf(tx: Tx, needId: string): Promise<Set<string>> {
  const supporting = await tx
    .select({ personId: supports.personId })
    .from(supports)
    .where(eq(supports.needId, needId))
  const asking = await tx
    .select({ personId: suggestions.personId })
    .from(suggestions)
    .where(and(eq(suggestions.needId, needId), isNotNull(suggestions.personId)))
  return new Set([...supporting, ...asking].map(({ personId }) => personId!))
}

/** One item learns its outcome, its need goes on, and whoever stood up for it gets the reason. */
async function tellOutcome(tx: Tx, ctx: Context, round: Round, item: SlateItem, { outcome }: TallyStep) {
  const won = outcome === 'selected'
  await tx
    .update(roundItems)
    .set({ outcome, reason: won ? null : outcome })
    .where(eq(roundItems.id, item.id))
  const [step, reason] = won
    ? (['select', undefined] as const)
    : (['pass_over', `vote.outcome.${outcome}`] as const)
  await followNeeds(tx, ctx, [item.needId], step, reason)
  for (const personId of await askersOf(tx, item.needId))
    await notify(tx, ctx, { personId }, `need-${outcome}`, `/votes/${round.id}/result`, {
      need: item.title,
      name: round.name,
    })
}

/** 公布: each need learns its outcome and goes on, selected or passed over with the reason. */
export const announceRound = (ctx: Context, { roundId }: { roundId: string }) =>
  ctx.transact(async (tx) => {
    const was = await findRound(tx, roundId)
    authorize(ctx.actor, 'round.announce', was)
    machine.next(was.state, 'announce')
    if (countHashOf(await ballotsOf(tx, roundId)) !== was.countHash)
      throw new Refusal('conflict', 'count-broken')
    const { slate, tally } = await recount(tx, was)
    for (const step of tally.steps)
      await tellOutcome(tx, ctx, was, slate.find((s) => s.refNo === step.id)!, step)
    const now = ctx.clock.now()
    await move(tx, rounds, machine, was, 'announce', { announcedAt: now })
    const told = await publicFile({ ...ctx, db: tx }, { ...was, announcedAt: now }, 'result.json')
    const result = sha256(told ?? '')
    await record(tx, ctx, 'round.announce', { subject: roundId }, { selected: tally.selected.length, result })
    const link = `/votes/${roundId}/result`
    await notify(tx, ctx, { role: 'street_handler', partyId: was.streetId }, 'round-announced', link, {
      name: was.name,
    })
    return { id: roundId }
  })
