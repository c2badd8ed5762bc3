import { inArray } from 'drizzle-orm'
import { needs } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { record } from '../../journal.ts'
import { move } from '../../move.ts'
import { Refusal } from '../../refusal.ts'
import { need } from './machine.ts'

export type Following = 'shortlist' | 'select' | 'pass_over' | 'unlist' | 'purchase' | 'deliver' | 'resume'

/** Needs take the move that a round, a plan or a contract brings about; who may do that was asked there. */
export async function followNeeds(
  tx: Tx,
  ctx: Context,
  needIds: readonly string[],
  name: Following,
  reason?: string,
) {
  const rows = await tx
    .select()
    .from(needs)
    .where(inArray(needs.id, [...needIds]))
  if (rows.length !== new Set(needIds).size) throw new Refusal('missing', 'need')
  for (const row of rows) {
    await move(tx, needs, need, row, name, reason === undefined ? {} : { reason })
    await record(
      tx,
      ctx,
      `need.${name}`,
      { subject: row.id, threadId: row.id },
      reason === undefined ? {} : { reason },
    )
  }
}
