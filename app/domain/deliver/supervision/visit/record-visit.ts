import { visits } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { Context } from '../../../context.ts'
import { addDays, dateOf } from '../../../dates.ts'
import { record } from '../../../journal.ts'
import { move } from '../../../move.ts'
import { authorize } from '../../../policy/index.ts'
import { Refusal } from '../../../refusal.ts'
import { keepPhotos, shelvePhotos } from '../../diary/photos.ts'
import { writeFinding } from '../raise-finding.ts'
import { findVisit, type VisitFacts } from './find-visit.ts'
import { type RecordVisit, type SkipVisit, visitChecks } from './forms.ts'
import { inspection } from './machine.ts'

/** A visit is of a day that has been, and of its plan's month. */
function refuseDay({ month }: VisitFacts, visitedOn: string, today: string) {
  if (visitedOn > today) throw new Refusal('invalid', 'inspection-in-the-future')
  if (visitedOn < `${month}-01` || visitedOn > addDays(`${month}-01`, 45))
    throw new Refusal('invalid', 'inspection-other-month', { month })
}

const raise = async (tx: Tx, ctx: Context, { contract }: VisitFacts, found: string | undefined) => {
  if (!found) return null
  if (contract.state !== 'published') throw new Refusal('conflict', 'contract-not-running')
  return writeFinding(tx, ctx, contract, { words: found })
}

/** 现场检查记录: what was seen on the spot; what was wrong becomes a finding in the same breath. */
export async function recordVisit(ctx: Context, input: RecordVisit) {
  const { visitId, visitedOn, found, photos = [], ...typed } = input
  authorize(ctx.actor, 'inspection.record', await findVisit(ctx.db, visitId))
  const kept = await keepPhotos(ctx, photos)
  return ctx.transact(async (tx) => {
    const was = await findVisit(tx, visitId)
    authorize(ctx.actor, 'inspection.record', was)
    const now = ctx.clock.now()
    refuseDay(was, visitedOn, dateOf(now))
    inspection.next(was.state, 'record')
    const findingId = await raise(tx, ctx, was, found)
    const { present, asked, words } = typed
    await move(tx, visits, inspection, was, 'record', {
      ...{ visitedOn, present, asked, words, findingId },
      checks: Object.fromEntries(visitChecks.map((code) => [code, typed[code]])),
      settledBy: ctx.actor.personId,
      settledAt: now,
    })
    await shelvePhotos(tx, ctx, { ownerId: was.centreId, subject: was.id }, kept)
    const about = { subject: was.id, threadId: was.contract.planId }
    const counts = { present, asked, photos: kept.length, found: findingId !== null }
    await record(tx, ctx, 'inspection.record', about, counts)
    return { id: was.id, findingId }
  })
}

/** 未能检查: given up with a reason, which the plan goes on showing. */
export const skipVisit = (ctx: Context, { visitId, words }: SkipVisit) =>
  ctx.transact(async (tx) => {
    const was = await findVisit(tx, visitId)
    authorize(ctx.actor, 'inspection.skip', was)
    const by = { settledBy: ctx.actor.personId, settledAt: ctx.clock.now() }
    await move(tx, visits, inspection, was, 'skip', { words, ...by })
    await record(tx, ctx, 'inspection.skip', { subject: was.id, threadId: was.contract.planId })
    return { id: was.id }
  })
