import type { Tx } from '#db/store.ts'
import type { LedgerAccount, LedgerKind } from '#db/vocabulary.ts'
import type { Context } from '../../context.ts'
import { type Fen, negative } from '../../money.ts'
import { post } from '../../treasury/post.ts'
import type { GiftFacts } from './find-gift.ts'

type StepOf<K> = K extends `cofund.${infer S}` ? S : never
type Step = StepOf<LedgerKind>

/** Moves a gift's 分 from one account to another on its pot's own line, once for the fact that did it. */
export const postGift = (
  tx: Tx,
  ctx: Context,
  gift: GiftFacts,
  kind: Step,
  fact: string,
  moved: ReadonlyArray<readonly [from: LedgerAccount, to: LedgerAccount, amount: Fen]>,
) =>
  post(tx, ctx, {
    kind: `cofund.${kind}`,
    source: `cofund.${kind}:${fact}`,
    lineId: gift.pot.lineId,
    giftId: gift.id,
    memo: gift.refNo,
    postings: moved.flatMap(([from, to, amount]) => [
      [from, negative(amount)] as const,
      [to, amount] as const,
    ]),
  })
