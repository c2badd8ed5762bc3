import { z } from 'zod'
import { hourCloseCauses, hourTasks } from '#db/vocabulary.ts'
import { typedDate } from '../../typed-date.ts'

const words = (key: string, least: number, most = 300) =>
  z.string({ error: key }).trim().min(least, key).max(most, 'form.long')
const id = (key: string) => z.string({ error: key }).trim().min(1, key).max(64, key)
const minutes = z.coerce
  .number({ error: 'form.hours.minutes' })
  .int('form.hours.minutes')
  .min(10, 'form.hours.minutes')
  .max(100_000, 'form.hours.minutes')
const day = typedDate('form.hours.day')
const task = z.enum(hourTasks, { error: 'form.hours.task' })
const promise = z.literal('yes', { error: 'form.hours.promise' })

export const emptyForm = z.object({})
export const appointBankForm = z.object({
  partyId: id('form.hours.operator'),
  ground: words('form.hours.ground', 4),
})
export type AppointBank = z.output<typeof appointBankForm>
/** 不兑现、不买卖 is promised before there is an account. */
export const openAccountForm = z.object({ promise })
export const recordForm = z.object({
  hostId: id('form.hours.host'),
  task,
  servedOn: day,
  minutes,
  words: words('form.hours.words', 4, 100),
})
export type RecordService = z.output<typeof recordForm>
export const askForm = z.object({ task, servedOn: day, minutes, words: words('form.hours.words', 4, 100) })
export type AskService = z.output<typeof askForm>
export const claimHoursForm = z.object({ servedOn: day, minutes })
export type ClaimHours = z.output<typeof claimHoursForm>
export const reasonForm = z.object({ reason: words('form.hours.reason', 4) })
export const giveForm = z.object({ to: id('form.hours.to'), minutes })
export const poolForm = z.object({ minutes })
export const heirForm = z.object({ heirId: id('form.hours.heir') })
export const grantForm = z.object({
  personId: id('form.hours.to'),
  minutes,
  reason: words('form.hours.reason', 4),
})
export type GrantHours = z.output<typeof grantForm>
export const insureForm = z.object({ until: day, policyNo: words('form.hours.policy', 4, 60) })
export const closeForm = z.object({
  cause: z.enum(hourCloseCauses, { error: 'form.hours.cause' }),
  ground: words('form.hours.ground', 4),
})
export type CloseAccount = z.output<typeof closeForm>
export const auditForm = z.object({ words: words('form.hours.audit', 4) })
