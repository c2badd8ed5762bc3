import { type Fen, fen } from '../../money.ts'
import { digits, pattern, places, wan, yi } from './capital-data.ts'

/** A whole number in words; null where a sign is none of them. */
function whole(words: string): number | null {
  let all = 0
  let part = 0
  let digit: number | null = null
  for (const sign of words) {
    if (sign in digits) digit = digits[sign]!
    else if (sign in places) {
      part += (digit ?? 1) * places[sign]!
      digit = null
    } else if (sign === wan || sign === yi) {
      const counted = part + (digit ?? 0)
      all = sign === wan ? all + counted * 10_000 : (all + counted) * 100_000_000
      part = 0
      digit = null
    } else return null
  }
  return all + part + (digit ?? 0)
}

/** 大写金额 as 分; null when it cannot be read. */
export function amountInWords(typed: string): Fen | null {
  const [, yuan, jiao, cents] = pattern.exec(typed.replace(/\s/g, '')) ?? []
  if (!yuan && !jiao && !cents) return null
  const [a, b, c] = [yuan, jiao, cents].map((words) => (words ? whole(words) : 0))
  if (a == null || b == null || c == null || b > 9 || c > 9) return null
  const amount = a * 100 + b * 10 + c
  return Number.isSafeInteger(amount) ? fen(amount) : null
}
