import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { expect, onTestFinished, test } from 'vitest'
import { addFacts } from '#domain/open/flags/add-facts.ts'
import { factsOf } from '#domain/open/flags/facts.ts'
import { fencesOf, isHigh, isLow, quantile } from '#domain/open/flags/fences.ts'
import { gather } from '#domain/open/flags/read-lines.ts'
import type { FlagCode } from '#domain/open/flags/rules.ts'
import { flagsOf } from '#domain/open/flags/run-flags.ts'
import { type FactsShape, facts } from '#tests/support/flag-facts.ts'

const raised = (code: FlagCode, ...processes: ReturnType<typeof facts>[]) =>
  flagsOf(processes).filter((f) => f.code === code)
const subjects = (code: FlagCode, ...processes: ReturnType<typeof facts>[]) =>
  raised(code, ...processes).map((f) => f.subject)
const bid = (who: string, amount: number, more: Partial<FactsShape['bids'][number]> = {}) => ({
  who,
  amount,
  ...more,
})

test('R003: one day short of the route’s least is short; of no route known, fifteen are the least', () => {
  const open = (days: number, leastDays: number | null) => facts({ ocid: 'a', days, leastDays })
  expect(raised('R003', open(10, 10))).toEqual([])
  expect(raised('R003', open(9, 10))).toMatchObject([{ figures: { days: 9, least: 10 } }])
  expect(raised('R003', open(9.99, 10))).toHaveLength(1)
  expect(raised('R003', open(15, null))).toEqual([])
  expect(raised('R003', open(14, null))).toMatchObject([{ figures: { days: 14, least: 15 } }])
})

test('R018: one tenderer in an open or selective call, and in no other', () => {
  const call = (method: string, bids: FactsShape['bids']) => facts({ ocid: 'a', method, bids })
  expect(subjects('R018', call('open', [bid('A', 10)]))).toEqual(['a'])
  expect(subjects('R018', call('selective', [bid('A', 10)]))).toEqual(['a'])
  expect(subjects('R018', call('open', [bid('A', 10), bid('B', 12)]))).toEqual([])
  expect(subjects('R018', call('direct', [bid('A', 10)]))).toEqual([])
  expect(subjects('R018', call('limited', [bid('A', 10)]))).toEqual([])
  expect(subjects('R018', facts({ ocid: 'a', method: 'open', numberOfTenderers: 1 }))).toEqual(['a'])
  expect(subjects('R018', facts({ ocid: 'a', method: 'open' }))).toEqual([])
})

/** Processes whose winner took 100 and whose next asked as much more as is said. */
const spread = (...percents: number[]) =>
  percents.map((percent, at) =>
    facts({ ocid: `p${at}`, bids: [bid('A', 100, { wins: true }), bid('B', 100 + percent)] }),
  )
test('R024 and R058: at the fence or beyond it, and not a hair inside', () => {
  // Q1 10, Q3 12 of the middle ones: fences at 7 and 15.
  expect(fencesOf([10, 10, 10, 12, 12, 12, 12].map((n) => n / 100))).toMatchObject({ q1: 0.1, q3: 0.12 })
  const rest = [10, 10, 10, 10, 11, 12, 12, 12, 12]
  expect(subjects('R024', ...spread(...rest, 7))).toEqual(['p9'])
  expect(subjects('R024', ...spread(...rest, 8))).toEqual([])
  expect(subjects('R058', ...spread(...rest, 15))).toEqual(['p9'])
  expect(subjects('R058', ...spread(...rest, 14))).toEqual([])
  const [told] = raised('R058', ...spread(...rest, 40))
  expect(told!.figures).toMatchObject({ ratio: 0.4, winning: 100, second: 140, compared: 10, fence: 0.15 })
  expect(told!.figures.quartiles).toContain('R-7')
})
test('where all are alike nobody stands out; one who differs from all alike does', () => {
  expect(raised('R024', ...spread(5, 5, 5, 5))).toEqual([])
  expect(raised('R058', ...spread(5))).toEqual([])
  expect(subjects('R058', ...spread(5, 5, 5, 5, 5, 6))).toEqual(['p5'])
})

test('R025: who bids as often as the busiest quarter and wins at or below the fence', () => {
  const calls = (n: number, wins: number, who: string, rival: string) =>
    Array.from({ length: n }, (_, at) =>
      facts({
        ocid: `${who}${at}`,
        bids: [bid(who, 10, { wins: at < wins }), bid(rival, 12, { wins: at >= wins })],
      }),
    )
  const usual = ['B', 'C', 'D', 'E', 'F', 'G'].flatMap((who) => calls(8, 4, who, `${who}-rival`))
  const loser = (wins: number) => [...usual, ...calls(8, wins, 'L', 'L-rival')]
  expect(subjects('R025', ...loser(0))).toEqual(['tenderer:L'])
  expect(subjects('R025', ...loser(4))).toEqual([])
  const seldom = [...usual, ...calls(2, 0, 'L', 'L-rival')]
  expect(subjects('R025', ...seldom)).toEqual([])
})

