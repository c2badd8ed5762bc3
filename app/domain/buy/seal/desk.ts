import { eq } from 'drizzle-orm'
import { tenderKeepers, tenders } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { dateOf } from '../../dates.ts'
import type { DeskItem } from '../../desk-item.ts'
import { parameter } from '../../parameters.ts'
import { may } from '../../policy/index.ts'
import { consultationOf } from '../evaluation/consultation/find-consultation.ts'
import { findCall } from '../proposal/find-call.ts'
import { finalsAwaited, pricesSealed, qualitySigned } from './due-envelope.ts'
import { type Keeper, keysOf } from './find-keepers.ts'

type Step = { key: string; kind: DeskItem['kind']; since: Date; page: 'share' | 'unseal' }
type Named = { tender: typeof tenders.$inferSelect; keeper: Keeper }

/** What waits at the opening: to come, to come again for the prices, to sign. */
async function atOpening(db: Reader, now: Date, { tender, keeper }: Named): Promise<Step | null> {
  const page = 'unseal'
  if (tender.state === 'published' && now >= tender.deadline)
    return { key: 'keeper.open', kind: 'act', since: tender.deadline, page }
  const call = tender.state === 'opened' ? await findCall(db, tender.id) : null
  if (call && pricesSealed(call) && (await qualitySigned(db, call.id)))
    return { key: 'keeper.prices', kind: 'act', since: call.openedAt!, page }
  const round = call && finalsAwaited(call) ? await consultationOf(db, tender.id) : null
  if (round?.dueAt && now >= round.dueAt)
    return { key: 'keeper.final', kind: 'act', since: round.dueAt, page }
  if (keeper.openedAt && !keeper.signedAt)
    return { key: 'keeper.sign', kind: 'act', since: keeper.openedAt, page }
  return null
}

/** What waits before it: to confirm, and once a quarter to prove the share. */
async function beforeOpening(db: Reader, now: Date, { tender, keeper }: Named): Promise<Step | null> {
  const made = (await keysOf(db, tender.id)).length > 0
  const early = tender.state === 'draft' || tender.state === 'in_review'
  if (early && !keeper.confirmedAt && !made)
    return { key: 'keeper.confirm', kind: 'act', since: keeper.namedAt, page: 'share' }
  const last = keeper.provedAt ?? keeper.confirmedAt
  if (!made || !last || !keeper.keyLocked || keeper.lostAt) return null
  const { value } = await parameter(db, 'SHARE_PROOF', dateOf(now))
  const due = new Date(last.getTime() + value * 86_400_000)
  return now >= due ? { key: 'keeper.prove', kind: 'act', since: due, page: 'share' } : null
}

/** What waits for a keeper of a purchasing key. */
export async function deskOfSeal(db: Reader, ctx: Context): Promise<DeskItem[]> {
  const { personId } = ctx.actor
  if (!personId || !may(ctx.actor, 'keeper.serve', { personId })) return []
  const now = ctx.clock.now()
  const named: Named[] = await db
    .select({ tender: tenders, keeper: tenderKeepers })
    .from(tenderKeepers)
    .innerJoin(tenders, eq(tenders.id, tenderKeepers.tenderId))
    .where(eq(tenderKeepers.personId, personId))
  const items: DeskItem[] = []
  for (const one of named.filter(({ tender }) => tender.sealMode === 'split')) {
    const step = (await atOpening(db, now, one)) ?? (await beforeOpening(db, now, one))
    if (!step) continue
    const { title, ceiling, id } = one.tender
    const { key, kind, since, page } = step
    const link = `/desk/tenders/${id}/${page}`
    items.push({ key, matter: title, amount: ceiling, chapter: 'buy', due: null, since, link, kind })
  }
  return items
}
