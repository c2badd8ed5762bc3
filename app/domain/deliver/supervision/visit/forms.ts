import { z } from 'zod'
import { typedDate } from '../../../typed-date.ts'
import { photosField } from '../../diary/photos.ts'

const words = (missing: string, most = 2000) =>
  z.string({ error: missing }).trim().min(1, missing).max(most, 'form.deliver.too-long')
const some = z.coerce
  .number({ error: 'form.inspection.count' })
  .int('form.inspection.count')
  .min(0, 'form.inspection.count')
  .max(9999, 'form.inspection.count')

/** What is looked at on the spot, in this order. */
export const visitChecks = ['diary', 'staff', 'site', 'people'] as const
const seen = z.enum(['ok', 'wrong', 'unseen'], { error: 'form.inspection.check' })

/** 检查记录: short enough for a phone held in one hand. */
export const visitForm = z
  .object({
    visitedOn: typedDate('form.inspection.day'),
    present: some,
    asked: some,
    diary: seen,
    staff: seen,
    site: seen,
    people: seen,
    words: words('form.inspection.words'),
    found: z.string().trim().max(2000, 'form.deliver.too-long').optional(),
    photos: photosField,
  })
  .refine((v) => visitChecks.every((code) => v[code] !== 'wrong') || (v.found ?? '') !== '', {
    path: ['found'],
    message: 'form.inspection.found',
  })
/** Photographs come as bytes: what the browser called them is never believed. */
export type RecordVisit = Omit<z.output<typeof visitForm>, 'photos'> & {
  visitId: string
  photos?: readonly Buffer[]
}

/** 不定期检查: which project, and for what reason beside the plan. */
export const addVisitForm = z.object({
  contractId: z.string({ error: 'form.inspection.project' }).min(1, 'form.inspection.project').max(64),
  reason: words('form.inspection.reason', 500),
})
export type AddVisit = z.output<typeof addVisitForm>

export const skipForm = z.object({ words: words('form.inspection.skip') })
export type SkipVisit = z.output<typeof skipForm> & { visitId: string }

/** 凭证核对: it agrees, or in what it differs. */
export const voucherCheckForm = z
  .object({
    verdict: z.enum(['agree', 'differ'], { error: 'form.voucher-check.verdict' }),
    words: z.string().trim().max(2000, 'form.deliver.too-long').optional(),
  })
  .refine((v) => v.verdict === 'agree' || (v.words ?? '') !== '', {
    path: ['words'],
    message: 'form.voucher-check.words',
  })
export type CheckVoucher = z.output<typeof voucherCheckForm> & { checkId: string }
