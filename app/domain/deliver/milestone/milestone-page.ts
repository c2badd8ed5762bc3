import type { Context } from '../../context.ts'
import { authorize, may } from '../../policy/index.ts'
import { partyNames } from '../contract/public-contract.ts'
import { diaryOf } from '../diary/find-diary.ts'
import { servedBy } from '../diary/served.ts'
import { findMilestone, indicatorsOf, type MilestoneFacts, readingsOf } from './find-milestone.ts'

const factsOf = (m: MilestoneFacts) => ({
  id: m.id,
  contractId: m.contractId,
  title: m.title,
  ordinal: m.ordinal,
  gate: m.gate,
  percent: m.percent,
  price: m.price,
  dueOn: m.dueOn,
  state: m.state,
  claim: m.claim,
  claimedAt: m.claimedAt,
  finding: m.finding,
  checkedAt: m.checkedAt,
  returnReason: m.returnReason,
  contract: {
    title: m.contract.title,
    refNo: m.contract.refNo,
    price: m.contract.price,
    from: m.contract.from,
    to: m.contract.to,
  },
})

/** What a claim is written from: the milestone, its indicators, and what the diary already says. */
export async function claimPage(ctx: Context, milestoneId: string) {
  const m = await findMilestone(ctx.db, milestoneId)
  authorize(ctx.actor, 'milestone.claim', m.contract)
  const known = await indicatorsOf(ctx.db, m.contractId)
  const before = await readingsOf(ctx.db, milestoneId)
  const indicators = known.map((i) => ({ ...i, value: before.find((r) => r.id === i.id)?.value ?? null }))
  return { ...factsOf(m), indicators, served: await servedBy(ctx.db, m.contractId) }
}

/** What a check is made from: the claim, its readings beside their targets, and the diary behind them. */
export async function checkPage(ctx: Context, milestoneId: string) {
  const m = await findMilestone(ctx.db, milestoneId)
  authorize(ctx.actor, 'contract.read', m.contract)
  const names = await partyNames(ctx.db, [m.contract.supplierId])
  return {
    ...factsOf(m),
    supplier: names[m.contract.supplierId] ?? '',
    readings: await readingsOf(ctx.db, milestoneId),
    served: await servedBy(ctx.db, m.contractId),
    diary: may(ctx.actor, 'service_user.read', m.contract)
      ? await diaryOf(ctx.db, m.contractId, { limit: 10, readerId: ctx.actor.personId })
      : [],
    mayCheck:
      m.state === 'claimed' && may(ctx.actor, 'milestone.check', { ...m.contract, claimedBy: m.claimedBy }),
  }
}
