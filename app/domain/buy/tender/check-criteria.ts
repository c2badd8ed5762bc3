import { Refusal } from '../../refusal.ts'
import type { Method } from '../plan/routes-for.ts'
import { refuseProhibited } from './prohibited-factors.ts'
import { kindOfLine } from './qualification-items.ts'
import type { Criterion } from './score-templates-data.ts'

const cents = (points: number) => Math.round(points * 100)
type Bounds = Pick<Method, 'noPrice' | 'priceMin' | 'priceMax'> &
  Partial<Pick<Method, 'direct' | 'gradeScored'>>
const mostForGrade = 5

function checkPrice(criteria: readonly Criterion[], { noPrice, priceMin, priceMax }: Bounds) {
  const prices = criteria.filter((c) => c.kind === 'formula')
  if (noPrice) {
    if (prices.length > 0) throw new Refusal('invalid', 'criteria-no-price-here')
    return
  }
  if (prices.length !== 1) throw new Refusal('invalid', 'criteria-one-price')
  const min = priceMin ?? 0
  const max = priceMax ?? 100
  const share = prices[0]!.max
  if (share < min || share > max) throw new Refusal('invalid', 'criteria-price-share', { min, max, share })
}

function checkBands({ name, max, items, bands, kind }: Criterion) {
  if (kind !== 'subjective') return
  const levels = Object.values(bands ?? {})
  if (levels.length < 2) throw new Refusal('invalid', 'criteria-bands-missing', { name })
  if (cents(Math.max(...levels) * items) !== cents(max) || levels.some((points) => points < 0))
    throw new Refusal('invalid', 'criteria-bands-do-not-reach', { name, max })
}

/** 评估等级 in a tender open to firms shuts out by form of organisation; elsewhere it weighs little (财库〔2019〕38号). */
function checkGrade(criteria: readonly Criterion[], { gradeScored }: Bounds) {
  const graded = criteria.filter((c) => kindOfLine(`${c.name}，${c.guidance}`) === 'grade')
  const [first] = graded
  if (!first) return
  if (gradeScored === false) throw new Refusal('invalid', 'criteria-grade-here', { name: first.name })
  const share = graded.reduce((all, c) => all + cents(c.max), 0)
  if (share > cents(mostForGrade))
    throw new Refusal('invalid', 'criteria-grade-share', { share: share / 100, most: mostForGrade })
}

/** 未列明的因素不得评: criteria that sum to 100, price within the route's bounds, nothing forbidden. */
export function checkCriteria(criteria: readonly Criterion[], method: Bounds): void {
  if (method.direct && criteria.length === 0) return
  if (criteria.some((c) => !(c.max > 0))) throw new Refusal('invalid', 'criteria-points')
  if (new Set(criteria.map((c) => c.code)).size !== criteria.length)
    throw new Refusal('invalid', 'criteria-twice')
  const total = criteria.reduce((all, c) => all + cents(c.max), 0)
  if (total !== 10_000) throw new Refusal('invalid', 'criteria-sum', { sum: total / 100 })
  checkPrice(criteria, method)
  for (const criterion of criteria) checkBands(criterion)
  checkGrade(criteria, method)
  refuseProhibited(criteria.flatMap((c) => [c.name, c.guidance, ...Object.values(c.levels ?? {})]))
}
