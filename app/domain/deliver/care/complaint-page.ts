import type { Context } from '../../context.ts'
import { countdown } from '../../countdown.ts'
import { dateOf } from '../../dates.ts'
import { authorize, may } from '../../policy/index.ts'
import { findComplaint } from './complain.ts'
import { careComplaint as machine } from './complaint-machine.ts'

/** One complaint, to the family, the provider and the buyer; its words to those three only. */
export async function complaintPage(ctx: Context, complaintId: string) {
  const was = await findComplaint(ctx.db, complaintId)
  authorize(ctx.actor, 'careComplaint.read', was)
  const { complaint, order } = was
  const open = (sealed: string | null) => (sealed ? ctx.vault.open('care', sealed) : null)
  const moves = machine.open(complaint.state)
  const clock =
    complaint.state === 'made'
      ? await countdown(ctx.db, ctx, 'CARE_COMPLAINT', dateOf(complaint.madeAt))
      : null
  return {
    complaint: { id: complaintId, refNo: complaint.refNo, state: complaint.state, madeAt: complaint.madeAt },
    words: ctx.vault.open('care', complaint.wordsSealed),
    reply: open(complaint.replySealed),
    repliedAt: complaint.repliedAt,
    ruling: open(complaint.rulingSealed),
    visit: {
      id: order.id,
      refNo: order.refNo,
      item: order.item.name,
      on: order.wishedOn,
      supplier: order.supplier,
    },
    readsVisit: may(ctx.actor, 'visit.read', was),
    clock,
    acts: moves
      .filter((how) => may(ctx.actor, `careComplaint.${how}`, was))
      .filter((how) => how !== 'escalate' || complaint.state === 'answered' || clock?.late === true),
  }
}
