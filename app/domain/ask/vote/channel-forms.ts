import { z } from 'zod'
import { callbackOutcomes, sheetVoids } from '#db/vocabulary.ts'
import { ballot, code, id, words } from './forms.ts'

const whole = (least: number, most: number, wrong: string) =>
  z.coerce.number({ error: wrong }).int(wrong).min(least, wrong).max(most, wrong)
/** A field left empty is no answer. */
const optional = <Form extends z.ZodType>(form: Form) =>
  z.preprocess((typed) => (typed === '' ? undefined : typed), form.optional())

export const reissueForm = z
  .object({
    householdKey: words(60, 'form.reissue.door'),
    label: optional(words(40, 'form.reissue.door')),
    act: z.enum(['reissue', 'void'], { error: 'form.reissue.act' }),
    ground: words(200, 'form.reissue.ground'),
  })
  .strict()

export const unlockForm = z.object({ roundId: id, spot: words(60, 'form.kiosk.spot') }).strict()
export const lockForm = z.object({ kioskId: id }).strict()
const turn = { turn: id }
export const turnForm = z.object(turn).strict()
export const kioskChooseForm = z.object({ ...turn, ...ballot }).strict()

export const issueForm = z
  .object({
    building: words(40, 'form.paper.building'),
    size: whole(1, 500, 'form.paper.size'),
    carrierId: id,
  })
  .strict()
export const returnForm = z
  .object({
    used: whole(0, 500, 'form.paper.used'),
    unused: whole(0, 500, 'form.paper.unused'),
    missingGround: optional(words(200, 'form.paper.ground')),
  })
  .strict()
export const sheetForm = z
  .object({
    line: whole(1, 500, 'form.paper.line'),
    code: optional(code),
    voided: optional(z.enum(sheetVoids, { error: 'form.paper.void' })),
    ...ballot,
  })
  .strict()
export const startOverForm = z
  .object({ line: whole(1, 500, 'form.paper.line'), ground: words(200, 'form.paper.ground') })
  .strict()

export const callbackForm = z
  .object({
    callbackId: id,
    outcome: z.enum(callbackOutcomes, { error: 'form.callback.outcome' }),
    note: optional(words(500, 'form.round.too-long')),
  })
  .strict()
