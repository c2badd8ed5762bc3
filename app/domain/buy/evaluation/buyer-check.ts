import { buyerChecks } from '#db/schema/index.ts'
import type { Context } from '../../context.ts'
import { record } from '../../journal.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { findCall, namesOf } from '../proposal/find-call.ts'
import type { BuyerChecks } from './ask-forms.ts'
import { refuseOver } from './find-panel.ts'
import { bodyOf, hardGrounds, type Opened, openedOf } from './opened.ts'
import { endIfTooFew, putAside } from './put-aside.ts'

function refuseChecks(all: readonly Opened[], { checks }: BuyerChecks, conditions: number) {
  if (all.some((p) => p.buyerCheck)) throw new Refusal('conflict', 'buyer-checked')
  if (all.some((p) => !checks.some((c) => c.proposalId === p.id)) || checks.length !== all.length)
    throw new Refusal('invalid', 'buyer-check-whole')
  if (checks.some((c) => c.failed.some((n) => n > conditions)))
    throw new Refusal('invalid', 'condition-unknown')
}

/** 采购人资格审查 (87号令 第四十四条): every listed condition of every proposal, at one sitting; who fails one is out. */
export const checkByBuyer = (ctx: Context, { tenderId, checks }: BuyerChecks & { tenderId: string }) =>
  ctx.transact(async (tx) => {
    const call = await findCall(tx, tenderId)
    authorize(ctx.actor, 'buyerCheck.give', call)
    refuseOver({ call })
    if (!call.method.buyerQualifies) throw new Refusal('conflict', 'panel-checks-qualification')
    const all = await openedOf(tx, tenderId)
    refuseChecks(all, { checks }, call.qualification.length)
    const by = { tenderId, checkedBy: ctx.actor.personId!, at: ctx.clock.now() }
    for (const { proposalId, failed, words } of checks) {
      await tx.insert(buyerChecks).values({ ...by, proposalId, failed, words: words ?? null })
      const p = all.find((one) => one.id === proposalId)!
      if (failed.length > 0)
        await putAside(tx, ctx, p, { ground: 'not_qualified', words: words ?? '', planId: call.planId })
    }
    const detail = { checked: checks.length, failed: checks.filter((c) => c.failed.length > 0).length }
    await record(tx, ctx, 'buyerCheck.give', { subject: tenderId, threadId: call.planId }, detail)
    return endIfTooFew(tx, ctx, call)
  })

/** What the buyer's officer looks at: who came and the facts of its standing; not a word of what it proposes. */
export async function readBuyerCheck(ctx: Context, tenderId: string) {
  const call = await findCall(ctx.db, tenderId)
  authorize(ctx.actor, 'buyerCheck.give', call)
  if (!call.method.buyerQualifies) throw new Refusal('missing', 'panel-checks-qualification')
  const all = await openedOf(ctx.db, tenderId)
  const names = await namesOf(
    ctx.db,
    all.map((p) => p.supplierId),
  )
  return {
    call: { id: call.id, title: call.title, state: call.state, qualification: call.qualification },
    opened: call.openedAt !== null,
    proposals: all.map((p) => {
      const { organisation, integrity, team } = bodyOf(p)
      return {
        id: p.id,
        name: names.get(p.supplierId) ?? '',
        uscc: organisation?.uscc ?? null,
        registeredYear: organisation?.registeredYear ?? null,
        grade: organisation?.grade ?? null,
        lead: team.find((m) => m.leads)?.registeredUntil ?? null,
        integrity: integrity !== null,
        hard: hardGrounds(call, p, ctx.clock.now()),
        checked: p.buyerCheck && { failed: p.buyerCheck.failed, words: p.buyerCheck.words },
      }
    }),
  }
}
