import { and, asc, inArray, lte } from 'drizzle-orm'
import { parameters } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'

const codes = [
  'CONFIRM_WINNER',
  'SIGN_CONTRACT',
  'CHALLENGE_WINDOW',
  'CHALLENGE_REPLY',
  'COMPLAINT_WINDOW',
] as const
export type LegalTerms = Readonly<Record<(typeof codes)[number], { value: number; unit: string }>>

/** The days a 采购文件 prints: the same figures its clocks run by, as they are in force on a date. */
export async function legalTerms(db: Reader, on: string): Promise<LegalTerms> {
  const found = await db
    .select({ code: parameters.code, value: parameters.value, unit: parameters.unit })
    .from(parameters)
    .where(and(inArray(parameters.code, [...codes]), lte(parameters.from, on)))
    .orderBy(asc(parameters.version))
  const newest = Object.fromEntries(found.map(({ code, ...term }) => [code, term]))
  const missing = codes.find((code) => !newest[code])
  if (missing) throw new Error(`no parameter ${missing} in force on ${on}`)
  return newest as LegalTerms
}
