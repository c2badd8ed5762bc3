import { sql } from 'drizzle-orm'
import { counters } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'

/** Kinds of numbers spoken over the telephone. */
export type RefKind =
  | 'TY'
  | 'YT'
  | 'HY'
  | 'XQ'
  | 'DC'
  | 'WJ'
  | 'PJ'
  | 'JH'
  | 'CG'
  | 'KJ'
  | 'DD'
  | 'JJ'
  | 'JS'
  | 'TX'
  | 'GA'
  | 'WS'
  | 'ZY'
  | 'TS'
  | 'HT'
  | 'ZF'
  | 'ZH'
  | 'YH'
  | 'ZB'
  | 'BG'
  | 'FB'
  | 'JD'
  | 'GG'
  | 'CF'
  | 'DJ'
  | 'GJ'
  | 'JZ'
  | 'YG'
  | 'AX'
  | 'ZK'
  | 'JY'
  | 'YY'
  | 'PM'
  | 'JC'
  | 'YJ'
  | 'JW'
  | 'ZW'

const checkDigit = (digits: string) => {
  const total = [...digits].reduceRight((acc, d, i) => {
    const n = Number(d) * ((digits.length - i) % 2 === 1 ? 2 : 1)
    return acc + (n > 9 ? n - 9 : n)
  }, 0)
  return (10 - (total % 10)) % 10
}

/** The next reference number, `XQ-2026-000123-7`: kind, year, number, check digit (Luhn). */
export async function nextRef(tx: Tx, kind: RefKind, year: number): Promise<string> {
  const id = `${kind}-${year}`
  const [row] = await tx
    .insert(counters)
    .values({ id, value: 1 })
    .onConflictDoUpdate({ target: counters.id, set: { value: sql`${counters.value} + 1` } })
    .returning({ value: counters.value })
  const digits = String(row!.value).padStart(6, '0')
  return `${id}-${digits}-${checkDigit(`${year}${digits}`)}`
}

/** Whether a typed number can be one of ours; spaces and case do not matter. */
export function readRef(typed: string): string | null {
  const plain = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s—–]/g, '')
  const match = /^([A-Z]{2})-?(\d{4})-?(\d{6})-?(\d)$/.exec(plain)
  if (!match) return null
  const [, kind, year, digits, check] = match
  return checkDigit(`${year}${digits}`) === Number(check) ? `${kind}-${year}-${digits}-${check}` : null
}