test('R028: two bodies at one price; not one body twice, nor two prices a 分 apart', () => {
  const priced = (...bids: FactsShape['bids']) => subjects('R028', facts({ ocid: 'a', bids }))
  expect(priced(bid('A', 100), bid('B', 100))).toEqual(['a'])
  expect(priced(bid('A', 100), bid('B', 100.01))).toEqual([])
  expect(priced(bid('A', 100), bid('A', 100))).toEqual([])
  expect(priced(bid('A', 100), bid('B', 100, { status: 'withdrawn' }))).toEqual([])
})

test('R030: a winner one minute late; not one on the stroke, nor a loser that was late', () => {
  const at = (minutes: number, wins: boolean) =>
    raised(
      'R030',
      facts({
        ocid: 'a',
        days: 20,
        bids: [bid('A', 9, { wins, minutesLate: minutes }), bid('B', 10, { wins: !wins, minutesLate: -5 })],
      }),
    )
  expect(at(1, true)).toMatchObject([{ figures: { minutes: 1 } }])
  expect(at(0, true)).toEqual([])
  expect(at(1, false)).toEqual([])
})

test('R035: every other one out; not where one other stands, nor where there was no other', () => {
  const out = { status: 'disqualified' }
  const won = bid('A', 10, { wins: true })
  const call = (...bids: FactsShape['bids']) => raised('R035', facts({ ocid: 'a', bids }))
  expect(call(won, bid('B', 9, out), bid('C', 8, out))).toMatchObject([{ figures: { disqualified: 2 } }])
  expect(call(won, bid('B', 9, out))).toHaveLength(1)
  expect(call(won, bid('B', 9, out), bid('C', 11))).toEqual([])
  expect(call(won)).toEqual([])
})

test('R036: the lowest out and another awarded; not where the lowest won, or stood and lost', () => {
  const out = { status: 'disqualified' }
  const call = (...bids: FactsShape['bids']) => raised('R036', facts({ ocid: 'a', bids }))
  expect(call(bid('A', 10, { wins: true }), bid('B', 9, out))).toMatchObject([
    { figures: { lowest: 9, awarded: 10 } },
  ])
  expect(call(bid('A', 10, { wins: true }), bid('B', 11, out))).toEqual([])
  expect(call(bid('A', 10, { wins: true }), bid('B', 9))).toEqual([])
  expect(call(bid('A', 10), bid('B', 9, out))).toEqual([])
})

test('R038: at a buyer, a procuring entity or of a tenderer, at the upper fence and not below it', () => {
  const shop = (buyer: string, out: number, of: number) =>
    Array.from({ length: of }, (_, at) =>
      facts({
        ocid: `${buyer}${at}`,
        buyer,
        procuringEntity: `${buyer}-committee`,
        bids: [bid(`${buyer}-${at}`, 10 + at, at < out ? { status: 'disqualified' } : {})],
      }),
    )
  const usual = [1, 1, 2, 2, 1, 2].flatMap((out, at) => shop(`b${at}`, out, 10))
  // Q1 0.1, Q3 0.2 with the odd one in: the fence is at 0.35.
  expect(subjects('R038', ...usual, ...shop('odd', 4, 10)).filter((s) => !s.startsWith('tenderer'))).toEqual([
    'buyer:odd',
    'procuringEntity:odd-committee',
  ])
  expect(subjects('R038', ...usual, ...shop('odd', 3, 10)).filter((s) => s.startsWith('buyer'))).toEqual([])
  const clean = ['x', 'y', 'z'].flatMap((b) => shop(b, 0, 3))
  expect(raised('R038', ...clean)).toEqual([])
})

test('quartiles lie within the values, and fences never within the quartiles', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 40 }),
      (values) => {
        const f = fencesOf(values)!
        expect(f.q1).toBeGreaterThanOrEqual(Math.min(...values))
        expect(f.q3).toBeLessThanOrEqual(Math.max(...values))
        expect(f.lower).toBeLessThanOrEqual(f.q1)
        expect(f.upper).toBeGreaterThanOrEqual(f.q3)
        const middle = quantile(
          values.toSorted((a, b) => a - b),
          0.5,
        )
        expect([isLow(middle, f), isHigh(middle, f)].filter(Boolean).length).toBeLessThan(2)
      },
    ),
    { numRuns: 100 },
  )
  expect(fencesOf([])).toBeNull()
  expect(quantile([1, 2, 3, 4], 0.25)).toBe(1.75)
})

