import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { SurveyQuestion, SurveyTally } from '#db/schema/ask.ts'
import { answerChannels } from '#db/vocabulary.ts'
import { bandOf, tellBuildings } from '#domain/ask/survey/cover-buildings.ts'
import type { Cell } from '#domain/ask/survey/suppress.ts'
import { suppressTable } from '#domain/ask/survey/suppress-table.ts'
import { reportOn, type SurveyReport } from '#domain/ask/survey/survey-report.ts'

const questions: SurveyQuestion[] = [
  { id: 'Q1', kind: 'single', text: '', options: ['a', 'b', 'c'], breakdown: true },
  { id: 'Q2', kind: 'single', text: '', options: ['p', 'q', 'r', 's'] },
  { id: 'Q3', kind: 'multiple', text: '', options: ['x', 'y', 'z'] },
  { id: 'Q4', kind: 'single', text: '', options: ['m', 'n'], breakdown: true },
]
const grids = ['G1', 'G2', 'G3'].map((id) => ({ id, name: id, households: 100 }))
const channels = answerChannels.filter((c) => c !== 'proxy')

/** One person's whole sheet: where, how, and what was answered. */
type Person = { channel: number; grid: number; Q1: number; Q2: number; Q3: number; Q4: number }
const skewed = (n: number) => fc.oneof(fc.constant(0), fc.constant(0), fc.nat(n - 1))
const person: fc.Arbitrary<Person> = fc.record({
  channel: skewed(channels.length),
  grid: skewed(grids.length),
  Q1: skewed(3),
  Q2: skewed(4),
  Q3: fc.nat(7),
  Q4: skewed(2),
})
const labelOf = (id: string, at: number) => questions.find((q) => q.id === id)!.options![at]!
const marksOf = (p: Person, id: 'Q1' | 'Q2' | 'Q3' | 'Q4') =>
  id === 'Q3'
    ? [0, 1, 2].filter((bit) => (p.Q3 >> bit) & 1).map((at) => labelOf(id, at))
    : [labelOf(id, p[id])]
const groupsOf = (p: Person): Record<string, string> => ({
  channel: channels[p.channel]!,
  grid: grids[p.grid]!.id,
  Q1: labelOf('Q1', p.Q1),
  Q4: labelOf('Q4', p.Q4),
})

/** The counts of these people, made without the product's own counting. */
function tallyOf(people: readonly Person[]): SurveyTally {
  const count = (of: readonly Person[], id: 'Q1' | 'Q2' | 'Q3' | 'Q4') => {
    const marks: Record<string, number> = {}
    for (const mark of of.flatMap((p) => marksOf(p, id))) marks[mark] = (marks[mark] ?? 0) + 1
    return { answered: of.length, marks }
  }
  const by = (group: string) => Map.groupBy(people, (p) => groupsOf(p)[group]!)
  const sizes = (group: string) => Object.fromEntries([...by(group)].map(([key, of]) => [key, of.length]))
  const ids = ['Q1', 'Q2', 'Q3', 'Q4'] as const
  return {
    sample: people.length,
    groups: { channel: sizes('channel'), grid: sizes('grid') },
    questions: Object.fromEntries(
      ids.map((id) => [
        id,
        {
          ...count(people, id),
          by: Object.fromEntries(
            ['channel', 'grid', 'Q1', 'Q4'].map((group) => [
              group,
              Object.fromEntries([...by(group)].map(([key, of]) => [key, count(of, id)])),
            ]),
          ),
        },
      ]),
    ),
  }
}

type Equation = { terms: Map<string, number>; sum: number }
/** Everything the published report says, as equations over its cells; a shown cell is an equation of its own. */
function equationsOf(report: SurveyReport) {
  const all: Equation[] = []
  const hidden = new Set<string>()
  const known = (name: string, cell: Cell) => {
    if (cell === null) hidden.add(name)
    else all.push({ terms: new Map([[name, 1]]), sum: cell })
  }
  const total = (names: readonly string[], of: { name: string } | { sum: number }) => {
    const terms = new Map(names.map((name) => [name, 1]))
    if ('name' in of) terms.set(of.name, -1)
    all.push({ terms, sum: 'sum' in of ? of.sum : 0 })
  }
  for (const [name, bars] of [['channel', report.channels] as const, ['grid', report.grids] as const]) {
    for (const { label, count } of bars) known(`${name}=${label}`, count)
    total(
      bars.map(({ label }) => `${name}=${label}`),
      { sum: report.sample },
    )
  }
  for (const question of report.questions) {
    const cell = (option: string) => `${question.id}=${option}`
    for (const { label, count } of question.bars) known(cell(label), count)
    // Everybody answered every question here: the worst case, in which every sum is known.
    const single = question.kind !== 'multiple'
    if (single)
      total(
        question.bars.map(({ label }) => cell(label)),
        { sum: report.sample },
      )
    for (const { by, rows } of question.by) {
      for (const { label, answered, cells } of rows) {
        known(`${by}=${label}`, answered)
        for (const [at, value] of cells.entries())
          if (!(value === null && !single && question.bars[at]!.count === null))
            known(pair(by, label, question.id, question.bars[at]!.label), value)
        if (single)
          total(
            question.bars.map((bar) => pair(by, label, question.id, bar.label)),
            { name: `${by}=${label}` },
          )
      }
      for (const bar of question.bars)
        total(
          rows.map(({ label }) => pair(by, label, question.id, bar.label)),
          { name: cell(bar.label) },
        )
    }
  }
  return { all, hidden }
}
/** The same two answers together are one cell, whichever table shows them. */
const pair = (by: string, group: string, id: string, option: string) =>
  [`${by}=${group}`, `${id}=${option}`].sort().join('&')

