import type { Lang } from '#app/i18n/index.ts'
import { useLang, useT } from '#app/i18n/use-t.ts'

type When = Date | number | string
const zone = 'Asia/Shanghai'
const cached = <Made>(make: (lang: Lang) => Made) => {
  const made = new Map<Lang, Made>()
  return (lang: Lang) => {
    const found = made.get(lang) ?? make(lang)
    made.set(lang, found)
    return found
  }
}
const parts = cached(
  (lang) =>
    new Intl.DateTimeFormat(lang, {
      timeZone: zone,
      year: 'numeric',
      month: lang === 'en' ? 'short' : 'numeric',
      day: 'numeric',
      weekday: 'short',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    }),
)
const exact = new Intl.NumberFormat('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 })
const plain = new Intl.NumberFormat('en', { maximumFractionDigits: 4 })

const partsOf = (lang: Lang, when: When) => {
  const legal = typeof when === 'string' && /^\d{4}-\d\d-\d\d$/.test(when)
  const instant = new Date(legal ? `${when}T00:00:00+08:00` : when)
  return Object.fromEntries(
    parts(lang)
      .formatToParts(instant)
      .map(({ type, value }) => [type, value]),
  )
}

const freely = (words: string) => words
/** On a page a date is never broken within; in a file or a message it is plain text. */
const tied = (words: string) => words.replaceAll(' ', '\u00a0').replace('周', '周\u2060')

/** Days and hours, each as the language writes it. */
const daysOf = (lang: Lang, tie: typeof freely) => {
  const at = (when: When) => partsOf(lang, when)
  return {
    day: (when: When) => {
      const p = at(when)
      return tie(lang === 'en' ? `${p.day} ${p.month} ${p.year}` : `${p.year} 年 ${p.month} 月 ${p.day} 日`)
    },
    short: (when: When) => {
      const p = at(when)
      return tie(lang === 'en' ? `${p.day} ${p.month}` : `${p.month} 月 ${p.day} 日`)
    },
    weekday: (when: When) => (lang === 'en' ? ` (${at(when).weekday})` : tie(`（${at(when).weekday}）`)),
    clock: (when: When) => `${at(when).hour}:${at(when).minute}`,
  }
}

/** Numbers are written alike in both languages. */
const numbers = {
  /** Whole or decimal numbers, grouped. */
  number: (value: number) => plain.format(value),
  /** A share from 0 to 1. */
  percent: (share: number) => `${plain.format(Math.round(share * 10_000) / 100)}%`,
  /** 分 as ¥120,000.00. */
  money: (fen: number) => `${fen < 0 ? '−' : ''}¥${exact.format(Math.abs(fen) / 100)}`,
}

const wordsOf = (lang: Lang, tie = freely) => {
  const { day, short, weekday, clock } = daysOf(lang, tie)
  const dateTime = (when: When) => `${day(when)} ${clock(when)}`
  const before = (when: Date | number) => new Date(when).getTime() - 1
  return {
    /** 2026 年 11 月 23 日 */
    day,
    /** 2026 年 11 月 23 日（周一） */
    date: (when: When) => day(when) + weekday(when),
    /** 11 月 23 日（周一） */
    shortDate: (when: When) => short(when) + weekday(when),
    /** 11 月 23 日 */
    short,
    time: clock,
    dateTime,
    /** The end of a period; a period that ends at midnight ends with the day before, at 24:00. */
    end: (when: Date | number) => (clock(when) === '00:00' ? `${day(before(when))} 24:00` : dateTime(when)),
    /** The last day of a period. */
    lastDay: (when: Date | number) => short(before(when)),
    ...numbers,
  }
}
/** The same words for the server: notices, messages, files. */
export const formatter = cached((lang) => wordsOf(lang))
const onPage = cached((lang) => wordsOf(lang, tied))

/** Dates, numbers and money as this page's readers write them; days are days in Shanghai. */
export const useFormat = () => {
  const t = useT()
  const lang = useLang()
  return {
    ...onPage(lang),
    /** 分 in 万元, or whole yuan where people do not count in 万; for summaries only. */
    wan: (fen: number) => t('money.wan', { n: plain.format(fen / (lang === 'en' ? 100 : 1_000_000)) }),
  }
}

export type Format = ReturnType<typeof useFormat>