/** A release of another publisher, as short as it may be. */
const said = (more: object) => factsOf({ ocid: 'x', ...more })!
const offer = (id: string, who: string | null, amount: number, status = 'valid', currency = 'CNY') => ({
  id,
  status,
  value: { amount, currency },
  ...(who ? { tenderers: [{ id: who }] } : {}),
})
const process = (details: object[], awards: object[] = [{ id: 1, status: 'active', relatedBid: '1' }]) =>
  said({ bids: { details }, awards })
const codesOf = (...processes: ReturnType<typeof facts>[]) => flagsOf(processes).map((f) => f.code)

test('prices of two currencies are never set against one another', () => {
  const foreign = process([
    offer('1', 'A', 700),
    offer('2', 'B', 100, 'disqualified', 'USD'),
    offer('3', 'C', 900),
  ])
  expect(codesOf(foreign)).toEqual([])
  const unnamed = process([
    offer('1', 'A', 700),
    { ...offer('2', 'B', 100, 'disqualified'), value: { amount: 100 } },
  ])
  expect(raised('R036', unnamed)).toMatchObject([{ figures: { lowest: 100, awarded: 700 } }])
  const near = Array.from({ length: 8 }, () => process([offer('1', 'A', 100), offer('2', 'B', 110)]))
  const far = process([offer('1', 'A', 100), offer('2', 'B', 720, 'valid', 'JPY'), offer('3', 'C', 110)])
  expect(raised('R058', ...near, far)).toEqual([])
})

test('R035: the winner’s own second bid, and one taken back, stand for nobody else', () => {
  const out = offer('2', 'B', 90, 'disqualified')
  expect(raised('R035', process([offer('1', 'A', 100), out, offer('3', 'A', 120)]))).toMatchObject([
    { figures: { bids: 3, disqualified: 1 } },
  ])
  expect(raised('R035', process([offer('1', 'A', 100), out, offer('3', 'C', 95, 'withdrawn')]))).toHaveLength(
    1,
  )
  expect(raised('R035', process([offer('1', 'A', 100), out, offer('3', 'C', 95)]))).toEqual([])
})

test('R036: an award that names no bid still went to another; one to the lowest itself did not', () => {
  const bids = [offer('1', 'A', 9, 'disqualified'), offer('2', 'B', 10)]
  const told = (award: object) => raised('R036', process(bids, [{ status: 'active', ...award }]))
  expect(told({})).toMatchObject([{ figures: { lowest: 9, awarded: null } }])
  expect(told({ suppliers: [{ id: 'C' }], value: { amount: 12 } })).toMatchObject([
    { figures: { awarded: 12 } },
  ])
  expect(told({ relatedBid: 'lost', suppliers: [{ id: 'B' }] })).toMatchObject([{ figures: { awarded: 10 } }])
  expect(told({ suppliers: [{ id: 'A' }] })).toEqual([])
  expect(told({ status: 'cancelled' })).toEqual([])
})

test('R018 and R028: who was only asked is no tenderer, and a bid of nobody is not another’s', () => {
  const asked = { method: 'open', details: [offer('1', 'A', 5), offer('2', 'B', 5, 'invited')] }
  const call = { tender: { procurementMethod: asked.method }, bids: { details: asked.details } }
  expect(codesOf(said(call))).toEqual(['R018'])
  expect(codesOf(process([offer('1', 'A', 5), offer('2', null, 5), offer('3', null, 5)], []))).toEqual([])
})

test('releases are laid over one another by their dates, wherever they stand in the file', () => {
  const gathered = gather()
  const release = (date: string, tender: object) => JSON.stringify({ ocid: 'a', date, tender })
  gathered.take(release('2026-03-01T00:00:00Z', { numberOfTenderers: 3, procurementMethod: 'open' }))
  gathered.take(release('2026-01-01T00:00:00Z', { numberOfTenderers: 1, procurementMethod: 'selective' }))
  gathered.take(release('2026-02-01T00:00:00Z', { procurementMethod: 'direct' }))
  expect(gathered.all()).toMatchObject([{ numberOfTenderers: 3, method: 'open' }])
})

test('a time without a zone is the same on every machine', () => {
  const period = { startDate: '2026-03-02T09:00:00', endDate: '2026-03-17' }
  expect(said({ tender: { tenderPeriod: period } })).toMatchObject({
    from: Date.parse('2026-03-02T09:00:00Z'),
    until: Date.parse('2026-03-17T00:00:00Z'),
  })
})

