/** One year's 节假日安排. Dates are YYYY-MM-DD in Asia/Shanghai. */
export type CalendarYear = { year: number; holidays: readonly string[]; workdays: readonly string[] }

export type WorkCalendar = {
  covers: (year: number) => boolean
  isWorkday: (date: string) => boolean
  /** The date `n` working days after `date`; the first day is not counted. */
  add: (date: string, n: number) => string
  /** Working days after `from` up to and including `to`; negative when `to` is past. */
  between: (from: string, to: string) => number
}

/** Raised for a year whose holiday notice nobody has entered. */
export class YearNotCovered extends Error {
  readonly year: number
  constructor(year: number) {
    super(`no holiday notice for ${year}`)
    this.year = year
  }
}

const day = 86_400_000
export const addDays = (date: string, n: number) =>
  new Date(Date.parse(`${date}T00:00:00Z`) + n * day).toISOString().slice(0, 10)
const weekend = (date: string) => [0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay())

/** Working days by the notices entered; a year not entered is never guessed. */
export function workCalendar(years: readonly CalendarYear[]): WorkCalendar {
  const known = new Map(years.map((y) => [y.year, { off: new Set(y.holidays), on: new Set(y.workdays) }]))
  const isWorkday = (date: string) => {
    const year = known.get(Number(date.slice(0, 4)))
    if (!year) throw new YearNotCovered(Number(date.slice(0, 4)))
    return year.on.has(date) || (!year.off.has(date) && !weekend(date))
  }
  const add = (date: string, n: number) => {
    let at = date
    for (let left = n; left > 0; ) {
      at = addDays(at, 1)
      if (isWorkday(at)) left -= 1
    }
    return at
  }
  const count = (from: string, to: string) => {
    let n = 0
    for (let at = addDays(from, 1); at <= to; at = addDays(at, 1)) if (isWorkday(at)) n += 1
    return n
  }
  return {
    covers: (year) => known.has(year),
    isWorkday,
    add,
    between: (from, to) => (from <= to ? count(from, to) : -count(to, from)),
  }
}
