const digit = '[0-9０-９]'
const gap = '[ \\t\\u00a0\\u3000\\-－‐‑–—·•_]{0,2}'
const run = (pattern: readonly string[]) => pattern.join(gap)
const some = (n: number) => Array.from({ length: n }, () => digit)
const before = `(?<!${digit})`
/** A sum has its decimals, a longer number goes on. */
const after = `(?!${digit}|[.．]${digit}{1,2}(?!${digit}))`
const one = '[1１]'
const area = `[(（]?[0０]${digit}{2,3}[)）]?`
const said = '(?:电话|手机|座机|固话|联系|拨打|致电|打给|号码|tel|phone|call|mobile)[^0-9０-９]{0,8}'

/** 18 digits of an identity card, its birthday among them; a bank's or an invoice's number has none. */
const identity = `${before}${run([...some(6), '(?:[1１][8８9９]|[2２][0０])', ...some(2), '[01０１]', digit, '[0-3０-３]', ...some(4), '[0-9０-９XxＸｘ]'])}(?![0-9０-９A-Za-z])`
const mobile = `${before}(?:[+＋]?[8８][6６]${gap})?${run([one, '[3-9３-９]', ...some(9)])}${after}`
const fixed = `${before}${area}${gap}${run(some(7))}(?:${gap}${digit})?${after}`
/** A local number of seven or eight digits is a telephone only where the words say so. */
const date = `[2２][0０]${digit}{2}${gap}[01０１]${digit}${gap}[0-3０-３]${digit}(?!${digit})`
const local = `(?<=${said})(?!${date})${run(some(7))}(?:${gap}${digit})?${after}`
const numbers = [identity, mobile, fixed, local].map((pattern) => new RegExp(pattern, 'giu'))

/** What a person wrote, on its way before the public: telephone and identity numbers are struck out, sums, dates and reference numbers stand (个人信息保护法 第二十五条). */
export function masked(words: string): string
export function masked(words: string | null): string | null
export function masked(words: string | null | undefined): string | null | undefined
export function masked(words: string | null | undefined) {
  return words ? numbers.reduce((text, number) => text.replace(number, '***'), words) : words
}

/** A row with these of its words as everybody may read them. */
export const maskedIn = <Row extends object, Field extends keyof Row>(
  row: Row,
  fields: readonly Field[],
): Row => ({
  ...row,
  ...Object.fromEntries(
    fields.map((field) => {
      const words = row[field]
      return [field, typeof words === 'string' ? masked(words) : words]
    }),
  ),
})

const ofPersons = [identity, mobile].map((pattern) => new RegExp(pattern, 'giu'))

/**
 * What somebody in office writes for everybody, as it is stored: a mobile or identity number has slipped in from a
 * letter or a form and is struck out; the landline of a service stands, for it is to be called (个人信息保护法 第六条).
 */
export const struck = <Words extends string | null | undefined>(words: Words): Words =>
  (words ? ofPersons.reduce<string>((text, number) => text.replace(number, '***'), words) : words) as Words

/** A row with all its words struck, of those fields alone where some are named. */
export const struckIn = <Row extends object>(
  row: Row,
  fields: readonly (keyof Row)[] = Object.keys(row) as (keyof Row)[],
): Row => ({
  ...row,
  ...Object.fromEntries(
    fields
      .filter((field) => typeof row[field] === 'string')
      .map((field) => [field, struck(row[field] as string)]),
  ),
})