test('a release of 1.0, without parties, is read by what it has; odd values are not there', () => {
  const old = {
    ocid: 'ocds-213czf-1',
    buyer: { identifier: { scheme: 'GB-LAC', id: 'E09' }, name: 'Council' },
    tender: { procurementMethod: 'open', tenderPeriod: { startDate: '2015-01-01T00:00:00Z', endDate: null } },
    awards: [{ id: 1, suppliers: [{ name: 'Shop' }], value: { amount: '90' } }],
    bids: {
      details: [{ id: 7, value: { amount: 'lots' }, tenderers: [{ name: 'Shop' }], date: 'soon' }, null, 3],
    },
  }
  expect(factsOf(old)).toMatchObject({
    buyer: 'GB-LAC-E09',
    until: null,
    awards: [{ id: '1', suppliers: ['Shop'], amount: 90 }],
    names: { 'GB-LAC-E09': 'Council' },
  })
  expect(factsOf(old)!.bids[0]).toMatchObject({ id: '7', amount: null, at: null, tenderers: ['Shop'] })
  expect(() => flagsOf([factsOf(old)!])).not.toThrow()
  for (const odd of [null, 3, 'x', [], {}, { ocid: '' }, { ocid: {} }]) expect(factsOf(odd)).toBeNull()
  expect(factsOf({ ocid: 'a', bids: 5, awards: 'no', tender: [], buyer: 1 })).toMatchObject({
    bids: [],
    awards: [],
  })
})

test('a later release adds to what is known and takes nothing away', () => {
  const first = facts({ ocid: 'a', days: 20, bids: [bid('A', 10), bid('B', 12)] })
  const later = factsOf({
    ocid: 'a',
    awards: [{ id: 'w', status: 'active', relatedBid: 'A' }],
    bids: { details: [{ id: 'A', status: 'valid' }] },
  })!
  const both = addFacts(first, later)
  expect(both.bids).toMatchObject([
    { id: 'A', amount: 10, status: 'valid' },
    { id: 'B', amount: 12 },
  ])
  expect(both.until).toBe(first.until)
  expect(both.awards).toHaveLength(1)
})

test('bad lines are named and skipped; packages and records may stand on a line', () => {
  const gathered = gather()
  const release = { ocid: 'a', tender: { numberOfTenderers: 1, procurementMethod: 'open' } }
  const lines = [
    `\ufeff${JSON.stringify(release)}`,
    '{"ocid": "b", ',
    '',
    '[1,2]',
    JSON.stringify({ releases: [{ ocid: 'c' }, { id: 'nobody' }] }),
    JSON.stringify({ records: [{ ocid: 'd', compiledRelease: { ocid: 'd' } }] }),
    JSON.stringify([{ ocid: 'e' }, { ocid: 'f', compiledRelease: { title: 'no ocid of its own' } }]),
    JSON.stringify({ records: [{ ocid: 'g', releases: [{ url: 'https://else.where/1' }] }] }),
    JSON.stringify({ records: [{ ocid: 'h', releases: [{ ocid: 'h' }] }, null] }),
    `${'{"records":['.repeat(5000)}${']}'.repeat(5000)}`,
  ]
  for (const line of lines) gathered.take(line)
  expect(gathered.all().map((p) => p.ocid)).toEqual(['a', 'c', 'd', 'e', 'f', 'h'])
  expect(gathered.skipped).toEqual([
    { line: 2, why: 'not-json' },
    { line: 4, why: 'no-ocid' },
    { line: 5, why: 'no-ocid' },
    { line: 8, why: 'only-links' },
    { line: 9, why: 'no-ocid' },
    { line: 10, why: 'no-ocid' },
  ])
})

/** What the program says of a file on either channel, and how it ended. */
function ran(name: string, text: string) {
  const folder = mkdtempSync(path.join(tmpdir(), 'flags-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const file = path.join(folder, name)
  writeFileSync(file, text)
  const { stdout, stderr, status } = spawnSync('node_modules/.bin/tsx', ['bin/redflags.ts', file], {
    encoding: 'utf8',
  })
  return {
    flags: stdout
      .trim()
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line)),
    stderr,
    status,
  }
}
const alone = { ocid: 'a', title: 'a\u2028b', tender: { numberOfTenderers: 1, procurementMethod: 'open' } }
const flagged = [{ code: 'R018', subject: 'a', ocid: 'a', figures: { tenderers: 1, method: 'open' } }]

test('the program prints one flag a line and says on the other channel what it left out', () => {
  const { flags, stderr, status } = ran('some.jsonl', `${JSON.stringify(alone)}\nnot json\n`)
  expect(flags).toEqual(flagged)
  expect(stderr).toContain('line 2 is no JSON and was left out')
  expect(status).toBe(0)
})

test('a package written on many lines is read whole, whatever its file is called', () => {
  const text = JSON.stringify({ releases: [{ ...alone, tag: ['tender'] }] }, null, 2)
  expect(ran('package.jsonl', text)).toMatchObject({ flags: flagged, status: 0 })
})
