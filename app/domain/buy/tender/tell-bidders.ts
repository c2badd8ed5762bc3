import { and, eq, inArray } from 'drizzle-orm'
import { proposals } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { notify } from '../../notify.ts'
import type { TenderFacts } from './find-tender.ts'

const live = ['draft', 'submitted', 'needs_confirmation'] as const

/** Tells everyone who is writing or has sent a proposal; nobody else learns that they are. */
export async function tellBidders(
  tx: Tx,
  ctx: Context,
  tender: TenderFacts,
  message: string,
  params: Record<string, string> = {},
) {
  const theirs = await tx
    .select({ partyId: proposals.supplierId })
    .from(proposals)
    .where(and(eq(proposals.tenderId, tender.id), inArray(proposals.state, [...live])))
  for (const { partyId } of theirs)
    for (const role of ['org_editor', 'org_signer'] as const)
      await notify(tx, ctx, { role, partyId }, message, `/tenders/${tender.id}`, {
        tender: tender.title,
        ...params,
      })
}
