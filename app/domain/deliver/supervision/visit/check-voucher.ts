import { voucherChecks } from '#db/schema/index.ts'
import type { Context } from '../../../context.ts'
import { record } from '../../../journal.ts'
import { move } from '../../../move.ts'
import { authorize } from '../../../policy/index.ts'
import { Refusal } from '../../../refusal.ts'
import { writeFinding } from '../raise-finding.ts'
import { findVoucherCheck } from './find-visit.ts'
import type { CheckVoucher } from './forms.ts'
import { voucherCheck } from './voucher-machine.ts'

/** 凭证核对: a voucher that differs from its invoice or from the work becomes a finding in the same breath. */
export const checkVoucher = (ctx: Context, { checkId, verdict, words }: CheckVoucher) =>
  ctx.transact(async (tx) => {
    const was = await findVoucherCheck(tx, checkId)
    authorize(ctx.actor, `voucherCheck.${verdict}`, was)
    voucherCheck.next(was.state, verdict)
    const differs = verdict === 'differ'
    if (differs && was.contract.state !== 'published') throw new Refusal('conflict', 'contract-not-running')
    const findingId = differs ? await writeFinding(tx, ctx, was.contract, { words: words! }) : null
    await move(tx, voucherChecks, voucherCheck, was, verdict, {
      words: words || null,
      findingId,
      settledBy: ctx.actor.personId,
      settledAt: ctx.clock.now(),
    })
    const about = { subject: was.id, threadId: was.contract.planId }
    await record(tx, ctx, `voucherCheck.${verdict}`, about)
    return { id: was.id, findingId }
  })
