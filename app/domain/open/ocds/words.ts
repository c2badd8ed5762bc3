import type { Fen } from '#db/vocabulary.ts'
import { inYuan } from '../../money.ts'

/** One object of the standard. Only what is named in a composer gets in: an allow-list, never a row. */
export type Json = { [name: string]: unknown }

/** An object without what is not known. */
export const known = (fields: Json): Json =>
  Object.fromEntries(
    Object.entries(fields).filter(
      ([, value]) => value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0),
    ),
  )
/** An instant as the standard writes it, in the legal time of the place. */
export const instantOf = (at: Date | null | undefined) =>
  at ? `${new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 19)}+08:00` : null
export const firstOf = (date: string) => `${date}T00:00:00+08:00`
export const lastOf = (date: string) => `${date}T23:59:59+08:00`
export const moneyOf = (amount: Fen) => ({ amount: inYuan(amount), currency: 'CNY' })
export const shortened = (words: string, most = 200) =>
  words.length > most ? `${words.slice(0, most)}…` : words

/** 最小公开数: totals of fewer people than this are not said. */
export const LEAST_PEOPLE = 10
export const enough = (n: number) => (n >= LEAST_PEOPLE ? n : null)

/** Two parts that speak of one object say it together; neither takes a word from the other. */
export function joined(parts: readonly Json[]): Json {
  const whole: Json = {}
  for (const part of parts)
    for (const [name, value] of Object.entries(part))
      whole[name] = name in whole ? { ...(whole[name] as Json), ...(value as Json) } : value
  return whole
}
