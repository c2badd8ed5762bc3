import { acceptances, milestones } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import { followNeeds } from '../../ask/need/follow-needs.ts'
import type { Context } from '../../context.ts'
import { dateOf } from '../../dates.ts'
import { record } from '../../journal.ts'
import { type Fen, minus, zero } from '../../money.ts'
import { move } from '../../move.ts'
import { notify } from '../../notify.ts'
import { parameter } from '../../parameters.ts'
import { completeWhenDone } from '../contract/complete-when-done.ts'
import { milestonesOf, readingsOf } from '../milestone/find-milestone.ts'
import { milestone } from '../milestone/machine.ts'
import { withheldOf } from '../milestone/withheld.ts'
import { type AcceptanceFacts, findAcceptance } from './find-acceptance.ts'
import { acceptance } from './machine.ts'

/** 验收结论: met only if all three said so and users were satisfied enough; published in the same breath. */
export async function concludeAcceptance(tx: Tx, ctx: Context, acceptanceId: string) {
  const was = await findAcceptance(tx, acceptanceId)
  const now = ctx.clock.now()
  const least = (await parameter(tx, 'SATISFACTION_MIN', dateOf(was.openedAt))).value
  const met = was.signs.every((s) => s.met === 1) && was.heard !== null && was.heard >= least
  const threadId = was.milestone.contract.planId
  const readings = await readingsOf(tx, was.milestoneId)
  const withheld = met ? await withheldNow(tx, was, readings) : zero
  const { price, finding } = was.milestone
  const state = await move(tx, acceptances, acceptance, was, 'conclude', {
    met: met ? 1 : 0,
    satisfaction: was.heard,
    concludedAt: now,
    found: { price, payable: minus(price, withheld), finding, readings },
  })
  await record(
    tx,
    ctx,
    'acceptance.conclude',
    { subject: was.id, threadId },
    { met, satisfaction: was.heard },
  )
  await move(tx, acceptances, acceptance, { ...was, state }, 'publish', { publishedAt: now })
  await record(tx, ctx, 'acceptance.publish', { subject: was.id, threadId })
  await (met ? accept(tx, ctx, was, withheld) : giveBack(tx, ctx, was))
}

type Readings = Awaited<ReturnType<typeof readingsOf>>
/** What the contract's formula withholds, on the last part only. */
async function withheldNow(tx: Tx, { milestone: was }: AcceptanceFacts, readings: Readings) {
  if (was.gate !== 'final') return zero
  const floor = (await parameter(tx, 'KPI_WITHHOLD', dateOf(was.contract.createdAt))).value
  return withheldOf(was.price, readings, floor)
}

/** The milestone is accepted and its money may be asked for, less what the contract's formula withholds. */
async function accept(tx: Tx, ctx: Context, { id, milestone: was }: AcceptanceFacts, withheld: Fen) {
  await move(tx, milestones, milestone, was, 'accept', {
    acceptedAt: ctx.clock.now(),
    withheld: withheld > 0 ? withheld : null,
  })
  await record(tx, ctx, 'milestone.accept', { subject: was.id, threadId: was.contract.planId }, { withheld })
  await tellSupplier(tx, ctx, was, 'milestone-accepted', `/work/${was.contractId}`)
  const all = await milestonesOf(tx, was.contractId)
  if (all.every((m) => m.state === 'accepted')) {
    if (was.contract.needIds.length > 0) await followNeeds(tx, ctx, was.contract.needIds, 'deliver')
    await completeWhenDone(tx, ctx, was.contractId)
  }
  return id
}

/** Not met: back to the organisation with what the group wrote. */
async function giveBack(tx: Tx, ctx: Context, { id, milestone: was, signs }: AcceptanceFacts) {
  const reasons = signs.filter((s) => s.met === 0).map((s) => s.words)
  const returnReason = (reasons.length > 0 ? reasons : signs.map((s) => s.words)).join('\n')
  await move(tx, milestones, milestone, was, 'return', { returnReason })
  await record(
    tx,
    ctx,
    'milestone.return',
    { subject: was.id, threadId: was.contract.planId },
    { acceptance: id },
  )
  await tellSupplier(tx, ctx, was, 'milestone-returned', `/work/${was.contractId}`)
}

async function tellSupplier(
  tx: Tx,
  ctx: Context,
  was: AcceptanceFacts['milestone'],
  message: string,
  link: string,
) {
  for (const role of ['org_signer', 'org_editor'] as const)
    await notify(tx, ctx, { role, partyId: was.contract.supplierId }, message, link, { title: was.title })
}
