import fc from 'fast-check'
import { expect, test } from 'vitest'
import { standingClock } from '#app/ports/clock.ts'
import { workCalendar } from '#app/ports/work-calendar.ts'
import { countTo } from '#domain/countdown.ts'
import { addDays, dateOf, endOf } from '#domain/dates.ts'
import { figures } from '#domain/figures.ts'
import { lastDay } from '#domain/parameters.ts'
import { years } from '#tests/support/settled-town.ts'

const calendar = workCalendar(years)
const clocks = figures.filter(({ unit }) => unit === 'wd' || unit === 'd')
/** Round the two long holidays of both years that are known, and the days of rest made up for them. */
const windows = [
  ['2025-01-20', '2025-02-12'],
  ['2025-09-22', '2025-10-14'],
  ['2026-02-05', '2026-03-03'],
  ['2026-09-14', '2026-10-13'],
] as const
const dayIn = fc
  .constantFrom(...windows)
  .chain(([from, to]) =>
    fc
      .integer({ min: 0, max: (Date.parse(to) - Date.parse(from)) / 86_400_000 })
      .map((n) => addDays(from, n)),
  )

/** Counted anew, day by day, from the notice alone. */
function counted(from: string, n: number) {
  const of = years.find((y) => y.year === Number(from.slice(0, 4)))!
  let at = from
  for (let left = n; left > 0; ) {
    at = addDays(at, 1)
    const weekend = [0, 6].includes(new Date(`${at}T12:00:00Z`).getUTCDay())
    const works = of.workdays.includes(at) || !(weekend || of.holidays.includes(at))
    if (works) left -= 1
  }
  return at
}

test('every legal clock ends on the day the notice gives, across Spring Festival and National Day', () => {
  fc.assert(
    fc.property(dayIn, fc.constantFrom(...clocks), (from, { value, unit }) => {
      const last = lastDay(calendar, from, value, unit)
      expect(last).toBe(unit === 'wd' ? counted(from, value) : addDays(from, value))
      if (unit === 'wd') expect(calendar.isWorkday(last)).toBe(true)
    }),
    { numRuns: 100 },
  )
})

test('a deadline is in time to its last second and late a second after, whichever clock and day', () => {
  fc.assert(
    fc.property(dayIn, fc.constantFrom(...clocks), (from, { code, value, unit, mark, certainty, source }) => {
      const on = lastDay(calendar, from, value, unit)
      const clock = standingClock(new Date(endOf(on).getTime() - 1000))
      const count = unit === 'wd' ? ('working' as const) : ('calendar' as const)
      const of = { code, on, count, mark, certainty, article: source }
      expect(countTo({ clock, calendar }, of)).toMatchObject({ late: false, left: 0 })
      clock.set(endOf(on))
      const after = countTo({ clock, calendar }, of)
      expect(after.late).toBe(true)
      expect(after.left).toBeLessThan(0)
      clock.set(new Date(endOf(from).getTime() - 1000))
      expect(dateOf(clock.now())).toBe(from)
      expect(countTo({ clock, calendar }, of).left).toBe(value)
    }),
    { numRuns: 100 },
  )
})

test('a later beginning never ends earlier, and one working day more never ends sooner', () => {
  fc.assert(
    fc.property(dayIn, fc.integer({ min: 1, max: 20 }), (from, n) => {
      const last = calendar.add(from, n)
      expect(calendar.add(addDays(from, 1), n) >= last).toBe(true)
      expect(calendar.add(from, n + 1) > last).toBe(true)
      expect(calendar.between(from, last)).toBe(n)
    }),
    { numRuns: 100 },
  )
})

test('every figure says its source and how sure it is; a remembered one is never called the law’s word', () => {
  for (const f of figures) {
    expect(f.source.length, f.code).toBeGreaterThan(4)
    expect('TERSM', f.code).toContain(f.certainty)
    if (f.mark === 'statute') expect(f.certainty, f.code).not.toBe('M')
  }
  expect(new Set(figures.map((f) => f.code)).size).toBe(figures.length)
})
