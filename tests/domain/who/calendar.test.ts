import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { calendarChanges, calendarYears, journal } from '#db/schema/index.ts'
import { calendarPage, tryCalendar } from '#domain/open/calendar-page.ts'
import { deskOfCalendar } from '#domain/open/uncovered.ts'
import { checkNotice } from '#domain/who/seat/check-notice.ts'
import { calendarForm, enterCalendar } from '#domain/who/seat/enter-calendar.ts'
import { readNotice } from '#domain/who/seat/read-notice.ts'
import { approvedPlan } from '#tests/support/plan.ts'
import { world, years } from '#tests/support/world.ts'

/** 国务院办公厅关于2026年部分节假日安排的通知, its paragraphs as published. */
const notice2026 = `一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
五、端午节：6月19日（周五）至21日（周日）放假，共3天。
六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。`
const source = '国办发明电〔2026〕1号（测试）'

test('a pasted notice is read into the very days that were typed by hand', () => {
  const known = years.find((y) => y.year === 2026)!
  const read = readNotice(notice2026, 2026)
  expect(read.holidays).toEqual([...known.holidays].sort())
  expect(read.workdays).toEqual([...known.workdays].sort())
  expect(checkNotice(2026, read)).toEqual([])
  expect(readNotice('2027-01-01\n2027-01-02，2027-01-01', 2027).holidays).toEqual([
    '2027-01-01',
    '2027-01-02',
  ])
})

test('what is wrong with a notice stops it, what is odd asks for a second look', () => {
  const doubts = (holidays: string[], workdays: string[] = []) =>
    checkNotice(2027, { holidays, workdays }).map(({ key, how }) => `${how} ${key}`)
  const usual = readNotice(
    '1月1日至3日放假。2月5日至11日放假。5月1日至5日放假。10月1日至7日放假。',
    2027,
  ).holidays
  expect(doubts(usual)).toEqual([])
  expect(doubts([...usual, '2027-02-30'])).toEqual(['stop not-a-date'])
  expect(doubts([...usual, '2028-01-01'])).toEqual(['stop other-year'])
  expect(doubts(usual, ['2027-10-09', '2027-10-01'])).toEqual(['stop both', 'stop workday-on-weekday'])
  expect(doubts(usual.filter((d) => d !== '2027-10-01'))).toEqual(['look great-holiday-missing'])
  expect(doubts(usual.slice(0, 3))).toEqual(['look great-holiday-missing', 'look too-few'])
  expect(readNotice('13月40日放假', 2027).holidays).toEqual(['2027-13-40?'])
})

test('a try stores nothing and says which deadlines move; entering makes a version and a journal line', async () => {
  const town = await world()
  const admin = town.as('admin')
  const typed = calendarForm.parse({
    year: '2027',
    holidays:
      '元旦：1月1日至3日放假。春节：2月5日至11日放假。劳动节：5月1日至5日放假。国庆节：10月1日至7日放假。1月4日（周一）放假。',
    workdays: '2027-02-20',
    source,
  })
  const tried = await tryCalendar(admin, typed)
  expect(tried.doubts).toEqual([])
  expect(await town.db.select().from(calendarYears).where(eq(calendarYears.year, 2027))).toEqual([])
  const confirm = tried.moves.find((m) => m.code === 'CONFIRM_WINNER')
  expect(confirm).toMatchObject({ from: '2026-12-25', was: null, now: '2027-01-05' })
  await enterCalendar(admin, typed)
  await enterCalendar(admin, { ...typed, source: '更正通知' })
  const [now] = await town.db.select().from(calendarYears).where(eq(calendarYears.year, 2027))
  expect(now).toMatchObject({ version: 2, source: '更正通知', workdays: ['2027-02-20'] })
  const changes = await town.db.select().from(calendarChanges).where(eq(calendarChanges.year, 2027))
  expect(changes.map((c) => c.version).sort()).toEqual([1, 2])
  const lines = await town.db.select().from(journal).where(eq(journal.action, 'calendar.enter'))
  expect(lines.map((l) => l.detail)).toContainEqual({ source: '更正通知', version: 2 })
})

test('only who may enters a calendar, and nothing that is wrong', async () => {
  const town = await world()
  const typed = { year: 2027, holidays: '2027-01-01', workdays: '', source }
  await expect(enterCalendar(town.as('handler'), typed)).rejects.toMatchObject({
    reason: 'needs-another-seat',
  })
  await expect(tryCalendar(town.as('handler'), typed)).rejects.toMatchObject({ reason: 'needs-another-seat' })
  const wrong = enterCalendar(town.as('admin'), { ...typed, workdays: '2027-01-04' })
  await expect(wrong).rejects.toMatchObject({ reason: 'calendar-workday-on-weekday' })
  expect(calendarForm.safeParse({ ...typed, source: '' }).success).toBe(false)
  expect(calendarForm.safeParse({ ...typed, year: 'x' }).success).toBe(false)
})

test('anyone signed in reads the years and their notices, without the form, the names and the deadlines that wait', async () => {
  const town = await world()
  await approvedPlan(town)
  await expect(calendarPage(town.as(null))).rejects.toMatchObject({ reason: 'sign-in-first' })
  for (const who of ['handler', 'resident1', 'signer1'] as const) {
    const page = await calendarPage(town.as(who))
    expect(page).toMatchObject({ enters: false, wanting: { years: [2027], live: null } })
    expect(page.years.map(({ year }) => year)).toEqual([2026, 2025])
    expect(JSON.stringify(page)).not.toContain('enteredBy')
  }
  expect((await calendarPage(town.as('dApprover'))).enters).toBe(true)
})

test('a live deadline in a year not covered is on the desk and on the page until the year is entered', async () => {
  const town = await world()
  const admin = town.as('admin')
  expect(await deskOfCalendar(town.db, admin)).toEqual([])
  const plan = await approvedPlan(town)
  expect(await deskOfCalendar(town.db, admin)).toMatchObject([{ params: { year: 2027, n: 1 }, kind: 'act' }])
  expect(await deskOfCalendar(town.db, town.as('handler'))).toEqual([])
  const { wanting } = await calendarPage(admin)
  expect(wanting).toMatchObject({ years: [2027], live: [{ kind: 'plan', on: plan.to }] })
  town.clock.set(new Date('2026-11-02T00:00:00+08:00'))
  expect((await calendarPage(admin)).wanting.years).toEqual([2027])
})
