import { z } from 'zod'
import { type Fen, readMoney } from './money.ts'

/** Money as a person types it in 元 (“120,000.50”, “12万”), read as 分. Only words are taken: a number would be coerced from a form and lose its unit. */
export const typedMoney = (error: string, { zero = false }: { zero?: boolean } = {}) =>
  z.string({ error }).transform((typed, issues): Fen => {
    const amount = readMoney(typed)
    if (amount !== null && (amount > 0 || (zero && amount === 0))) return amount
    issues.addIssue({ code: 'custom', message: error })
    return z.NEVER
  })
