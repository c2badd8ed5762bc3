import { isDate } from '../../typed-date.ts'
import type { NoticeDays } from './read-notice.ts'

/** What looks wrong in a year's notice: `stop` cannot be entered, `look` needs a second look. */
export type Doubt = { key: string; how: 'stop' | 'look'; dates: string[] }

const weekend = (date: string) => [0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay())
/** Days on which every notice so far gave a holiday (全国年节及纪念日放假办法): one missing is a slip of the hand. */
const always = ['01-01', '05-01', '05-02', '10-01', '10-02', '10-03']

/** 核对放假安排: dates of the year, none twice, make-up days on weekends, no great holiday left out. */
export function checkNotice(year: number, { holidays, workdays }: NoticeDays): Doubt[] {
  const all = [...holidays, ...workdays]
  const found: Doubt[] = [
    { key: 'not-a-date', how: 'stop', dates: all.filter((d) => !isDate(d)) },
    { key: 'other-year', how: 'stop', dates: all.filter((d) => isDate(d) && !d.startsWith(`${year}-`)) },
    { key: 'both', how: 'stop', dates: holidays.filter((d) => workdays.includes(d)) },
    { key: 'workday-on-weekday', how: 'stop', dates: workdays.filter((d) => isDate(d) && !weekend(d)) },
    {
      key: 'great-holiday-missing',
      how: 'look',
      dates: always.map((d) => `${year}-${d}`).filter((d) => !holidays.includes(d)),
    },
    { key: 'too-few', how: 'look', dates: holidays.length < 11 ? [String(holidays.length)] : [] },
    { key: 'too-many', how: 'stop', dates: all.length > 60 ? [String(all.length)] : [] },
  ]
  return found.filter((doubt) => doubt.dates.length > 0)
}
