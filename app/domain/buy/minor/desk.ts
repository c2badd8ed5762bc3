import type { Reader } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { dateOf } from '../../dates.ts'
import type { DeskItem } from '../../desk-item.ts'
import { dueOf } from '../../due.ts'
import { may } from '../../policy/index.ts'
import { findWork, publicWorks, type WorkFacts, worksOf } from './find-work.ts'
import { mayBeSetAside } from './set-aside.ts'

/** The act of a work that waits for this person, or null. */
function actOf(ctx: Context, work: WorkFacts, stuck: boolean): string | null {
  const over = ctx.clock.now() >= work.quotesUntil
  if (work.state === 'draft' && may(ctx.actor, 'minorWork.call', work)) return 'minor.call'
  if (work.state === 'calling' && over && may(ctx.actor, 'minorWork.choose', work)) return 'minor.choose'
  if (work.state === 'chosen' && may(ctx.actor, 'minorWork.sign', work)) return 'minor.sign'
  if (stuck && may(ctx.actor, 'minorWork.set_aside', work)) return 'minor.set_aside'
  if (work.state !== 'working') return null
  if (work.parts.some((p) => p.state === 'reported') && may(ctx.actor, 'minorPart.accept', work))
    return 'minor.accept'
  const due = work.parts.find((p) => p.state === 'accepted')
  return due && may(ctx.actor, 'minorPart.pay', { ...work, acceptedBy: due.acceptedBy }) ? 'minor.pay' : null
}

/** 民生微实事 that wait: to be put to quotes, chosen, signed, accepted, paid. */
export async function deskOfMinor(db: Reader, ctx: Context): Promise<DeskItem[]> {
  const { seat } = ctx.actor
  if (!seat) return []
  const signs = seat.role === 'org_signer'
  if (!signs && !/^(street|district)_(handler|approver|acceptor|finance)$/.test(seat.role)) return []
  const rows = signs
    ? (await publicWorks(db)).filter((w) => w.state === 'chosen')
    : await worksOf(db, seat.partyId)
  const works = await Promise.all(rows.map(({ id }) => findWork(db, id)))
  const items: DeskItem[] = []
  for (const work of works) {
    const key = actOf(ctx, work, await mayBeSetAside(db, ctx, work))
    if (!key) continue
    const link = signs ? `/minor-works/${work.id}` : `/desk/minor-works/${work.id}`
    const about = {
      matter: work.title,
      amount: work.price ?? work.ceiling,
      chapter: 'buy' as const,
    }
    const due = key === 'minor.sign' ? await dueOf(db, ctx, 'SIGN_CONTRACT', dateOf(work.chosenAt!)) : null
    items.push({ ...about, key, link, due, since: work.chosenAt ?? work.createdAt, kind: 'act' })
  }
  return items
}
