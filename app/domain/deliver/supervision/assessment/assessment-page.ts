import type { AssessmentItem } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { assessmentKinds } from '#db/vocabulary.ts'
import type { Context } from '../../../context.ts'
import { dateOf } from '../../../dates.ts'
import { pick } from '../../../pick.ts'
import { authorize, may } from '../../../policy/index.ts'
import { Refusal } from '../../../refusal.ts'
import { findContract } from '../../contract/find-contract.ts'
import { partyNames, personNames } from '../../contract/public-contract.ts'
import { signsOf } from '../signs.ts'
import { type AssessmentFacts, assessmentsOf, findAssessment, ownPlace, sheetOf } from './find-assessment.ts'
import { gradesOn } from './publish-assessment.ts'
import { toRedraw } from './redraw-assessors.ts'
import { meanOf } from './score.ts'

async function factsOf(db: Reader, a: AssessmentFacts) {
  const names = await partyNames(db, [a.contract.supplierId])
  return {
    ...pick(a, ['id', 'contractId', 'kind', 'state', 'score', 'grade', 'words', 'openedAt', 'publishedAt']),
    title: a.contract.title,
    refNo: a.contract.refNo,
    planId: a.contract.planId,
    supplier: names[a.contract.supplierId] ?? '',
    items: a.form.items,
    version: a.form.version,
    source: a.form.source,
    grades: await gradesOn(db, dateOf(a.openedAt)),
  }
}

/** Before opening: which may be opened, and both sheets. */
export async function newAssessmentPage(ctx: Context, contractId: string) {
  const c = await findContract(ctx.db, contractId)
  authorize(ctx.actor, 'assessment.open', c)
  const made = await assessmentsOf(ctx.db, contractId)
  const sheets = []
  for (const kind of assessmentKinds) sheets.push(await sheetOf(ctx.db, kind))
  return {
    id: c.id,
    title: c.title,
    made: made.map((one) => pick(one, ['id', 'kind', 'state', 'score', 'grade'])),
    kinds: assessmentKinds.filter((kind) => !made.some((one) => one.kind === kind)),
    sheets: sheets.map((sheet) => pick(sheet, ['kind', 'items', 'version', 'source'])),
  }
}

/** Until when those drawn have time, and whether others may be drawn now. */
async function redrawOf(ctx: Context, a: AssessmentFacts) {
  if (a.state !== 'opened') return { scoredBy: null, mayRedraw: false }
  const { by, places } = await toRedraw(ctx.db, ctx, a)
  return {
    scoredBy: dateOf(new Date(by.getTime() - 1)),
    mayRedraw: places > 0 && may(ctx.actor, 'assessor.replace', a.contract),
  }
}

/** For the centre: who has scored, never what, until all have. */
export async function assessmentDesk(ctx: Context, id: string) {
  const a = await findAssessment(ctx.db, id)
  authorize(ctx.actor, 'assessment.read', a.contract)
  const ids = a.seats.map((s) => s.personId)
  const names = await personNames(ctx.db, ids)
  const waiting = a.seats.filter((s) => s.state === 'drawn' || s.state === 'clear').length
  return {
    ...(await factsOf(ctx.db, a)),
    ...pick(a, ['seed', 'listHash', 'size', 'findingId']),
    seats: a.seats.map((s) => ({
      ...pick(s, ['ordinal', 'state', 'reason']),
      name: names[s.personId] ?? '',
    })),
    waiting,
    ...(await redrawOf(ctx, a)),
    mayPublish: a.state === 'opened' && waiting === 0 && may(ctx.actor, 'assessment.publish', a.contract),
  }
}

/** For one assessor: his declaration first, then the project's own figures and the sheet; nobody else's points. */
export async function assessorPage(ctx: Context, id: string) {
  const a = await findAssessment(ctx.db, id)
  const mine = ownPlace(a, ctx.actor.personId)
  authorize(ctx.actor, 'assessor.recuse', { personId: mine.personId })
  const reads = mine.state !== 'drawn'
  return {
    ...(await factsOf(ctx.db, { ...a, score: null, grade: null, words: null })),
    mine: pick(mine, ['state', 'points', 'total', 'words']),
    signs: reads ? await signsOf(ctx.db, a.contract, dateOf(ctx.clock.now())) : null,
  }
}

/** The mean that each item was given, beside its most. */
const itemMeans = (items: readonly AssessmentItem[], { seats }: AssessmentFacts) => {
  const sheets = seats.flatMap((s) => (s.state === 'scored' && s.points ? [s.points] : []))
  return items.map((item) => ({ ...item, mean: meanOf(sheets.map((points) => points[item.code] ?? 0)) }))
}

/** 评估结果: score, grade, what each item was given on average, what the assessors wrote; nobody's name. */
export async function publicAssessment(db: Reader, id: string) {
  const a = await findAssessment(db, id)
  if (a.state !== 'published') throw new Refusal('missing', 'assessment-missing')
  const scored = a.seats.filter((s) => s.state === 'scored')
  return {
    ...(await factsOf(db, a)),
    seed: a.seed,
    listHash: a.listHash,
    means: itemMeans(a.form.items, a),
    sheets: scored.map((s) => ({ ordinal: s.ordinal, total: s.total!, words: s.words ?? '' })),
    recused: a.seats.filter((s) => s.state === 'recused').length,
    replaced: a.seats.filter((s) => s.state === 'replaced').length,
  }
}
