import { jointLogs } from '#db/schema/index.ts'
import type { Context } from '../../../context.ts'
import { dateOf } from '../../../dates.ts'
import { record } from '../../../journal.ts'
import { authorize } from '../../../policy/index.ts'
import { Refusal } from '../../../refusal.ts'
import { findContract } from '../find-contract.ts'
import { linkageOf } from '../set-linkages.ts'
import type { WriteJointLog } from './forms.ts'
import { openMonths } from './months.ts'
import { jointLogsOf } from './read-joint-log.ts'

/** 写联动记录: what a side did with the other two in a month; once a month, this month or the one before, never changed. */
export const writeJointLog = (ctx: Context, { contractId, sector, month, words }: WriteJointLog) =>
  ctx.transact(async (tx) => {
    const contract = await findContract(tx, contractId)
    authorize(ctx.actor, 'joint_log.write', await linkageOf(tx, contractId, sector))
    if (contract.state !== 'published') throw new Refusal('conflict', 'contract-not-running')
    const now = ctx.clock.now()
    if (!openMonths(contract, dateOf(now)).includes(month))
      throw new Refusal('invalid', 'joint-log-month-closed')
    const logs = await jointLogsOf(tx, contractId)
    if (logs.some((l) => l.month === month && l.sector === sector))
      throw new Refusal('conflict', 'joint-log-written')
    await tx
      .insert(jointLogs)
      .values({ contractId, sector, month, words, writtenBy: ctx.actor.personId!, at: now })
    const about = { subject: contractId, threadId: contract.planId }
    await record(tx, ctx, 'joint_log.write', about, { sector, month })
    return { id: contractId }
  })
