import { journal } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'

/** 开启前，连有几家都不说: what a bidder does is journalled sealed: who, which body and which act show only to the vault. */
export async function recordSealed(
  tx: Tx,
  ctx: Context,
  act: string,
  about: { subject: string; supplierId: string },
  detail: Record<string, unknown> = {},
) {
  const { personId, seat } = ctx.actor
  const words = JSON.stringify({ act, ...about, personId, role: seat?.role ?? null, ...detail })
  await tx.insert(journal).values({
    at: ctx.clock.now(),
    action: 'proposal.sealed_act',
    subject: 'sealed',
    detail: { sealed: ctx.vault.seal('journal', words) },
  })
}
