import type { redFlagCodes } from '#db/vocabulary.ts'
import type { AwardFacts, BidFacts, ProcessFacts } from './facts.ts'

export type FlagCode = (typeof redFlagCodes)[number]
export type Figures = Record<string, string | number | readonly string[] | null>
/** A signal for a person to look at, with the figures it rests on; never a verdict. */
export type Flag = {
  code: FlagCode
  /** A process by its ocid, or a body in its role: `buyer:…`, `procuringEntity:…`, `tenderer:…`. */
  subject: string
  ocid?: string
  figures: Figures
}

const DAY = 86_400_000
const USUAL_DAYS = 15
const invalid = new Set(['disqualified', 'withdrawn', 'invited', 'pending'])
const over = new Set(['cancelled', 'unsuccessful'])

export const isValid = (bid: BidFacts) => !invalid.has(bid.status ?? 'valid')
const stands = (award: AwardFacts) => !over.has(award.status ?? 'active')
const isPriced = (bid: BidFacts): bid is BidFacts & { amount: number } => bid.amount !== null
const byAmount = (a: { amount: number }, b: { amount: number }) => a.amount - b.amount

/** The bids that won: named by an award that stands, else of its suppliers. */
export function winnersOf(p: ProcessFacts): BidFacts[] {
  const standing = p.awards.filter(stands)
  return p.bids.filter((bid) =>
    standing.some((award) =>
      award.relatedBid
        ? award.relatedBid === bid.id
        : bid.tenderers.length > 0 && bid.tenderers.every((id) => award.suppliers.includes(id)),
    ),
  )
}

/** (second-lowest valid bid − winning bid) ÷ winning bid; null where there is no one winner or no other bid. */
export function spreadOf(p: ProcessFacts): { ratio: number; winning: number; second: number } | null {
  const winners = winnersOf(p).filter(isPriced)
  const priced = p.bids.filter(isValid).filter(isPriced).toSorted(byAmount)
  const [winner] = winners
  const second = priced[1]
  if (winners.length !== 1 || !winner || !second || winner.amount <= 0) return null
  return {
    ratio: (second.amount - winner.amount) / winner.amount,
    winning: winner.amount,
    second: second.amount,
  }
}

const flag = (code: FlagCode, { ocid }: ProcessFacts, figures: Figures): Flag => ({
  code,
  subject: ocid,
  ocid,
  figures,
})
type Rule = (p: ProcessFacts) => Flag | null

const shortPeriod: Rule = (p) => {
  if (p.from === null || p.until === null) return null
  const days = Math.floor((p.until - p.from) / DAY)
  const least = p.leastDays ?? USUAL_DAYS
  return days < least ? flag('R003', p, { days, least }) : null
}

const singleBid: Rule = (p) => {
  if (p.method !== 'open' && p.method !== 'selective') return null
  const seen = new Set([...p.tenderers, ...p.bids.flatMap((b) => b.tenderers)])
  const tenderers = p.numberOfTenderers ?? (seen.size > 0 ? seen.size : p.bids.length)
  return tenderers === 1 ? flag('R018', p, { tenderers, method: p.method }) : null
}

const samePrice: Rule = (p) => {
  const priced = p.bids.filter((b) => b.status !== 'withdrawn' && b.status !== 'invited').filter(isPriced)
  for (const [, same] of Map.groupBy(priced, (b) => `${b.amount} ${b.currency ?? ''}`)) {
    const whose = [...new Set(same.map((b) => b.tenderers.toSorted().join('+') || b.id))]
    if (whose.length > 1) return flag('R028', p, { amount: same[0]!.amount, tenderers: whose })
  }
  return null
}

const lateWinner: Rule = (p) => {
  const late = p.until === null ? undefined : winnersOf(p).find((b) => b.at !== null && b.at > p.until!)
  if (!late) return null
  const minutes = Math.ceil((late.at! - p.until!) / 60_000)
  return flag('R030', p, { bid: late.id, minutes })
}

const allOthersOut: Rule = (p) => {
  const winners = new Set(winnersOf(p).map((b) => b.id))
  const whose = new Set(winnersOf(p).map((b) => b.tenderers.toSorted().join('+')))
  const others = p.bids.filter((b) => !winners.has(b.id))
  const out = others.filter((b) => b.status === 'disqualified').length
  return whose.size === 1 && others.length > 0 && out === others.length
    ? flag('R035', p, { bids: p.bids.length, disqualified: out })
    : null
}

const lowestOut: Rule = (p) => {
  const counted = p.bids.filter((b) => isValid(b) || b.status === 'disqualified').filter(isPriced)
  const winners = winnersOf(p)
  const least = Math.min(...counted.map((b) => b.amount))
  const lowest = counted.filter((b) => b.amount === least)
  const won = winners.find((b) => !lowest.includes(b as never))
  if (!won || lowest.length === 0 || lowest.some((b) => b.status !== 'disqualified')) return null
  return flag('R036', p, { lowest: least, awarded: won.amount })
}

/** The flags that one process raises by itself. */
export const rules: readonly Rule[] = [shortPeriod, singleBid, samePrice, lateWinner, allOthersOut, lowestOut]
