import { factsOf, type ProcessFacts } from '#domain/open/flags/facts.ts'

/** A process as a test tells it in a line. */
export type FactsShape = {
  ocid: string
  method?: string
  days?: number
  leastDays?: number | null
  numberOfTenderers?: number
  buyer?: string
  procuringEntity?: string
  bids: Array<{ who: string; amount: number; status?: string; wins?: boolean; minutesLate?: number }>
}
const start = Date.parse('2026-03-02T09:00:00+08:00')
const at = (ms: number) => new Date(ms).toISOString()

/** Written out as a release and read as anybody's would be. */
export function facts({
  ocid,
  bids = [],
  days = 30,
  ...more
}: Omit<FactsShape, 'bids'> & Partial<FactsShape>): ProcessFacts {
  const until = start + days * 86_400_000
  const idOf = (nth: number) =>
    bids.filter((b) => b.who === bids[nth]!.who).length > 1 ? `${bids[nth]!.who}${nth}` : bids[nth]!.who
  return factsOf({
    ocid,
    buyer: more.buyer && { id: more.buyer, name: more.buyer },
    tender: {
      procurementMethod: more.method ?? 'limited',
      tenderPeriod: { startDate: at(start), endDate: at(until) },
      ...(more.leastDays ? { minimumPeriod: { durationInDays: more.leastDays } } : {}),
      ...(more.numberOfTenderers ? { numberOfTenderers: more.numberOfTenderers } : {}),
      ...(more.procuringEntity ? { procuringEntity: { id: more.procuringEntity } } : {}),
    },
    bids: {
      details: bids.map((b, nth) => ({
        id: idOf(nth),
        status: b.status ?? 'valid',
        date: at(until + (b.minutesLate ?? -60) * 60_000),
        value: { amount: b.amount, currency: 'CNY' },
        tenderers: [{ id: b.who, name: b.who }],
      })),
    },
    awards: bids.flatMap((b, nth) =>
      b.wins ? [{ id: `award-${nth}`, status: 'active', relatedBid: idOf(nth) }] : [],
    ),
  })!
}
