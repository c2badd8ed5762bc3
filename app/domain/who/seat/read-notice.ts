import { addDays } from '../../dates.ts'
import { isDate } from '../../typed-date.ts'

export type NoticeDays = { holidays: string[]; workdays: string[] }

const chinese =
  /(?:(\d{1,2})月)?(\d{1,2})日(?:（[^）]*）|\([^)]*\))?(?:\s*(?:至|到|-|—|－|~)\s*(?:(\d{1,2})月)?(\d{1,2})日)?/g
const two = (n: number | string) => String(n).padStart(2, '0')
const days = (from: string, to: string) => {
  const all = []
  for (let at = from; at <= to && all.length < 40; at = addDays(at, 1)) all.push(at)
  return all
}

/** The dates of one sentence: `1月1日（周四）至3日（周六）` is three days. A month said once holds until another is said. */
function datesIn(sentence: string, year: number): string[] {
  let month = ''
  return [...sentence.matchAll(chinese)].flatMap(([, m, d, toMonth, toDay]) => {
    month = m ?? month
    const from = `${year}-${two(month || 0)}-${two(d!)}`
    const to = toDay ? `${year}-${two(toMonth ?? (month || 0))}-${two(toDay)}` : from
    return isDate(from) && isDate(to) ? days(from, to) : [`${from}?`]
  })
}

/** 节假日安排 as the notice says it, sentence by sentence: 放假 are holidays, 上班 are working days. */
function fromWords(words: string, year: number): NoticeDays {
  const sentences = words.split(/[。；;\n]/).filter((s) => /\d{1,2}日/.test(s))
  const of = (pattern: RegExp) => sentences.filter((s) => pattern.test(s)).flatMap((s) => datesIn(s, year))
  return { holidays: of(/放假/), workdays: of(/上班/) }
}

/** Reads a pasted notice of a year, or a bare list of dates; a date it cannot read keeps a mark `?`. */
export function readNotice(typed: string, year: number): NoticeDays {
  const words = typed.normalize('NFKC').replace(/\(/g, '（').replace(/\)/g, '）')
  const read = /\d{1,2}月\d{1,2}日/.test(words)
    ? fromWords(words, year)
    : { holidays: words.split(/[\s,，、;；]+/).filter(Boolean), workdays: [] }
  const tidy = (list: string[]) => [...new Set(list)].sort()
  return { holidays: tidy(read.holidays), workdays: tidy(read.workdays) }
}
