import type { Tx } from '#db/store.ts'
import type { Context } from '../context.ts'
import { type Fen, negative } from '../money.ts'
import { post } from './post.ts'

/** 指标下达: the line's amount (分) comes from its pool; before this entry it holds nothing. */
export const openLine = (tx: Tx, ctx: Context, line: { id: string; amount: Fen }) =>
  post(tx, ctx, {
    kind: 'line.open',
    source: `line.open:${line.id}`,
    lineId: line.id,
    postings: [
      ['source', negative(line.amount)],
      ['appropriation', line.amount],
    ],
  })
