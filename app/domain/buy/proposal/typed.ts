import { z } from 'zod'
import type { Bank } from './body.ts'

/** What forms of a proposal are made of; messages are keys of the dictionary. */
export const words = (key: string, least: number, most = 2000) =>
  z.string({ error: key }).trim().min(least, key).max(most, 'form.bid.long')
export const optional = (most = 300) => z.string().trim().max(most, 'form.bid.long').optional()
export const id = z.string({ error: 'form.bid.choose' }).min(1, 'form.bid.choose').max(64)
export const ticked = (key: string) => z.literal('yes', { error: key })
export const number = (key: string, most = 1_000_000_000) =>
  z.coerce.number({ error: key }).min(0, key).max(most, key)
/** The stamp of what the writer had before his eyes; without one nothing is compared. */
export const seen = z.string().max(64).optional()

/** A field that may be left empty. */
export const maybe = <Field extends z.ZodType>(field: Field) =>
  z.preprocess((typed) => (typed === '' ? undefined : typed), field.optional())

/** Rows left empty are no rows: one counts once any of the named fields is filled. */
export const filledRows =
  (...fields: string[]) =>
  (rows: unknown) =>
    Array.isArray(rows)
      ? rows.filter((row: Record<string, unknown> | undefined) => fields.some((field) => row?.[field]))
      : []

/** 账号: digits, as the bank writes them; spaces are dropped. */
const account = z
  .string()
  .transform((typed) => typed.replace(/\s/g, ''))
  .pipe(z.string().regex(/^\d{6,30}$/, 'form.bid.account'))
export const bankFields = { bankName: optional(80), bankAccount: maybe(account) }
type BankTyped = { bankName?: string; bankAccount?: string }
/** Both or neither. */
export const bankWhole = ({ bankName, bankAccount }: BankTyped) => Boolean(bankName) === Boolean(bankAccount)
export const bankFault = { path: ['bankAccount'], message: 'form.bid.bank' }
export const bankOf = ({ bankName, bankAccount }: BankTyped): Bank | null =>
  bankName && bankAccount ? { name: bankName, account: bankAccount } : null
