import type { ProcessFacts } from './facts.ts'
import { type Fences, fencesOf, isHigh, isLow, QUARTILE_METHOD } from './fences.ts'
import { type Flag, isValid, rules, spreadOf, winnersOf } from './rules.ts'

const round = (n: number) => Math.round(n * 1e6) / 1e6
const stated = ({ n, q1, q3 }: Fences, fence: number) => ({
  compared: n,
  q1: round(q1),
  q3: round(q3),
  fence: round(fence),
  quartiles: QUARTILE_METHOD,
})

/** R024, R058: a winner very near the next, or very far below it, against all processes compared. */
function spreads(all: readonly ProcessFacts[]): Flag[] {
  const found = all.flatMap((p) => {
    const spread = spreadOf(p)
    return spread ? [{ p, ...spread }] : []
  })
  const fences = fencesOf(found.map((f) => f.ratio))
  if (!fences) return []
  return found.flatMap(({ p, ratio, winning, second }): Flag[] => {
    const told = { ratio: round(ratio), winning, second }
    const flag = (code: 'R024' | 'R058', fence: number): Flag => ({
      code,
      subject: p.ocid,
      ocid: p.ocid,
      figures: { ...told, ...stated(fences, fence) },
    })
    if (isLow(ratio, fences)) return [flag('R024', fences.lower)]
    return isHigh(ratio, fences) ? [flag('R058', fences.upper)] : []
  })
}

type Counted = { all: number; hit: number; name: string | null }
const count = (into: Map<string, Counted>, id: string, hit: boolean, name: string | undefined) => {
  const was = into.get(id) ?? { all: 0, hit: 0, name: null }
  into.set(id, { all: was.all + 1, hit: was.hit + (hit ? 1 : 0), name: name ?? was.name })
}

/** R025: one who bids often and wins next to never. */
function losers(all: readonly ProcessFacts[]): Flag[] {
  const tenderers = new Map<string, Counted>()
  for (const p of all) {
    const won = new Set(winnersOf(p).map((b) => b.id))
    for (const bid of p.bids.filter(isValid))
      for (const id of bid.tenderers) count(tenderers, id, won.has(bid.id), p.names[id])
  }
  const often = fencesOf([...tenderers.values()].map((t) => t.all))
  const shares = fencesOf([...tenderers.values()].map((t) => t.hit / t.all))
  if (!often || !shares) return []
  return [...tenderers].flatMap(([id, { all: bids, hit: wins, name }]): Flag[] => {
    const share = wins / bids
    if (bids < often.q3 || !isLow(share, shares)) return []
    const told = { name, bids, wins, share: round(share), oftenFrom: round(often.q3) }
    return [
      { code: 'R025', subject: `tenderer:${id}`, figures: { ...told, ...stated(shares, shares.lower) } },
    ]
  })
}

const roles = {
  buyer: (p: ProcessFacts) => (p.buyer ? [p.buyer] : []),
  procuringEntity: (p: ProcessFacts) => (p.procuringEntity ? [p.procuringEntity] : []),
  tenderer: (_p: ProcessFacts, tenderers: readonly string[]) => tenderers,
} as const

/** R038: where far more of the bids are disqualified than elsewhere, at a body or of one. */
function disqualifiers(all: readonly ProcessFacts[], role: keyof typeof roles): Flag[] {
  const bodies = new Map<string, Counted>()
  for (const p of all)
    for (const bid of p.bids.filter((b) => isValid(b) || b.status === 'disqualified'))
      for (const id of roles[role](p, bid.tenderers))
        count(bodies, id, bid.status === 'disqualified', p.names[id])
  const fences = fencesOf([...bodies.values()].map((b) => b.hit / b.all))
  if (!fences) return []
  return [...bodies].flatMap(([id, { all: bids, hit: disqualified, name }]): Flag[] => {
    const share = disqualified / bids
    if (disqualified === 0 || !isHigh(share, fences)) return []
    const told = { role, name, bids, disqualified, share: round(share) }
    return [{ code: 'R038', subject: `${role}:${id}`, figures: { ...told, ...stated(fences, fences.upper) } }]
  })
}

/** 采购预警: every signal in these processes, each with its figures, in the order of the codes. */
export function flagsOf(all: readonly ProcessFacts[]): Flag[] {
  const own = all.flatMap((p) => rules.flatMap((rule) => rule(p) ?? []))
  const compared = [
    ...spreads(all),
    ...losers(all),
    ...disqualifiers(all, 'buyer'),
    ...disqualifiers(all, 'procuringEntity'),
    ...disqualifiers(all, 'tenderer'),
  ]
  return [...own, ...compared].toSorted((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0))
}
