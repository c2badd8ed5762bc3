import type { Context } from '../../../context.ts'
import { Refusal } from '../../../refusal.ts'
import { wholeBallots } from '../close-box.ts'
import { myTrusteeship } from './confirm-trustee.ts'
import { boxOf } from './find-trustees.ts'

/** 密封选票: every sealed ballot of the box, one a line, in the order of their hashes; for its three trustees alone, from the close of the box on. */
export async function readBox(ctx: Context, roundId: string): Promise<string> {
  await myTrusteeship(ctx.db, ctx, roundId)
  if (!(await boxOf(ctx.db, roundId))?.closedAt) throw new Refusal('conflict', 'box-not-closed')
  return (await wholeBallots(ctx.db, roundId)).map(({ sealed }) => `${sealed}\n`).join('')
}
