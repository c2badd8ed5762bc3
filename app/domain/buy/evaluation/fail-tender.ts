import { eq } from 'drizzle-orm'
import { panelSeats, proposals, tenders } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { record } from '../../journal.ts'
import { move } from '../../move.ts'
import { notify } from '../../notify.ts'
import { cameToOpening } from '../award/own-feedback.ts'
import type { Call } from '../proposal/find-call.ts'
import { forgetUnopenedFinals } from '../seal/lend-share.ts'
import { tellFollowers } from '../tender/follow-tender.ts'
import { tender as machine } from '../tender/machine.ts'
import { failReasons } from './fail-reasons-data.ts'

/** 废标 (政府采购法 第三十六条): the reason is public; how many came is not said, and the key to what was sent is gone. */
export async function failTender(tx: Tx, ctx: Context, call: Call, why: keyof typeof failReasons) {
  const n = call.method.minProposals
  await move(tx, tenders, machine, call, 'fail', {
    endGround: why,
    endReason: failReasons[why](n),
    ...(why === 'too-few' ? { keyWrapped: null } : {}),
  })
  await forgetUnopenedFinals(tx, call)
  const theirs = await tx.select().from(proposals).where(eq(proposals.tenderId, call.id))
  for (const p of theirs.filter((one) => one.submittedAt))
    await notify(
      tx,
      ctx,
      { role: 'org_signer', partyId: p.supplierId },
      'tender-failed',
      cameToOpening(p) ? `/tenders/${call.id}/feedback/${p.id}` : `/tenders/${call.id}`,
      {
        tender: call.title,
      },
    )
  const seats = await tx.select().from(panelSeats).where(eq(panelSeats.tenderId, call.id))
  for (const { personId } of seats)
    await notify(tx, ctx, { personId }, 'tender-failed', `/tenders/${call.id}`, { tender: call.title })
  await tellFollowers(tx, ctx, call, 'followed-failed')
  await record(tx, ctx, 'tender.fail', { subject: call.id, threadId: call.planId }, { why, least: n })
  return { id: call.id, outcome: 'failed' as const }
}
