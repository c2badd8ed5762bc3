import { z } from 'zod'
import { invoiceFile, invoiceNo, tailOfAccount, type voucherForm } from '../payment/forms.ts'

const reason = z
  .string({ error: 'form.payment.reason' })
  .trim()
  .min(5, 'form.payment.reason')
  .max(300, 'form.payment.long')

/** 申请结算: the agreement and its month, with the invoice for it. */
export const claimForm = z.object({
  frameworkId: z.string({ error: 'form.care.framework' }).min(1, 'form.care.framework').max(64),
  month: z.string({ error: 'form.care.month' }).regex(/^20\d\d-(0[1-9]|1[0-2])$/, 'form.care.month'),
  invoiceNo,
  invoiceFile,
  accountTail: tailOfAccount,
})
export type ClaimMonth = Omit<z.output<typeof claimForm>, 'invoiceFile'> & { invoice: Buffer }
export const returnForm = z.object({ reason })
export const correctForm = z.object({ accountTail: tailOfAccount })
export const receiptForm = z.object({
  receiptNo: z.string({ error: 'form.payment.receipt' }).trim().min(1, 'form.payment.receipt').max(60),
})
export type PaySettlement = Omit<z.output<typeof voucherForm>, 'scanFile'> & {
  settlementId: string
  scan: Buffer
}
export const nothingForm = z.object({})
