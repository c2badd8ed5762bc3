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
import { replyWords } from './reply-words.ts'
import type { Tally, TallyStep } from './tally-terms.ts'

/** Who stood up for a need: those who support it, and those whose ask became it, with that ask's number. */
async function askersOf(tx: Tx, needId: string): Promise<Map<string, string | null>> {
  const supporting = await tx
    .select({ personId: supports.personId })
    .from(supports)
    .where(eq(supports.needId, needId))
  const asking = await tx
    .select({ personId: suggestions.personId, refNo: suggestions.refNo })
    .from(suggestions)
    .where(and(eq(suggestions.needId, needId), isNotNull(suggestions.personId)))
  return new Map([
    ...supporting.map(({ personId }) => [personId, null] as const),
    ...asking.map(({ personId, refNo }) => [personId!, refNo] as const),
  ])
}

/** Whoever asked for what fell short is led to the written reply under his own number; all others to the result. */
async function tellAskers(
  tx: Tx,
  ctx: Context,
  round: Round,
  item: SlateItem & { needId: string },
  outcome: TallyStep['outcome'],
) {
  const told = { need: item.title, name: round.name }
  for (const [personId, refNo] of await askersOf(tx, item.needId))
    if (refNo && outcome !== 'selected')
      await notify(tx, ctx, { personId }, 'ask-not-selected', `/suggestions/${refNo}`, { ...told, refNo })
    else await notify(tx, ctx, { personId }, `need-${outcome}`, `/votes/${round.id}/result`, told)
}

type Counted = { round: Round; slate: readonly SlateItem[]; tally: Tally }
/** One item learns its outcome; its need, where it is one, goes on with the written reason, and whoever stood up for it is told. */
async function tellOutcome(tx: Tx, ctx: Context, { round, slate, tally }: Counted, step: TallyStep) {
  const item = slate.find((one) => one.refNo === step.id)!
  const won = step.outcome === 'selected'
  await tx
    .update(roundItems)
    .set({ outcome: step.outcome, reason: won ? null : step.outcome })
    .where(eq(roundItems.id, item.id))
  const { needId } = item
  if (!needId) return
  if (won) await followNeeds(tx, ctx, [needId], 'select')
  else await followNeeds(tx, ctx, [needId], 'pass_over', replyWords(step, tally))
  await tellAskers(tx, ctx, round, { ...item, needId }, step.outcome)
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
    for (const step of tally.steps) await tellOutcome(tx, ctx, { round: was, slate, tally }, step)
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
