import { beforeAll, expect, test } from 'vitest'
import { methodRows } from '#domain/buy/plan/methods-data.ts'
import { compileReleases } from '#domain/open/ocds/merge.ts'
import type { Json } from '#domain/open/ocds/words.ts'
import {
  danglingReferences,
  incoherences,
  ocdsPresent,
  releasesIn,
  strayCodes,
  validators,
} from '../support/ocds.ts'
import { everyRouteYear } from '../support/ocds-routes.ts'
import type { Town } from '../support/world.ts'

let town: Town
let rows: Awaited<ReturnType<typeof releasesIn>>
const processes = () => [...Map.groupBy(rows, (row) => row.ocid).values()]
/** The releases of the purchases made by one route, named as the route is. */
const byRoute = (code: string) => {
  const { name } = methodRows.find((m) => m.code === code)!
  return processes().filter((of) =>
    of.some(({ release }) => (release.tender as Json | undefined)?.procurementMethodDetails === name),
  )
}
const tagsOf = (code: string) => byRoute(code).map((of) => of.map((row) => row.tag))
beforeAll(async () => {
  town = await everyRouteYear()
  rows = await releasesIn(town.db)
}, 240_000)

test.skipIf(!ocdsPresent)(
  'every release of every route is valid, and every code stands in its list',
  async () => {
    const { release } = await validators()
    for (const row of rows)
      expect([row.id, ...release(row.release), ...strayCodes(row.release)]).toEqual([row.id])
  },
)

test('every route is told, from its notice to its contract', () => {
  for (const { code } of methodRows) expect([code, byRoute(code).length > 0]).toEqual([code, true])
  const whole = ['tender', 'award', 'awardUpdate', 'contract']
  expect(tagsOf('MICRO_GRANT')).toEqual([['planning', ...whole]])
  expect(tagsOf('SELF_SELECT')).toEqual([['planning', ...whole]])
  expect(tagsOf('OPEN_TENDER')).toEqual([['planning', 'planningUpdate', ...whole]])
  expect(tagsOf('SINGLE_SOURCE')[0]!.slice(0, 5)).toEqual(['planning', ...Array(4).fill('planningUpdate')])
})

test('an agreement is told as one process: the call, each admission, each signature, totals of orders, its end', () => {
  const [of] = byRoute('FRAMEWORK_OPEN')
  expect(of!.map((row) => row.tag)).toEqual([
    'planning',
    'planningUpdate',
    'tender',
    'award',
    'awardUpdate,contract',
    'award',
    'awardUpdate,contract',
    'implementation',
    'contractUpdate',
    'tenderUpdate',
    'tenderUpdate,contractTermination',
  ])
  const compiled = compileReleases(of!.map((row) => row.release))
  const [first, second] = compiled.contracts as Json[]
  // Eleven orders were confirmed; ten are told, and none of them by itself.
  expect(first).toMatchObject({ status: 'terminated', value: { amount: 800, currency: 'CNY' } })
  const running = compileReleases(of!.slice(0, -1).map((row) => row.release)).contracts as Json[]
  expect(running[0]!.status, 'what was ordered is still carried out').toBe('active')
  expect(first!.implementation).toMatchObject({
    metrics: [{ id: 'orders', observations: [{ measure: 10 }] }],
  })
  expect(second).toMatchObject({ status: 'terminated', value: { amount: 0 } })
  expect((compiled.tender as Json).status).toBe('complete')
  expect(of!.map((row) => row.json).join()).not.toMatch(/DD-2026|resident1|女儿/)
})

test('minor works are told with every quote, a choice that fell away, the order and what was paid', () => {
  const [done, stopped] = byRoute('MINSHENG_MINOR')
  expect(done!.map((row) => row.tag)).toEqual([
    'planning',
    'tender',
    'award',
    'awardCancellation',
    'award',
    'contract',
    'implementation',
    'implementationUpdate',
    'implementationUpdate',
    'implementationUpdate,contractTermination',
  ])
  const early = done!.filter((row) => /^(planning|tender)/.test(row.tag))
  for (const { json } of early) expect(json).not.toMatch(/"bids"|tenderer"|numberOfTenderers/)
  const compiled = compileReleases(done!.map((row) => row.release))
  expect((compiled.awards as Json[]).map((a) => a.status).sort()).toEqual(['active', 'cancelled'])
  expect((compiled.bids as Json).details).toHaveLength(3)
  expect(compiled.contracts).toMatchObject([
    {
      status: 'terminated',
      value: { amount: 52_000.01 },
      implementation: { finalValue: { amount: 52_000.01 } },
    },
  ])
  expect(stopped!.map((row) => row.tag)).toEqual(['planning', 'tender', 'tenderCancellation'])
  expect(stopped!.map((row) => row.json).join()).not.toMatch(/"bids"|(?<!\w)30000/)
})

test('what is told before any call: the intention, the single source, and objections to it', () => {
  const [of] = byRoute('SINGLE_SOURCE')
  const compiled = compileReleases(of!.map((row) => row.release))
  const papers = ((compiled.planning as Json).documents as Json[]).filter(
    (d) => d.documentType === 'plannedProcurementNotice',
  )
  expect(papers.map((d) => d.id)).toEqual(['intention', 'direct'])
  expect(compiled.complaints).toMatchObject([{ type: 'objection', status: 'dismissed' }])
  expect((compiled.tender as Json).procurementMethod).toBe('direct')
})

test('a challenge and a complaint before any proposal are told as they go, and by whom is not', () => {
  const [of] = byRoute('COMPETITIVE_CONSULTATION')
  const early = of!.slice(
    0,
    of!.findIndex((row) => row.tag === 'award'),
  )
  expect(early.filter((row) => row.release.complaints)).toHaveLength(6)
  expect(early.map((row) => row.tag)).toEqual([
    'planning',
    'planningUpdate',
    'tender',
    ...Array(6).fill('tenderUpdate'),
  ])
  expect(early.at(-1)!.release.complaints).toMatchObject([
    { type: 'challenge', status: 'dismissed' },
    { type: 'complaint', status: 'dismissed' },
  ])
  expect(early.map((row) => row.json).join()).not.toMatch(/MJA1000|本地经验/)
})

test('every reference leads somewhere, and each process agrees with itself', () => {
  for (const of of processes()) {
    const releases = of.map((row) => row.release)
    for (const release of releases) expect(danglingReferences(release)).toEqual([])
    const compiled = compileReleases(releases)
    expect(danglingReferences(compiled)).toEqual([])
    expect(incoherences(compiled)).toEqual([])
  }
})
