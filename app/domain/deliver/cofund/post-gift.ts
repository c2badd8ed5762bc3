import type { Tx } from '#db/store.ts'
import type { LedgerAccount, LedgerKind } from '#db/vocabulary.ts'
import type { Context } from '../../context.ts'
import { type Fen, negative, plus, zero } from '../../money.ts'
import { type Posting, post } from '../../treasury/post.ts'
import type { GiftFacts } from './find-gift.ts'

type StepOf<K> = K extends `cofund.${infer S}` ? S : never
type Step = StepOf<LedgerKind>

type Moved = readonly [from: LedgerAccount, to: LedgerAccount, amount: Fen]
/** One posting an account, however many of the moves touch it. */
function postingsOf(moved: readonly Moved[]): Posting[] {
  const by = new Map<LedgerAccount, Fen>()
  const add = (account: LedgerAccount, amount: Fen) => by.set(account, plus(by.get(account) ?? zero, amount))
  for (const [from, to, amount] of moved) {
    add(from, negative(amount))
    add(to, amount)
  }
  return [...by]
}

/** Moves a gift's 分 from one account to another on its pot's own line, once for the fact that did it. */
export const postGift = (
  tx: Tx,
  ctx: Context,
  gift: GiftFacts,
  kind: Step,
  fact: string,
  moved: readonly Moved[],
) =>
  post(tx, ctx, {
    kind: `cofund.${kind}`,
    source: `cofund.${kind}:${fact}`,
    lineId: gift.pot.lineId,
    giftId: gift.id,
    memo: gift.refNo,
    postings: postingsOf(moved),
  })
