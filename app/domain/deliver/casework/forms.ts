import { z } from 'zod'
import { typedDate } from '../../typed-date.ts'

const words = (key: string, most = 4000) => z.string({ error: key }).trim().min(1, key).max(most, 'form.long')
const whole = (key: string, most: number) =>
  z.coerce.number({ error: key }).int(key).min(1, key).max(most, key)
const id = (key: string) => z.string({ error: key }).min(1, key).max(64)

export const openCaseForm = z.object({ serviceUserId: id('form.case.who'), goal: words('form.case.goal') })
export type OpenCase = z.output<typeof openCaseForm> & { contractId: string }
export const caseNoteForm = z.object({
  heldOn: typedDate('form.diary.held-on'),
  minutes: whole('form.diary.minutes', 24 * 60),
  words: words('form.case.words'),
})
export type CaseNote = z.output<typeof caseNoteForm> & { caseId: string }
export const closeCaseForm = z.object({ closing: words('form.case.closing') })
export const handOverForm = z.object({ workerId: id('form.case.worker') })
export const cpdForm = z.object({
  heldOn: typedDate('form.diary.held-on'),
  title: words('form.cpd.title', 80),
  hours: whole('form.cpd.hours', 200),
})
export type CpdWords = z.output<typeof cpdForm>
export const confirmCpdForm = z.object({ cpdId: id('form.cpd.title') })
export const superviseForm = z.object({
  workerId: id('form.case.worker'),
  certNo: z.string({ error: 'form.case.supervisor' }).trim().min(1, 'form.case.supervisor').max(64),
})
export const nothingForm = z.object({})
