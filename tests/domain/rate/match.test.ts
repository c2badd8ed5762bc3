import { readdirSync, readFileSync } from 'node:fs'
import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parties } from '#db/schema/index.ts'
import { fen, sum, yuan } from '#domain/money.ts'
import { concentrationOf, readConcentration } from '#domain/rate/record/concentration.ts'
import { matchOf, matchQuery } from '#domain/rate/record/match.ts'
import { running } from '#tests/support/contract.ts'
import { world } from '#tests/support/world.ts'

const bought = fc.array(
  fc.record({
    year: fc.integer({ min: 2024, max: 2026 }),
    buyerId: fc.constantFrom('S1', 'S2'),
    supplierId: fc.constantFrom('A', 'B', 'C', 'D'),
    price: fc.integer({ min: 1, max: 90_000_000 }).map(fen),
  }),
  { maxLength: 30 },
)

test('shares add up to the whole, and the index lies between alike and alone', () => {
  fc.assert(
    fc.property(bought, (all) => {
      const groups = concentrationOf(all)
      expect(sum(groups.map((g) => g.total))).toBe(sum(all.map((c) => c.price)))
      for (const g of groups) {
        expect(sum(g.shares.map((s) => s.amount))).toBe(g.total)
        expect(g.shares.reduce((a, s) => a + s.share, 0)).toBeCloseTo(1, 9)
        expect(g.hhi).toBeGreaterThanOrEqual(Math.floor(10_000 / g.shares.length))
        expect(g.hhi).toBeLessThanOrEqual(10_000)
        expect(g.shares.map((s) => s.amount)).toEqual(g.shares.map((s) => s.amount).toSorted((a, b) => b - a))
      }
    }),
    { numRuns: 100 },
  )
})

test('one body alone is 10 000, four alike are 2 500, three quarters and a quarter 6 250', () => {
  const of = (...prices: number[]) =>
    concentrationOf(
      prices.map((p, i) => ({ year: 2026, buyerId: 'S1', supplierId: String(i), price: yuan(p) })),
    )[0]!.hhi
  expect([of(100), of(25, 25, 25, 25), of(75, 25)]).toEqual([10_000, 2_500, 6_250])
  expect(concentrationOf([])).toEqual([])
})

test('the match score is the sum of parts that name their facts, and moves with them', async () => {
  const town = await world()
  const wanted = { category: 'ELDER', place: 'C1' } as const
  const today = '2026-03-02'
  const score = async (partyId: string) => (await matchOf(town.db, partyId, wanted, today))!
  const before = await score('ORG1')
  expect(before.parts.map((p) => p.max).reduce((a, b) => a + b)).toBe(100)
  expect(before.parts.map((p) => [p.code, p.points])).toEqual([
    ['near', 0],
    ['field', 0],
    ['workers', 5],
    ['standing', 5],
    ['delivered', 0],
    ['rated', 0],
  ])
  await town.transact((tx) =>
    tx
      .update(parties)
      .set({ fields: ['居家养老', '儿童'] })
      .where(eq(parties.id, 'ORG1')),
  )
  const fit = await score('ORG1')
  expect(fit.total - before.total).toBe(20)
  expect(fit.parts.find((p) => p.code === 'field')?.facts).toEqual({ fields: '居家养老' })
  expect((await score('ORGX')).parts.find((p) => p.code === 'standing')).toMatchObject({
    points: 0,
    facts: { blocks: 1 },
  })
  await running(town)
  const [of] = await readConcentration(town.db)
  expect(of).toMatchObject({ buyer: '梧桐里街道办事处', hhi: 10_000, contracts: 1 })
  const worked = await score('ORG1')
  expect(worked.parts.find((p) => p.code === 'near')!.points).toBeGreaterThan(0)
  expect(worked.total).toBe(worked.parts.reduce((a, p) => a + p.points, 0))
  expect(await matchOf(town.db, 'nobody', wanted, today)).toBeNull()
  for (const typed of [
    {},
    { category: 'ELDER' },
    { category: 'x', place: 'C1' },
    { category: 'ELDER', place: '' },
  ])
    expect(matchQuery.safeParse(typed).success).toBe(false)
})

test('nothing that admits, scores or awards reads the match score: it is never a filter', () => {
  const files = readdirSync('app', { recursive: true, encoding: 'utf8' }).filter((f) => /\.tsx?$/.test(f))
  const readers = files.filter(
    (f) => /record\/match\.ts'/.test(readFileSync(`app/${f}`, 'utf8')) && !f.endsWith('match-score.tsx'),
  )
  expect(readers).toEqual(['routes/rate/org.tsx'])
})