const P = 2_147_483_647n
const mod = (n: bigint) => ((n % P) + P) % P
function inverse(n: bigint): bigint {
  let [result, base, power] = [1n, mod(n), P - 2n]
  for (; power > 0n; power >>= 1n) {
    if (power & 1n) result = mod(result * base)
    base = mod(base * base)
  }
  return result
}

/** The attack: Gauss-Jordan over all equations; every unknown that comes out alone on its row is solved. */
function solvedBy(equations: readonly Equation[]): Set<string> {
  const names = [...new Set(equations.flatMap(({ terms }) => [...terms.keys()]))]
  const at = new Map(names.map((name, i) => [name, i]))
  const rows = equations.map(({ terms }) => {
    const row = new Map<number, bigint>()
    for (const [name, n] of terms) row.set(at.get(name)!, mod(BigInt(n)))
    return row
  })
  const done: Array<{ pivot: number; row: Map<number, bigint> }> = []
  const take = (row: Map<number, bigint>, pivot: number, from: Map<number, bigint>) => {
    const factor = row.get(pivot)
    if (!factor) return
    for (const [col, n] of from) {
      const next = mod((row.get(col) ?? 0n) - factor * n)
      if (next === 0n) row.delete(col)
      else row.set(col, next)
    }
  }
  for (const row of rows) {
    for (const { pivot, row: from } of done) take(row, pivot, from)
    const first = row.keys().next()
    if (first.done) continue
    const scale = inverse(row.get(first.value)!)
    for (const [col, n] of row) row.set(col, mod(n * scale))
    for (const other of done) take(other.row, first.value, row)
    done.push({ pivot: first.value, row })
  }
  return new Set(done.filter(({ row }) => row.size === 1).map(({ pivot }) => names[pivot]!))
}

test('the attack itself finds a cell that follows from a total', () => {
  const given = [
    {
      terms: new Map([
        ['a', 1],
        ['b', 1],
      ]),
      sum: 9,
    },
    { terms: new Map([['a', 1]]), sum: 4 },
    {
      terms: new Map([
        ['c', 1],
        ['d', 1],
      ]),
      sum: 9,
    },
  ]
  expect([...solvedBy(given)].sort()).toEqual(['a', 'b'])
})

test('an unguarded report is solved by the attack, so the attack bites', () => {
  const tally = tallyOf(
    Array.from({ length: 288 }, (_, i) => {
      const nth = (size: number, of: number) => Math.floor(i / size) % of
      return {
        channel: nth(1, 2),
        grid: nth(2, 3),
        Q1: nth(6, 3),
        Q2: nth(18, 4),
        Q3: nth(3, 8),
        Q4: nth(72, 2),
      }
    }),
  )
  const report = reportOn({ questions, minCell: 1, households: 100 }, tally, grids)
  const table = report.questions[1]!.by.find(({ by }) => by === 'channel')!
  table.rows[0]!.cells[0] = null
  const { all, hidden } = equationsOf(report)
  const solved = solvedBy(all)
  expect([...hidden].filter((name) => solved.has(name))).toEqual(['Q2=p&channel=online'])
})

test('no hidden cell of a whole report follows from anything else in it', () => {
  let shownTables = 0
  let hiddenCells = 0
  fc.assert(
    fc.property(
      fc.array(person, { minLength: 60, maxLength: 240 }),
      fc.integer({ min: 3, max: 8 }),
      (people, minCell) => {
        const report = reportOn({ questions, minCell, households: 400 }, tallyOf(people), grids)
        const { all, hidden } = equationsOf(report)
        const solved = solvedBy(all)
        shownTables += report.questions.reduce((n, { by }) => n + by.length, 0)
        hiddenCells += hidden.size
        expect([...hidden].filter((name) => solved.has(name))).toEqual([])
        for (const { by } of report.questions)
          for (const { rows } of by)
            for (const { cells } of rows)
              for (const cell of cells) expect(cell ?? minCell).toBeGreaterThanOrEqual(minCell)
      },
    ),
    { numRuns: 150 },
  )
  expect(shownTables).toBeGreaterThan(60)
  expect(hiddenCells).toBeGreaterThan(1000)
})

