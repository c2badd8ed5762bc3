import { assessors } from '#db/schema/index.ts'
import type { Context } from '../../../context.ts'
import { dateOf } from '../../../dates.ts'
import { record } from '../../../journal.ts'
import { struck } from '../../../masked-words.ts'
import { move } from '../../../move.ts'
import { authorize } from '../../../policy/index.ts'
import { Refusal } from '../../../refusal.ts'
import { assessor as machine } from './assessor-machine.ts'
import { assessorPool, drawInto } from './draw-assessors.ts'
import { findAssessment, ownPlace } from './find-assessment.ts'
import type { GiveScore, Recuse } from './forms.ts'
import { totalOf } from './score.ts'

/** 声明没有利害关系: before anything of the project can be read; a tie that came up since the draw is refused. */
export const declareClear = (ctx: Context, { assessmentId }: { assessmentId: string }) =>
  ctx.transact(async (tx) => {
    const was = await findAssessment(tx, assessmentId)
    const mine = ownPlace(was, ctx.actor.personId)
    authorize(ctx.actor, 'assessor.declare', { ...was.contract, personId: mine.personId })
    const now = ctx.clock.now()
    const free = await assessorPool(tx, was.contract, dateOf(now))
    if (!free.includes(mine.personId)) throw new Refusal('conflict', 'assessor-tied')
    await move(tx, assessors, machine, mine, 'declare', { declaredAt: now })
    await record(tx, ctx, 'assessor.declare', { subject: was.id }, { ordinal: mine.ordinal })
    return { id: was.id }
  })

/** 申请回避: the next of the lot takes the place. */
export const recuseAssessor = (ctx: Context, { assessmentId, reason }: Recuse) =>
  ctx.transact(async (tx) => {
    const was = await findAssessment(tx, assessmentId)
    const mine = ownPlace(was, ctx.actor.personId)
    authorize(ctx.actor, 'assessor.recuse', { personId: mine.personId })
    if (was.state !== 'opened') throw new Refusal('conflict', 'assessment-published')
    await move(tx, assessors, machine, mine, 'recuse', { reason, declaredAt: ctx.clock.now() })
    const before = was.seats.map((s) => s.personId)
    const filled = await drawInto(tx, ctx, was, { before, places: 1 })
    const detail = { ordinal: mine.ordinal, replaced: filled === 1 }
    await record(tx, ctx, 'assessor.recuse', { subject: was.id }, detail)
    return { id: was.id }
  })

/** 独立评分: each alone, once, on every item of the sheet. */
export const giveScore = (ctx: Context, { assessmentId, scores, words }: GiveScore) =>
  ctx.transact(async (tx) => {
    const was = await findAssessment(tx, assessmentId)
    const mine = ownPlace(was, ctx.actor.personId)
    authorize(ctx.actor, 'assessor.score', { ...was.contract, personId: mine.personId })
    if (was.state !== 'opened') throw new Refusal('conflict', 'assessment-published')
    const points = Object.fromEntries(scores.map((s) => [s.code, s.points]))
    const total = totalOf(was.form.items, points)
    if (total === null) throw new Refusal('invalid', 'points-out-of-sheet')
    const scored = { points, total, words: struck(words), scoredAt: ctx.clock.now() }
    await move(tx, assessors, machine, mine, 'score', scored)
    await record(tx, ctx, 'assessor.score', { subject: was.id }, { ordinal: mine.ordinal })
    return { id: was.id }
  })
