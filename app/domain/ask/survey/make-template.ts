import { surveyTemplates } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { dateOf, yearOf } from '../../dates.ts'
import { record } from '../../journal.ts'
import { parameter } from '../../parameters.ts'
import { authorize } from '../../policy/index.ts'
import { nextRef } from '../../reference.ts'
import { committeeOfSeat, findTemplate, nextVersion, type Template } from './template.ts'

async function insert(tx: Tx, ctx: Context, row: Omit<typeof surveyTemplates.$inferInsert, 'createdAt'>) {
  const [made] = await tx
    .insert(surveyTemplates)
    .values({ ...row, createdAt: ctx.clock.now() })
    .returning({ id: surveyTemplates.id })
  const { code, version } = row
  await record(tx, ctx, 'surveyTemplate.make', { subject: made!.id }, { code, version })
  return { id: made!.id }
}
const freshCode = (tx: Tx, ctx: Context) => nextRef(tx, 'WJ', yearOf(dateOf(ctx.clock.now())))
const leastNow = async (tx: Tx, ctx: Context) =>
  (await parameter(tx, 'SURVEY_MIN_CELL', dateOf(ctx.clock.now()))).value

/** Begins a questionnaire of the committee's own, empty or with another's questions. */
export const makeTemplate = (ctx: Context, { title, from }: { title: string; from?: string | undefined }) =>
  ctx.transact(async (tx) => {
    const committeeId = await committeeOfSeat(tx, ctx)
    authorize(ctx.actor, 'surveyTemplate.make', { committeeId })
    const copied = from ? await findTemplate(tx, from, committeeId) : null
    return insert(tx, ctx, {
      code: await freshCode(tx, ctx),
      version: 1,
      title,
      committeeId,
      minCell: await leastNow(tx, ctx),
      questions: copied?.questions ?? [],
      basedOn: copied?.id ?? null,
    })
  })

const codeOfNext = async (tx: Tx, ctx: Context, { code, committeeId }: Template) =>
  committeeId === null ? freshCode(tx, ctx) : code

/** 复制为下一版: what is answered is never edited; its next version may be. */
export const copyTemplate = (ctx: Context, { templateId }: { templateId: string }) =>
  ctx.transact(async (tx) => {
    const committeeId = await committeeOfSeat(tx, ctx)
    authorize(ctx.actor, 'surveyTemplate.make', { committeeId })
    const was = await findTemplate(tx, templateId, committeeId)
    const code = await codeOfNext(tx, ctx, was)
    return insert(tx, ctx, {
      code,
      version: await nextVersion(tx, code),
      title: was.title,
      committeeId,
      minCell: await leastNow(tx, ctx),
      questions: was.questions,
      basedOn: was.id,
    })
  })
