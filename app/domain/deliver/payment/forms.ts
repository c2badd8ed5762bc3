import { z } from 'zod'
import { voucherKinds } from '#db/vocabulary.ts'
import { mostInvoiceBytes } from '../../invoice-kind.ts'
import { readMoney } from '../../money.ts'
import { typedDate } from '../../typed-date.ts'

const line = (missing: string, most = 60) =>
  z.string({ error: missing }).trim().min(1, missing).max(most, 'form.payment.long')
const digits = (typed: string) => typed.normalize('NFKC').replace(/[\s-]/g, '')
const year = (message: string) =>
  z.coerce.number({ error: message }).int(message).min(2000, message).max(2100, message)
export const invoiceNo = z
  .string({ error: 'form.payment.invoice' })
  .transform(digits)
  .pipe(z.string().regex(/^(\d{8}|\d{20})$/, 'form.payment.invoice'))
export const invoiceFile = z
  .instanceof(File, { error: 'form.payment.invoice-file' })
  .refine((file) => file.size <= mostInvoiceBytes, 'refusal.invoice-too-large')
export const tailOfAccount = z
  .string({ error: 'form.payment.tail' })
  .transform(digits)
  .pipe(z.string().regex(/^\d{4}$/, 'form.payment.tail'))
const positive = (message: string) =>
  z.string({ error: message }).transform((typed, ctx) => {
    const amount = readMoney(typed)
    if (amount !== null && amount > 0) return amount
    ctx.addIssue({ code: 'custom', message })
    return z.NEVER
  })
const reason = z
  .string({ error: 'form.payment.reason' })
  .trim()
  .min(5, 'form.payment.reason')
  .max(300, 'form.payment.long')

/** 支付申请: an invoice (数电票 20 digits, paper 8) with its file, and the last four digits of the payee's account. */
export const requestPaymentForm = z
  .object({ invoiceNo, invoiceFile, payeeName: line('form.payment.payee'), accountTail: tailOfAccount })
  .strict()
export type RequestPayment = Omit<z.output<typeof requestPaymentForm>, 'invoiceFile'> & {
  milestoneId: string
  invoice: Buffer
}

export const checkPaymentForm = z
  .object({ checked: z.literal('yes', { error: 'form.payment.checked' }) })
  .strict()
export const approvePaymentForm = z
  .object({ approved: z.literal('yes', { error: 'form.payment.approved' }) })
  .strict()
export const payOnlineForm = z.object({ online: z.literal('yes', { error: 'form.payment.online' }) }).strict()
export const declinePaymentForm = z.object({ reason }).strict()
export type DeclinePayment = z.output<typeof declinePaymentForm> & { paymentId: string }

/** 国库支付凭证: what is printed on it, and its scan; accounts by their last four digits alone. */
export const voucherForm = z
  .object({
    sentOn: typedDate('form.payment.sent'),
    kind: z.enum(voucherKinds, { error: 'form.payment.kind' }),
    payerTail: tailOfAccount,
    payeeTail: tailOfAccount,
    amount: positive('form.payment.sum'),
    scanFile: z
      .instanceof(File, { error: 'form.payment.scan' })
      .refine((file) => file.size <= mostInvoiceBytes, 'refusal.voucher-too-large'),
    year: year('form.payment.year'),
    no: line('form.payment.voucher', 40).transform((typed) => typed.normalize('NFKC').replace(/\s/g, '')),
    dated: typedDate('form.payment.dated'),
  })
  .strict()
export type SubmitPayment = Omit<z.output<typeof voucherForm>, 'scanFile'> & {
  paymentId: string
  scan: Buffer
}

/** 缴款凭证: the sum (分) that came back, and the treasury's receipt for it. */
export const recoveryForm = z
  .object({
    amount: positive('form.recovery.amount'),
    year: year('form.payment.year'),
    no: line('form.recovery.no', 40).transform((typed) => typed.normalize('NFKC').replace(/\s/g, '')),
    receivedOn: typedDate('form.recovery.on'),
  })
  .strict()
export type RegisterRecovery = z.output<typeof recoveryForm> & { contractId: string }

export const confirmPaymentForm = z.object({ receiptNo: line('form.payment.receipt', 40) }).strict()
export type ConfirmPayment = z.output<typeof confirmPaymentForm> & { paymentId: string }
export const bouncePaymentForm = z.object({ reason }).strict()
export type BouncePayment = z.output<typeof bouncePaymentForm> & { paymentId: string }
export const correctPaymentForm = z
  .object({ invoiceNo, invoiceFile: invoiceFile.optional(), accountTail: tailOfAccount })
  .strict()
export type CorrectPayment = Omit<z.output<typeof correctPaymentForm>, 'invoiceFile'> & {
  paymentId: string
  invoice?: Buffer
}

const id = z.string({ error: 'form.required' }).min(1, 'form.required').max(64, 'form.required')
/** 人工核对 a line of the bank's list. */
export const matchBankLineForm = z.object({ paymentId: id, reason }).strict()
export type MatchBankLine = z.output<typeof matchBankLineForm> & { lineId: string }
export const setAsideBankLineForm = z.object({ reason }).strict()
export type SetAsideBankLine = z.output<typeof setAsideBankLineForm> & { lineId: string }
/** 银行明细 that was tried, as text. */
export const bankListForm = z
  .object({ lines: z.string({ error: 'form.bank.list' }).min(1, 'form.bank.list') })
  .strict()
