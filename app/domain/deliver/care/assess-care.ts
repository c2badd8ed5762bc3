import { cares } from '#db/schema/index.ts'
import type { Context } from '../../context.ts'
import { record } from '../../journal.ts'
import { move } from '../../move.ts'
import { notify } from '../../notify.ts'
import { authorize } from '../../policy/index.ts'
import { levelAt, pointsOf } from './assessment.ts'
import { findCare, formOf } from './find-care.ts'
import { care as machine } from './machine.ts'

/** 上门评估: by the station or the centre, never by a body that would serve her; the answers are kept sealed. */
export const assessCare = (ctx: Context, { careId, answers }: { careId: string; answers: string[] }) =>
  ctx.transact(async (tx) => {
    const was = await findCare(tx, careId)
    authorize(ctx.actor, 'care.assess', was)
    const form = await formOf(tx, null)
    const points = pointsOf(form.questions, answers)
    const found = { formId: form.id, points, level: levelAt(form.levels, points)?.code ?? null }
    const answersSealed = ctx.vault.seal('care', JSON.stringify(answers))
    const by = { assessedBy: ctx.actor.personId!, assessedAt: ctx.clock.now() }
    await move(tx, cares, machine, was, 'assess', { ...found, ...by, answersSealed })
    const to = { role: was.handlerRole, partyId: was.buyerId }
    await notify(tx, ctx, to, 'care-assessed', `/care/${careId}`, { no: was.refNo })
    await record(tx, ctx, 'care.assess', { subject: careId })
    return { id: careId }
  })
