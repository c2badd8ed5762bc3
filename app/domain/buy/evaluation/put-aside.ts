import { proposals } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { record } from '../../journal.ts'
import { move } from '../../move.ts'
import type { Call } from '../proposal/find-call.ts'
import { proposal as machine } from '../proposal/machine.ts'
import { failTender } from './fail-tender.ts'
import type { Ground } from './grounds.ts'
import { type Opened, openedOf, stillIn } from './opened.ts'

type Aside = { ground: Ground; words: string; planId: string }
/** 无效响应: put aside on a listed ground, with the words that will be told to the bidder. */
export async function putAside(tx: Tx, ctx: Context, p: Opened, { ground, words, planId }: Aside) {
  await move(tx, proposals, machine, p, 'disqualify', { endGround: ground, endReason: words })
  await record(tx, ctx, 'proposal.disqualify', { subject: p.id, threadId: planId }, { ground })
}

/** Fewer left than the route asks, and the purchase ends: one may be enough, as its row says. */
export async function endIfTooFew(tx: Tx, ctx: Context, call: Call) {
  const left = stillIn(await openedOf(tx, call.id))
  if (left.length < call.method.minProposals) return failTender(tx, ctx, call, 'too-few-valid')
  return { id: call.id, outcome: 'settled' as const }
}
