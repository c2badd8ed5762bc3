import { assessments } from '#db/schema/index.ts'
import type { Reader, Tx } from '#db/store.ts'
import type { Context } from '../../../context.ts'
import { dateOf } from '../../../dates.ts'
import { record } from '../../../journal.ts'
import { struck } from '../../../masked-words.ts'
import { move } from '../../../move.ts'
import { notify } from '../../../notify.ts'
import { parameter } from '../../../parameters.ts'
import { authorize } from '../../../policy/index.ts'
import { Refusal } from '../../../refusal.ts'
import { writeFinding } from '../raise-finding.ts'
import { orderIn } from '../take-finding.ts'
import { type AssessmentFacts, findAssessment } from './find-assessment.ts'
import type { PublishAssessment } from './forms.ts'
import { assessment as machine } from './machine.ts'
import { gradeOf, meanOf } from './score.ts'

/** What a grade takes, by the figures in force when it was opened. */
export const gradesOn = async (db: Reader, on: string) => ({
  a: (await parameter(db, 'ASSESS_A', on)).value,
  b: (await parameter(db, 'ASSESS_B', on)).value,
})
/** Fewer than two sheets are one person's opinion. */
const least = 2

async function resultOf(tx: Tx, was: AssessmentFacts) {
  const waiting = was.seats.filter((s) => s.state === 'drawn' || s.state === 'clear').length
  if (waiting > 0) throw new Refusal('conflict', 'assessors-not-done', { n: waiting })
  const totals = was.seats.flatMap((s) => (s.state === 'scored' ? [s.total!] : []))
  if (totals.length < least) throw new Refusal('conflict', 'assessors-too-few', { n: least })
  const score = meanOf(totals)
  return { score, grade: gradeOf(score, await gradesOn(tx, dateOf(was.openedAt))) }
}

/** A grade that does not pass becomes a fix order that holds the money, while there is work to put right. */
async function orderWhereFailed(tx: Tx, ctx: Context, was: AssessmentFacts, grade: string, words: string) {
  if (grade !== 'C' || was.contract.state !== 'published') return null
  const findingId = await writeFinding(tx, ctx, was.contract, { words })
  await orderIn(tx, ctx, findingId, true)
  return findingId
}

/** 公布评估结果: the score follows from the sheets, the grade from the figures; the centre adds words and nothing else. */
export const publishAssessment = (ctx: Context, { assessmentId, ...said }: PublishAssessment) =>
  ctx.transact(async (tx) => {
    const words = struck(said.words)
    const was = await findAssessment(tx, assessmentId)
    const { contract } = was
    authorize(ctx.actor, 'assessment.publish', contract)
    machine.next(was.state, 'publish')
    const { score, grade } = await resultOf(tx, was)
    const findingId = await orderWhereFailed(tx, ctx, was, grade, words)
    const by = { publishedBy: ctx.actor.personId, publishedAt: ctx.clock.now() }
    await move(tx, assessments, machine, was, 'publish', { score, grade, words, findingId, ...by })
    const to = { role: 'org_signer' as const, partyId: contract.supplierId }
    await notify(tx, ctx, to, 'assessment-published', `/assessments/${was.id}`, { title: contract.title })
    const about = { subject: was.id, threadId: contract.planId }
    await record(tx, ctx, 'assessment.publish', about, { score, grade, kind: was.kind })
    return { id: was.id, contractId: contract.id }
  })
