import { z } from 'zod'
import type { Fen } from '../../money.ts'
import { readMoney } from '../../money.ts'
import { typedDate } from '../../typed-date.ts'
import { typedMoney } from '../../typed-money.ts'

const words = (key: string, least: number, most = 2000) =>
  z.string({ error: key }).trim().min(least, key).max(most, 'form.long')
const maybe = <T extends z.ZodType>(inner: T) =>
  z.preprocess((v) => (v === '' ? undefined : v), inner.optional())
const id = (key: string) => z.string({ error: key }).min(1, key).max(64)

export type ItemWords = { name: string; unit: string; price: Fen; quality: string; minutes: number | null }
/** “次（60 分钟）”, “小时”: how long one unit takes, where its words say so. */
export function minutesIn(unit: string): number | null {
  const [, n, of] = /(\d{1,3})?\s*(分钟|小时)/.exec(unit.normalize('NFKC')) ?? []
  if (!of || (of === '分钟' && !n)) return null
  return Number(n ?? 1) * (of === '小时' ? 60 : 1)
}
function readItem(row: string): ItemWords | null {
  const [name = '', unit = '', typed = '', ...rest] = row.split(/[，,\t]/).map((part) => part.trim())
  const price = readMoney(typed)
  const quality = rest.join('，')
  return name && unit && quality && price
    ? { name: name.slice(0, 60), unit: unit.slice(0, 20), price, quality, minutes: minutesIn(unit) }
    : null
}
/** One a line: “助浴，次，80，两人上门，含安全评估”. */
const items = z
  .string({ error: 'form.framework.items' })
  .max(6000, 'form.long')
  .transform((typed, check) => {
    const rows = typed.split(/\r?\n/).filter((row) => row.trim())
    const read = rows.map(readItem)
    if (read.length > 0 && read.length <= 20 && read.every((item) => item !== null))
      return read as ItemWords[]
    check.addIssue({ code: 'custom', message: 'form.framework.items' })
    return z.NEVER
  })

export const frameworkForm = z.object({
  title: words('form.framework.title', 4, 60),
  forWhom: words('form.framework.for', 2, 200),
  conditions: words('form.framework.conditions', 10, 4000),
  ageFrom: maybe(
    z.coerce
      .number({ error: 'form.framework.age' })
      .int()
      .min(0, 'form.framework.age')
      .max(120, 'form.framework.age'),
  ),
  perPerson: maybe(typedMoney('form.money')),
  items,
})
export type FrameworkWords = z.output<typeof frameworkForm>
export const publishFrameworkForm = z.object({ read: z.literal('yes', { error: 'form.tender.read' }) })
export const closeFrameworkForm = z.object({ reason: words('form.framework.reason', 4, 500) })
export const applyForm = z.object({
  words: words('form.framework.apply', 10, 2000),
  agree: z.literal('yes', { error: 'form.framework.agree' }),
})
export const decideProviderForm = z.object({
  providerId: id('form.framework.provider'),
  how: z.enum(['admit', 'decline', 'end'], { error: 'form.framework.how' }),
  reason: z.string().trim().max(500, 'form.long').default(''),
})
export type DecideProvider = z.output<typeof decideProviderForm>
export const signProviderForm = z.object({ agree: z.literal('yes', { error: 'form.framework.agree' }) })

export const orderForm = z.object({
  personId: id('form.order.person'),
  itemId: id('form.order.item'),
  providerId: id('form.order.provider'),
  quantity: z.coerce
    .number({ error: 'form.order.quantity' })
    .int('form.order.quantity')
    .min(1, 'form.order.quantity')
    .max(31, 'form.order.quantity'),
  wishedOn: typedDate('form.order.date'),
  words: maybe(z.string().trim().max(500, 'form.long')),
})
export type OrderWords = z.output<typeof orderForm>
export const reasonForm = z.object({ reason: words('form.order.reason', 2, 500) })
export const finishForm = z.object({ doneOn: typedDate('form.order.date') })
export const plainForm = z.object({})

export const kinForm = z.object({
  phone: z
    .string({ error: 'form.phone' })
    .trim()
    .regex(/^1\d{10}$/, 'form.phone'),
  agentPhone: z
    .string({ error: 'form.phone' })
    .trim()
    .regex(/^1\d{10}$/, 'form.phone'),
  relation: words('form.kin.relation', 1, 20),
  consent: z.enum(['in_person', 'phone', 'paper'], { error: 'form.kin.consent' }),
})
export type KinWords = z.output<typeof kinForm>
export const endKinForm = z.object({ kinshipId: id('form.kin.which') })
