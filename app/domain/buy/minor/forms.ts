import { z } from 'zod'
import type { ListedItem } from '#db/schema/index.ts'
import { typedMoment } from '../../typed-date.ts'
import { typedMoney } from '../../typed-money.ts'

const words = (key: string, least: number, most = 2000) =>
  z.string({ error: key }).trim().min(least, key).max(most, 'form.long')
const rowsOf = (typed: string) =>
  typed
    .split(/\r?\n/)
    .map((row) => row.trim())
    .filter(Boolean)
const cells = (row: string) => row.split(/[，,\t]/).map((part) => part.trim())

function readItem(row: string): ListedItem | null {
  const [name = '', unit = '', count = ''] = cells(row)
  const quantity = Number(count)
  return name && unit && Number.isFinite(quantity) && quantity > 0 && count !== ''
    ? { name: name.slice(0, 80), unit: unit.slice(0, 20), quantity }
    : null
}
/** One a line: “防滑地砖，平方米，36”. */
const list = z
  .string({ error: 'form.minor.list' })
  .max(6000, 'form.long')
  .transform((typed, check) => {
    const read = rowsOf(typed).map(readItem)
    if (read.length > 0 && read.length <= 40 && read.every((item) => item !== null))
      return read as ListedItem[]
    check.addIssue({ code: 'custom', message: 'form.minor.list' })
    return z.NEVER
  })

export type PartWords = { title: string; percent: number }
/** One a line: “完工验收，70”; together one hundred. */
const parts = z
  .string({ error: 'form.minor.parts' })
  .max(2000, 'form.long')
  .transform((typed, check) => {
    const read = rowsOf(typed).map((row): PartWords => {
      const [title = '', percent = ''] = cells(row)
      return { title: title.slice(0, 60), percent: Number(percent) }
    })
    const whole = read.every((p) => p.title && Number.isInteger(p.percent) && p.percent > 0)
    if (whole && read.length <= 10 && read.reduce((all, p) => all + p.percent, 0) === 100) return read
    check.addIssue({ code: 'custom', message: 'form.minor.parts' })
    return z.NEVER
  })

const moment = typedMoment('form.datetime')

export const minorForm = z.object({
  title: words('form.minor.title', 4, 60),
  place: words('form.minor.place', 2, 200),
  list,
  quotesUntil: moment,
})
export type MinorWords = z.output<typeof minorForm>
export const plainForm = z.object({})
const days = z.coerce
  .number({ error: 'form.minor.days' })
  .int('form.minor.days')
  .min(1, 'form.minor.days')
  .max(365, 'form.minor.days')
export const quoteForm = z.object({
  price: typedMoney('form.money'),
  days,
  words: words('form.minor.words', 4, 1000),
})
export type QuoteWords = z.output<typeof quoteForm>
export const paperQuoteForm = quoteForm.extend({
  supplierId: z.string({ error: 'form.minor.supplier' }).min(1, 'form.minor.supplier').max(64),
})
export const chooseForm = z.object({
  quoteId: z.string({ error: 'form.minor.quote' }).min(1, 'form.minor.quote').max(64),
  reason: z.string().trim().max(1000, 'form.long').default(''),
  parts,
})
export type ChooseQuote = z.output<typeof chooseForm>
const partId = z.string({ error: 'form.minor.part' }).min(1, 'form.minor.part').max(64)
export const reportForm = z.object({ partId })
export const acceptForm = z.object({
  partId,
  how: z.enum(['accept', 'return'], { error: 'form.minor.how' }),
  finding: words('form.minor.finding', 4, 1000),
})
export type AcceptPart = z.output<typeof acceptForm>
export const payForm = z.object({ partId, voucherNo: words('form.minor.voucher', 4, 40) })
/** Why a call ends, or a choice falls away. */
export const cancelForm = z.object({ reason: words('form.minor.reason', 4, 500) })
