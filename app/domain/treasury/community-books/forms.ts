import { z } from 'zod'
import { bookKinds, bookWays } from '#db/vocabulary.ts'
import { mostInvoiceBytes } from '../../invoice-kind.ts'
import { typedDate } from '../../typed-date.ts'
import { typedMoney } from '../../typed-money.ts'

const plain = (typed: string) => typed.normalize('NFKC').replace(/\s/g, '')
const reason = z
  .string({ error: 'form.book.reason' })
  .trim()
  .min(5, 'form.book.reason')
  .max(200, 'form.book.long')
/** A telephone or an identity number: a run of seven digits or more. */
const numbered = /\d{7,}/

/** 记一笔: what came in or went out, of which money, on which paper. */
export const bookEntryForm = z
  .object({
    way: z.enum(bookWays, { error: 'form.book.way' }),
    kind: z.enum(bookKinds, { error: 'form.book.kind' }),
    amount: typedMoney('form.money'),
    on: typedDate('form.date'),
    title: z
      .string({ error: 'form.book.title' })
      .trim()
      .min(2, 'form.book.title')
      .max(60, 'form.book.long')
      .refine((typed) => !numbered.test(plain(typed)), 'form.book.title-private'),
    voucherNo: z
      .string({ error: 'form.book.voucher' })
      .transform(plain)
      .pipe(z.string().min(1, 'form.book.voucher').max(40, 'form.book.long')),
    scanFile: z
      .instanceof(File, { error: 'form.book.scan' })
      .refine((file) => file.size <= mostInvoiceBytes, 'refusal.voucher-too-large'),
  })
  .strict()
export type EnterBookEntry = Omit<z.output<typeof bookEntryForm>, 'scanFile'> & { scan: Buffer }

export const approveBookForm = z
  .object({ approved: z.literal('yes', { error: 'form.book.approved' }) })
  .strict()
export const returnBookForm = z.object({ reason }).strict()
export const reverseBookForm = z.object({ reason }).strict()
export type OfBookEntry = { bookId: string; reason: string }
