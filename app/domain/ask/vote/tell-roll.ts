import { and, eq, isNotNull } from 'drizzle-orm'
import { rollEntries } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { notify } from '../../notify.ts'

/** Tells everybody on a roll who has a place of his own here, voter or not: a notice must not say who voted. */
export async function tellRoll(
  tx: Tx,
  ctx: Context,
  rollOf: string,
  { message, link, params }: { message: string; link: string; params: Record<string, string> },
) {
  const known = await tx
    .selectDistinct({ personId: rollEntries.personId })
    .from(rollEntries)
    .where(and(eq(rollEntries.roundId, rollOf), isNotNull(rollEntries.personId)))
  for (const { personId } of known) await notify(tx, ctx, { personId: personId! }, message, link, params)
}
