import { acceptanceItems, acceptanceSigns } from '#db/schema/index.ts'
import type { Reader, Tx } from '#db/store.ts'
import type { Role } from '#db/vocabulary.ts'
import type { Context } from '../../context.ts'
import { dateOf } from '../../dates.ts'
import { record } from '../../journal.ts'
import { parameter } from '../../parameters.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { indicatorsOf } from '../milestone/find-milestone.ts'
import { findingsOf } from '../supervision/find-finding.ts'
import { holdsMoney } from '../supervision/frozen.ts'
import { concludeAcceptance } from './conclude-acceptance.ts'
import { type AcceptanceFacts, findAcceptance, subjectOf } from './find-acceptance.ts'
import type { SignAcceptance } from './forms.ts'

/** A fix that was ordered and is not closed holds the milestone back (服务中心可暂缓下一笔). */
const ordered: readonly string[] = ['fix_ordered', 'proof_given']

/** The three posts of the acceptance group: the buyer's acceptor, the committee, the service centre. */
export const postOf = (role: Role): 'acceptor' | 'committee' | 'centre' =>
  role === 'committee_director' ? 'committee' : role === 'centre_officer' ? 'centre' : 'acceptor'

/** 验收小组签字: each for himself, with the users' opinions before him; the third signature concludes. */
export const signAcceptance = (ctx: Context, { acceptanceId, met, words, items }: SignAcceptance) =>
  ctx.transact(async (tx) => {
    const was = await findAcceptance(tx, acceptanceId)
    authorize(ctx.actor, 'acceptance.sign', subjectOf(was))
    const post = postOf(ctx.actor.seat!.role)
    await mayBeSigned(tx, was, post, met)
    await writeItems(tx, was, { post, met, items })
    await tx.insert(acceptanceSigns).values({
      acceptanceId,
      role: post,
      personId: ctx.actor.personId!,
      met: met ? 1 : 0,
      words,
      at: ctx.clock.now(),
    })
    await record(
      tx,
      ctx,
      'acceptance.sign',
      { subject: acceptanceId, threadId: was.milestone.contract.planId },
      { post, met },
    )
    if (was.signs.length === 2) await concludeAcceptance(tx, ctx, acceptanceId)
    return { id: acceptanceId }
  })

/** How many findings of a contract stand in the way of “met”: not put right, or holding its money. */
export const openFindings = async (db: Reader, contractId: string) =>
  (await findingsOf(db, contractId)).filter((f) => ordered.includes(f.state) || holdsMoney(f)).length

async function mayBeSigned(tx: Tx, was: AcceptanceFacts, post: string, met: boolean) {
  if (was.state !== 'opened') throw new Refusal('conflict', 'acceptance-concluded')
  if (was.signs.some((s) => s.role === post)) throw new Refusal('conflict', 'acceptance-post-signed')
  if (was.missing > 0) throw new Refusal('conflict', 'opinions-too-few', { n: was.missing })
  const least = (await parameter(tx, 'SATISFACTION_MIN', dateOf(was.openedAt))).value
  if (!met) return
  if (was.heard === null) throw new Refusal('conflict', 'nobody-reached')
  if (was.heard < least) throw new Refusal('conflict', 'satisfaction-too-low', { heard: was.heard, least })
  const n = await openFindings(tx, was.milestone.contractId)
  if (n > 0) throw new Refusal('conflict', 'finding-open', { n })
}

type Found = { post: string; met: boolean; items: SignAcceptance['items'] }
/** 逐项验收: every indicator of the contract, each as claimed or not; one that is not bars “met”. */
async function writeItems(tx: Tx, { id, milestone }: AcceptanceFacts, { post, met, items }: Found) {
  const known = await indicatorsOf(tx, milestone.contractId)
  const found = new Map(items.map((item) => [item.indicatorId, item.asClaimed]))
  if (known.some((i) => !found.has(i.id))) throw new Refusal('invalid', 'items-incomplete')
  const short = known.filter((i) => !found.get(i.id))
  if (met && short.length > 0) throw new Refusal('conflict', 'item-not-as-claimed', { n: short.length })
  const rows = known.map((i) => ({
    ...{ acceptanceId: id, indicatorId: i.id, role: post },
    asClaimed: found.get(i.id) ? 1 : 0,
  }))
  if (rows.length > 0) await tx.insert(acceptanceItems).values(rows)
}
