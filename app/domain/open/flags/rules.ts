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
const never = new Set(['withdrawn', 'invited'])
const over = new Set(['cancelled', 'unsuccessful'])

export const isValid = (bid: BidFacts) => !invalid.has(bid.status ?? 'valid')
/** Who was only asked, or took his bid back, bids no more. */
const isSubmitted = (bid: BidFacts) => !never.has(bid.status ?? 'valid')
const stands = (award: AwardFacts) => !over.has(award.status ?? 'active')
const isPriced = (bid: BidFacts): bid is BidFacts & { amount: number } => bid.amount !== null
/** Prices are compared in one currency; where a publisher names none, in the other's. */
const sameMoney = (a: BidFacts, b: BidFacts) =>
  a.currency === null || b.currency === null || a.currency === b.currency
const bidderOf = (bid: BidFacts) => bid.tenderers.toSorted().join('+')
const byAmount = (a: { amount: number }, b: { amount: number }) => a.amount - b.amount

/** The bids that won: named by an award that stands, else those of its suppliers that were not put out. */
export function winnersOf(p: ProcessFacts): BidFacts[] {
  const standing = p.awards.filter(stands)
  const known = new Set(p.bids.map((bid) => bid.id))
  return p.bids.filter((bid) =>
    standing.some((award) =>
      award.relatedBid && known.has(award.relatedBid)
        ? award.relatedBid === bid.id
        : isSubmitted(bid) &&
          bid.status !== 'disqualified' &&
          bid.tenderers.length > 0 &&
          bid.tenderers.every((id) => award.suppliers.includes(id)),
    ),
  )
}

/** (second-lowest valid bid − winning bid) ÷ winning bid; null where there is no one winner or no other bid. */
export function spreadOf(p: ProcessFacts): { ratio: number; winning: number; second: number } | null {
  const winners = winnersOf(p).filter(isPriced)
  const [winner] = winners
  const priced = p.bids
    .filter((bid) => isValid(bid) && winner !== undefined && sameMoney(bid, winner))
    .filter(isPriced)
    .toSorted(byAmount)
  const second = priced[1]
  if (winners.length !== 1 || !winner || !second || winner.amount <= 0) return null
  const ratio = (second.amount - winner.amount) / winner.amount
  return Number.isFinite(ratio) ? { ratio, winning: winner.amount, second: second.amount } : null
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
  const bids = p.bids.filter(isSubmitted)
  const seen = new Set([...p.tenderers, ...bids.flatMap((b) => b.tenderers)])
  const tenderers = p.numberOfTenderers ?? (seen.size > 0 ? seen.size : bids.length)
  return tenderers === 1 ? flag('R018', p, { tenderers, method: p.method }) : null
}

const samePrice: Rule = (p) => {
  const priced = p.bids.filter((b) => isSubmitted(b) && b.tenderers.length > 0).filter(isPriced)
  for (const [, same] of Map.groupBy(priced, (b) => `${b.amount} ${b.currency ?? ''}`)) {
    const whose = [...new Set(same.map(bidderOf))]
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
  const won = winnersOf(p)
  const winners = new Set(won.map((b) => b.id))
  const whose = new Set(won.map(bidderOf))
  const submitted = p.bids.filter(isSubmitted)
  const others = submitted.filter((b) => !winners.has(b.id) && !(bidderOf(b) && whose.has(bidderOf(b))))
  const out = others.filter((b) => b.status === 'disqualified').length
  return whose.size === 1 && others.length > 0 && out === others.length
    ? flag('R035', p, { bids: submitted.length, disqualified: out })
    : null
}

/** What was awarded where the lowest bids are these; null where none of it went to another. */
function awardedPast(p: ProcessFacts, lowest: readonly BidFacts[]): { amount: number | null } | null {
  const winners = winnersOf(p)
  if (winners.length > 0) return winners.find((b) => !lowest.includes(b)) ?? null
  const theirs = new Set(lowest.flatMap((b) => b.tenderers))
  return p.awards.find((a) => stands(a) && !a.suppliers.some((id) => theirs.has(id))) ?? null
}

const lowestOut: Rule = (p) => {
  const [won] = winnersOf(p)
  const priced = p.bids.filter(isSubmitted).filter(isPriced)
  const counted = won ? priced.filter((b) => sameMoney(b, won)) : priced
  if (counted.some((b) => !sameMoney(b, counted[0]!))) return null
  const least = Math.min(...counted.map((b) => b.amount))
  const lowest = counted.filter((b) => b.amount === least)
  if (lowest.length === 0 || lowest.some((b) => b.status !== 'disqualified')) return null
  const awarded = awardedPast(p, lowest)
  return awarded && flag('R036', p, { lowest: least, awarded: awarded.amount })
}

/** The flags that one process raises by itself. */
export const rules: readonly Rule[] = [shortPeriod, singleBid, samePrice, lateWinner, allOthersOut, lowestOut]