/** Whether some other table of whole numbers, none below nothing, has every shown cell and sum and another number here. */
function canDiffer(counts: number[][], cells: Cell[][], groups: Cell[], row: number, col: number): boolean {
  const open = cells.flatMap((line, r) => line.flatMap((cell, c) => (cell === null ? [{ r, c }] : [])))
  const around = (r: number, c: number) =>
    open.some(
      (a) => a.r === r && a.c !== c && open.some((b) => b.c === c && b.r !== r && canSwap(r, c, a, b)),
    )
  const canSwap = (r: number, c: number, a: { c: number }, b: { r: number }) =>
    cells[b.r]![a.c] === null &&
    ((counts[r]![a.c]! > 0 && counts[b.r]![c]! > 0) || (counts[r]![c]! > 0 && counts[b.r]![a.c]! > 0))
  return groups[row] === null || around(row, col)
}

test('in tables of two groups or two answers, one person can be moved round every hidden cell', () => {
  const sizes = fc.constantFrom([2, 2], [2, 4], [4, 2], [2, 6])
  const tables = sizes.chain(([rows, cols]) =>
    fc.array(fc.array(fc.nat(25), { minLength: cols!, maxLength: cols! }), {
      minLength: rows!,
      maxLength: rows!,
    }),
  )
  fc.assert(
    fc.property(tables, fc.integer({ min: 2, max: 6 }), (counts, least) => {
      const shown = suppressTable(counts, least, new Set(), new Set())
      fc.pre(shown !== null && counts.every((row) => row.reduce((a, b) => a + b) >= least))
      const small = counts[0]!.some((_, c) => counts.reduce((sum, row) => sum + row[c]!, 0) < least)
      fc.pre(!small)
      for (const [r, line] of shown!.cells.entries())
        for (const [c, cell] of line.entries())
          if (cell === null) expect(canDiffer(counts, shown!.cells, shown!.groups, r, c)).toBe(true)
    }),
  )
})

const upTo = (n: number) => Array.from({ length: n + 1 }, (_, i) => i)

test('no quarter of a building allows fewer counts than the least', () => {
  let told = 0
  for (let least = 2; least <= 12; least += 1)
    for (let households = 0; households <= 130; households += 1) {
      const alike = Map.groupBy(upTo(households), (used) => bandOf(used, households, least))
      for (const [band, counts] of alike) {
        if (band === null) continue
        told += 1
        expect(counts.length).toBeGreaterThanOrEqual(least)
        expect(counts[0]).toBeGreaterThanOrEqual(least)
      }
    }
  expect(told).toBeGreaterThan(2000)
  expect(bandOf(20, 24, 5)).toBe(75)
  // Of six households only 5 and 6 are three quarters or more.
  expect(bandOf(5, 6, 5)).toBeNull()
})

test('the quarters of all buildings and the number of sheets together leave every told one enough counts', () => {
  let [told, silent] = [0, 0]
  const building = fc
    .integer({ min: 1, max: 40 })
    .chain((households) => fc.record({ households: fc.constant(households), used: fc.nat(households) }))
  fc.assert(
    fc.property(
      fc.array(building, { minLength: 1, maxLength: 4 }),
      fc.integer({ min: 2, max: 6 }),
      (of, least) => {
        const found = of.map((one, at) => ({ ...one, building: String(at) }))
        const covers = tellBuildings(found, least)
        const total = of.reduce((sum, { used }) => sum + used, 0)
        if (covers.every(({ from }) => from === null)) silent += 1
        // The attack: every count a building may have, and every sum that the others may come to.
        const may = covers.map(({ households, from }) =>
          upTo(households).filter((used) => bandOf(used, households, least) === from || from === null),
        )
        for (const [at, { from }] of covers.entries()) {
          if (from === null) continue
          told += 1
          let sums = new Set([0])
          for (const [other, counts] of may.entries())
            if (other !== at) sums = new Set([...sums].flatMap((sum) => counts.map((n) => sum + n)))
          expect(may[at]!.filter((n) => sums.has(total - n)).length).toBeGreaterThanOrEqual(least)
        }
      },
    ),
    { numRuns: 300 },
  )
  expect(told).toBeGreaterThan(50)
  expect(silent).toBeGreaterThan(20)
})

test('of several options of which only one may be marked, none follows from how many answered', () => {
  const one: SurveyQuestion = { id: 'Q1', kind: 'multiple', text: '', options: ['a', 'b', 'c'], max: 1 }
  const marks = { a: 40, b: 30, c: 3 }
  const tally = { sample: 73, groups: {}, questions: { Q1: { answered: 73, marks, by: {} } } }
  const shown = (max: number) =>
    reportOn({ questions: [{ ...one, max }], minCell: 10, households: 100 }, tally).questions[0]!.bars
  expect(shown(1).map(({ count }) => count)).toEqual([40, null, null])
  expect(shown(2).map(({ count }) => count)).toEqual([40, 30, null])
})
