import type { ProcessFacts } from './facts.ts'

const newer = <T extends { id: string }>(was: readonly T[], now: readonly T[]): T[] => {
  const merged = new Map(was.map((one) => [one.id, one]))
  for (const one of now) {
    const old = merged.get(one.id)
    const known = Object.entries(one).filter(([, v]) => v !== null && !(Array.isArray(v) && v.length === 0))
    merged.set(one.id, old ? { ...old, ...Object.fromEntries(known) } : one)
  }
  return [...merged.values()]
}

/** A later release of the same process laid over what was known of it. */
export function addFacts(was: ProcessFacts | undefined, now: ProcessFacts): ProcessFacts {
  if (!was) return now
  return {
    ocid: was.ocid,
    date: now.date ?? was.date,
    title: now.title ?? was.title,
    method: now.method ?? was.method,
    from: now.from ?? was.from,
    until: now.until ?? was.until,
    leastDays: now.leastDays ?? was.leastDays,
    numberOfTenderers: now.numberOfTenderers ?? was.numberOfTenderers,
    tenderers: now.tenderers.length > 0 ? now.tenderers : was.tenderers,
    buyer: now.buyer ?? was.buyer,
    procuringEntity: now.procuringEntity ?? was.procuringEntity,
    bids: newer(was.bids, now.bids),
    awards: newer(was.awards, now.awards),
    names: { ...was.names, ...now.names },
  }
}
