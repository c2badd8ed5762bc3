import fc from 'fast-check'
import { expect, test } from 'vitest'
import { priorSaid } from '#app/components/rate/rating-words.tsx'
import { translator } from '#app/i18n/index.ts'
import { summarise } from '#domain/rate/rating/summary.ts'
import { priorOf, weigh } from '#domain/rate/rating/weigh.ts'

const level = fc.integer({ min: 1, max: 5 })
const some = fc.array(level, { maxLength: 40 })
const prior = fc
  .tuple(fc.array(fc.nat(200), { minLength: 5, maxLength: 5 }), fc.integer({ min: 1, max: 40 }))
  .map(([heard, weight]) => priorOf(heard, weight))

test('nobody heard yet: the prior stands, with five of each added and its own range', () => {
  const p = priorOf([0, 0, 0, 0, 0], 10)
  expect(p).toEqual({ mean: 3, spread: Math.SQRT2, weight: 10, heard: [0, 0, 0, 0, 0] })
  expect(weigh([], p)).toEqual({ score: 3, low: 2.12, high: 3.88 })
})

test('one rating of five does not beat forty of four and five', () => {
  const p = priorOf([5, 5, 20, 40, 30], 10)
  const many = Array.from({ length: 40 }, (_, i) => (i % 4 ? 5 : 4))
  expect(weigh([5], p).score).toBeLessThan(weigh(many, p).score)
})

test('the order of ratings does not matter', () =>
  fc.assert(
    fc.property(some, prior, fc.integer(), (given, p, seed) => {
      const other = given.toSorted((a, b) => ((a * 7 + seed) % 5) - ((b * 7 + seed) % 5))
      expect(weigh(other, p)).toEqual(weigh(given, p))
      expect(weigh(given.toReversed(), p)).toEqual(weigh(given, p))
    }),
    { numRuns: 100 },
  ))

test('every score lies in its range, between the prior and the mean', () =>
  fc.assert(
    fc.property(some, level, prior, (given, more, p) => {
      const now = weigh([...given, more], p)
      expect(now.low).toBeLessThanOrEqual(now.score)
      expect(now.score).toBeLessThanOrEqual(now.high)
      const mean = [...given, more].reduce((a, b) => a + b, 0) / (given.length + 1)
      expect(now.score).toBeGreaterThanOrEqual(Math.min(mean, p.mean) - 0.006)
      expect(now.score).toBeLessThanOrEqual(Math.max(mean, p.mean) + 0.006)
    }),
    { numRuns: 100 },
  ))

test('more evidence narrows the range, whatever it says', () =>
  fc.assert(
    fc.property(some, fc.array(level, { minLength: 20, maxLength: 40 }), prior, (given, more, p) => {
      const [was, now] = [weigh(given, p), weigh([...given, ...more], p)]
      const whole = (w: typeof was) => w.low > 1 && w.high < 5
      fc.pre(whole(was) && whole(now))
      expect(now.high - now.low).toBeLessThan(was.high - was.low)
    }),
    { numRuns: 100 },
  ))

test('a better rating never lowers a score, a worse one never raises it', () =>
  fc.assert(
    fc.property(some, level, prior, (given, one, p) => {
      const at = (l: number) => weigh([...given, l], p).score
      if (one < 5) expect(at(one + 1)).toBeGreaterThanOrEqual(at(one))
    }),
    { numRuns: 100 },
  ))

test('under the least that may be shown there is no score to work a single rating out from', () => {
  const p = priorOf([], 10)
  expect(summarise([5, 5], 5, p)).toEqual({ count: 2, mean: null, weighed: null, spread: null })
  expect(summarise([5, 5, 5, 4, 4, 4, 4, 4], 5, p)).toMatchObject({ mean: 4.4, weighed: { score: 3.61 } })
  expect(summarise([4, 4, 4, 4, 4, 4, 4, 5], 5, p).mean).toBe(4.1)
})

test('a stranger who recounts by the sentence of the page reaches the mean, the spread and the score', () => {
  const p = priorOf([1, 2, 5, 26, 114], 10)
  const given = [5, 4, 4, 5, 3, 5]
  const figures = priorSaid({ least: 5, prior: p })
  for (const lang of ['zh-CN', 'en'] as const) {
    const words = translator(lang)('org.formula.rating', figures)
    const read = (at: RegExp) => at.exec(words)!.slice(1).map(Number)
    const heard =
      lang === 'en'
        ? read(/1 point: (\d+), 2: (\d+), 3: (\d+), 4: (\d+), 5: (\d+)/)
        : read(/1 分 (\d+) 份、2 分 (\d+) 份、3 分 (\d+) 份、4 分 (\d+) 份、5 分 (\d+) 份/)
    const all = heard.flatMap((n, i) => Array.from({ length: n + 1 }, () => i + 1))
    const mean = all.reduce((a, b) => a + b, 0) / all.length
    const spread = Math.sqrt(all.reduce((n, l) => n + (l - mean) ** 2, 0) / all.length)
    for (const n of [mean.toFixed(4), spread.toFixed(4), String(all.length), String(all.length - 5)])
      expect(words).toContain(n)
    const score = (10 * mean + given.reduce((a, b) => a + b, 0)) / (10 + given.length)
    expect(weigh(given, p).score).toBe(Math.round(score * 100) / 100)
  }
})
