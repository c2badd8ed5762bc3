import type { VisitRisk } from '#db/schema/index.ts'
import { inLots } from '../../../lots.ts'
import { isAhead, isRatedLow, type Signs, type Thresholds } from '../signs.ts'
import { mostTimes, type RiskCode, riskPoints } from './risk-data.ts'

/** How often each sign stands, and the fact it stands on. */
const counted = (signs: Signs, at: Thresholds): Record<RiskCode, { times: number; fact: number }> => ({
  silent: { times: signs.silent >= at.silent ? 1 : 0, fact: signs.silent },
  findings: { times: signs.findings, fact: signs.findings },
  rating: { times: isRatedLow(signs, at) ? 1 : 0, fact: signs.rating ?? 0 },
  ahead: { times: isAhead(signs, at) ? 1 : 0, fact: signs.paid - signs.done },
  unseen: { times: signs.unseen >= at.unseen ? 1 : 0, fact: signs.unseen },
})

/** 风险分: the sum of the points of the signs that stand; shown with each of them. */
export function riskOf(contractId: string, signs: Signs, at: Thresholds): Omit<VisitRisk, 'why'> {
  const found = counted(signs, at)
  const parts = riskPoints.map(({ code, points }) => {
    const { times, fact } = found[code]
    return { code, fact, points: points * Math.min(times, mostTimes[code] ?? 1) }
  })
  return { contractId, parts, points: parts.reduce((all, part) => all + part.points, 0) }
}

export type SampleRule = { from: number; share: number; least: number }
/** 抽样: everything of enough points, and of the rest a share by lot, at least so many; as many as there are. */
export function sampleOf(
  seed: string,
  risks: ReadonlyArray<Omit<VisitRisk, 'why'>>,
  { from, share, least }: SampleRule,
): VisitRisk[] {
  const rest = risks.filter((one) => one.points < from)
  const n = Math.max(least, Math.ceil((rest.length * share) / 100))
  const lots = new Set(
    inLots(seed, rest, (one) => one.contractId)
      .slice(0, n)
      .map((one) => one.contractId),
  )
  const why = (one: Omit<VisitRisk, 'why'>) =>
    one.points >= from ? ('risk' as const) : lots.has(one.contractId) ? ('lot' as const) : null
  return [...risks]
    .sort((a, b) => b.points - a.points || (a.contractId < b.contractId ? -1 : 1))
    .map((one) => ({ ...one, why: why(one) }))
}
