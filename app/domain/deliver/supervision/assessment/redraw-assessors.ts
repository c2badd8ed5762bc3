import { assessors } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { Context } from '../../../context.ts'
import { dateOf, endOf } from '../../../dates.ts'
import { record } from '../../../journal.ts'
import { move } from '../../../move.ts'
import { deadlineOf } from '../../../parameters.ts'
import { authorize } from '../../../policy/index.ts'
import { Refusal } from '../../../refusal.ts'
import { assessor as machine } from './assessor-machine.ts'
import { drawInto } from './draw-assessors.ts'
import { type AssessmentFacts, type Assessor, findAssessment, hasLeft } from './find-assessment.ts'

const waits = ({ state }: Assessor) => state === 'drawn' || state === 'clear'

/** 评完期限: by when those drawn have scored, counted from the opening or from whoever left last. */
export async function scoredBy(db: Reader, { calendar }: Pick<Context, 'calendar'>, a: AssessmentFacts) {
  const left = a.seats.filter(hasLeft).map((s) => s.declaredAt?.getTime() ?? 0)
  const from = dateOf(new Date(Math.max(a.openedAt.getTime(), ...left)))
  return endOf(await deadlineOf(db, calendar, 'ASSESSOR_SCORES', from))
}

/** Who let the days go by, and how many places stand empty beside theirs. */
export async function toRedraw(db: Reader, ctx: Pick<Context, 'calendar' | 'clock'>, a: AssessmentFacts) {
  const by = await scoredBy(db, ctx, a)
  const silent = ctx.clock.now() >= by ? a.seats.filter(waits) : []
  const places = a.size - a.seats.filter((s) => !hasLeft(s)).length + silent.length
  return { by, silent, places: a.state === 'opened' ? Math.max(0, places) : 0 }
}

/** 补抽评估人员: for whoever has not scored in his days, and for places that nobody could fill when they came free. */
export const redrawAssessors = (ctx: Context, { assessmentId }: { assessmentId: string }) =>
  ctx.transact(async (tx) => {
    const was = await findAssessment(tx, assessmentId)
    authorize(ctx.actor, 'assessor.replace', was.contract)
    if (was.state !== 'opened') throw new Refusal('conflict', 'assessment-published')
    const { silent, places } = await toRedraw(tx, ctx, was)
    if (places === 0) throw new Refusal('conflict', 'assessors-have-time')
    for (const one of silent)
      await move(tx, assessors, machine, one, 'replace', { declaredAt: ctx.clock.now() })
    const before = was.seats.map((s) => s.personId)
    const filled = await drawInto(tx, ctx, was, { before, places })
    if (filled === 0) throw new Refusal('conflict', 'assessors-too-few', { n: places })
    const detail = { replaced: silent.length, drawn: filled }
    await record(tx, ctx, 'assessor.replace', { subject: was.id, threadId: was.contract.planId }, detail)
    return { id: was.id }
  })
