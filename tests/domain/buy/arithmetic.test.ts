import fc from 'fast-check'
import { expect, test } from 'vitest'
import { amountInWords } from '#domain/buy/evaluation/amount-in-words.ts'
import { corrected } from '#domain/buy/evaluation/arithmetic.ts'
import { lowPriceFigures, tripped } from '#domain/buy/evaluation/low-price.ts'
import { hundredths } from '#domain/buy/evaluation/price-score.ts'
import { rankProposals } from '#domain/buy/evaluation/rank.ts'
import { capitalMoney } from '#domain/deliver/contract/capital-money.ts'
import { fen, yuan } from '#domain/money.ts'

const line = (unit: number, quantity: number) => ({ unit: yuan(unit), quantity })

test('two readings of one price are put right in the order of the law', () => {
  const opening = yuan(180_000)
  expect(corrected({ opening })).toEqual({ price: opening, steps: [] })
  expect(corrected({ opening, paper: yuan(181_000) })).toEqual({
    price: opening,
    steps: ['opening_over_paper'],
  })
  expect(corrected({ opening, words: yuan(182_000) })).toEqual({
    price: yuan(182_000),
    steps: ['words_over_figures'],
  })
  // 1,200 visits at 150 each: the total is wrong, the unit prices stand.
  expect(corrected({ opening: yuan(175_000), lines: [line(150, 1200)] })).toEqual({
    price: opening,
    steps: ['units_over_total'],
  })
  // 1,500 each would make ten times the total: the point slipped, the total stands.
  expect(corrected({ opening, lines: [line(1500, 100), line(1500, 20)] })).toEqual({
    price: yuan(180_000),
    steps: [],
  })
  expect(corrected({ opening, lines: [line(15_000, 100), line(1500, 20)] })).toEqual({
    price: opening,
    steps: ['decimal_misplaced'],
  })
  expect(corrected({ opening, paper: yuan(1), words: yuan(175_000), lines: [line(150, 1200)] })).toEqual({
    price: opening,
    steps: ['opening_over_paper', 'words_over_figures', 'units_over_total'],
  })
})

test('what is put right stays right, and what agrees is never touched', () => {
  const money = fc.integer({ min: 1, max: 10 ** 10 }).map(fen)
  const lines = fc.array(fc.record({ unit: money, quantity: fc.integer({ min: 1, max: 500 }) }), {
    maxLength: 5,
  })
  const optional = fc.option(money, { nil: undefined })
  fc.assert(
    fc.property(money, optional, optional, lines, (opening, paper, words, lines) => {
      const { price, steps } = corrected({ opening, paper, words, lines })
      const again = corrected({ opening: price, paper: price, words: price, lines })
      expect(again.price).toBe(price)
      expect(again.steps.filter((s) => s !== 'decimal_misplaced')).toEqual([])
      expect(new Set(steps).size).toBe(steps.length)
      if (steps.length === 0) expect(price).toBe(opening)
    }),
    { numRuns: 100 },
  )
})

test('an amount in words is read as the contract would write it, and nonsense is not read', () => {
  expect(amountInWords('人民币壹拾捌万元整')).toBe(yuan(180_000))
  expect(amountInWords('壹佰贰拾万零叁佰元伍角')).toBe(fen(120_030_050))
  expect(amountInWords('叁亿元')).toBe(yuan(300_000_000))
  for (const wrong of ['', '整', '18万元', '元整', '壹拾捌万', '壹元贰拾角'])
    expect(amountInWords(wrong), wrong).toBeNull()
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10 ** 12 }), (n) => {
      expect(amountInWords(capitalMoney(fen(n)))).toBe(n)
    }),
    { numRuns: 100 },
  )
})

test('each test of a low price is shown with its share and what it is held against', () => {
  const limits = { LOW_PRICE_MEAN: 50, LOW_PRICE_NEXT: 55, LOW_PRICE_CEILING: 45 }
  const prices = [90_000, 180_000, 195_000].map(yuan)
  expect(lowPriceFigures(prices[0]!, prices, yuan(210_000), limits)).toEqual([
    { test: 'LOW_PRICE_MEAN', limit: 50, trips: false, share: 5806, against: yuan(155_000) },
    { test: 'LOW_PRICE_NEXT', limit: 55, trips: true, share: 5000, against: yuan(180_000) },
    { test: 'LOW_PRICE_CEILING', limit: 45, trips: true, share: 4285, against: yuan(210_000) },
  ])
  // One alone has neither a mean of others nor a next.
  expect(lowPriceFigures(yuan(1), [yuan(1)], yuan(100), limits).map((f) => f.test)).toEqual([
    'LOW_PRICE_CEILING',
  ])
})

test('a price above every share of every measure trips nothing, whoever else came', () => {
  const limits = { LOW_PRICE_MEAN: 50, LOW_PRICE_NEXT: 50, LOW_PRICE_CEILING: 45 }
  const prices = fc.array(fc.integer({ min: 5001, max: 10_000 }), { minLength: 1, maxLength: 8 })
  fc.assert(
    fc.property(prices, (list) => {
      const all = list.map(fen)
      for (const p of all) expect(tripped(p, all, fen(10_000), limits)).toEqual([])
    }),
    { numRuns: 100 },
  )
})

const base = { tenderId: 't', ordinal: 1, items: 1, bands: null, levels: null, guidance: '' }
const criterion = (code: string, kind: 'formula' | 'subjective', max: number) => ({
  ...base,
  id: code,
  code,
  kind,
  max,
  name: code,
})
const score = (proposalId: string, criterionId: string, points: number) =>
  ({ id: '', sheetId: '', seatId: '', proposalId, criterionId, points, bands: null, comment: null }) as const

test('the ranking is a strict order by points, then price, whatever order the proposals came in', () => {
  const list = [criterion('PRICE', 'formula', 20), criterion('PLAN', 'subjective', 80)]
  const bid = fc.record({
    price: fc.integer({ min: 1_000, max: 30_000 }),
    plan: fc.integer({ min: 0, max: 8000 }),
  })
  fc.assert(
    fc.property(fc.array(bid, { minLength: 1, maxLength: 7 }), fc.nat(), (bids, turn) => {
      const valid = bids.map(({ price }, n) => ({ id: `p${n}`, price: fen(price), sealHash: `h${n}` }))
      const given = bids.map(({ plan }, n) => score(`p${n}`, 'PLAN', plan / 100))
      const ranked = rankProposals(valid, list, given)
      expect(ranked.map((r) => r.rank)).toEqual(bids.map((_, n) => n + 1))
      for (const [n, r] of ranked.slice(1).entries()) {
        const before = ranked[n]!
        expect(hundredths(before.total)).toBeGreaterThanOrEqual(hundredths(r.total))
        if (hundredths(before.total) === hundredths(r.total)) expect(before.price <= r.price).toBe(true)
      }
      const turned = [...valid.slice(turn % valid.length), ...valid.slice(0, turn % valid.length)]
      expect(rankProposals(turned, list, given)).toEqual(ranked)
    }),
    { numRuns: 100 },
  )
})
