/** What the red flags ask of one process; whatever a publisher left out is simply not there. */
export type BidFacts = {
  id: string
  tenderers: string[]
  amount: number | null
  currency: string | null
  at: number | null
  status: string | null
}
export type AwardFacts = {
  id: string
  status: string | null
  suppliers: string[]
  relatedBid: string | null
  amount: number | null
}
export type ProcessFacts = {
  ocid: string
  /** When this was said; a later release is laid over an earlier one, wherever it stands in the file. */
  date: number | null
  title: string | null
  method: string | null
  from: number | null
  until: number | null
  /** The route's own least period in whole days, where the publisher says it. */
  leastDays: number | null
  numberOfTenderers: number | null
  tenderers: string[]
  buyer: string | null
  procuringEntity: string | null
  bids: BidFacts[]
  awards: AwardFacts[]
  names: Record<string, string>
}

type Loose = Record<string, unknown>
const object = (value: unknown): Loose =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Loose) : {}
const list = (value: unknown): Loose[] => (Array.isArray(value) ? value.map(object) : [])
const words = (value: unknown) =>
  typeof value === 'string' && value.trim() !== ''
    ? value
    : typeof value === 'number' && Number.isFinite(value)
      ? String(value)
      : null
const number = (value: unknown) => {
  const read = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
  return typeof read === 'number' && Number.isFinite(read) ? read : null
}
/** A time of day without a zone is read as UTC, so that a file says the same on every machine. */
const moment = (value: unknown) => {
  if (typeof value !== 'string') return null
  const text = value.trim()
  const read = Date.parse(/T[\d:.]+$/.test(text) ? `${text}Z` : text)
  return Number.isNaN(read) ? null : read
}

/** Who a body is: its id; in releases of 1.0, which had none, its identifier, else its name. */
function bodyOf(value: unknown): { id: string; name: string | null } | null {
  const body = object(value)
  const identifier = object(body.identifier)
  const scheme = words(identifier.scheme)
  const number = words(identifier.id)
  const named = words(body.name) ?? words(identifier.legalName)
  const id = words(body.id) ?? (number && scheme ? `${scheme}-${number}` : number) ?? named
  return id === null ? null : { id, name: named }
}
const idsOf = (value: unknown) =>
  list(value).flatMap((one) => {
    const body = bodyOf(one)
    return body ? [body.id] : []
  })

function bidOf(bid: Loose, at: number): BidFacts {
  const value = object(bid.value)
  return {
    id: words(bid.id) ?? `#${at + 1}`,
    tenderers: [...idsOf(bid.tenderers), ...idsOf(bid.tenderer ? [bid.tenderer] : [])],
    amount: number(value.amount),
    currency: words(value.currency),
    at: moment(bid.date),
    status: words(bid.status),
  }
}
const awardOf = (award: Loose, at: number): AwardFacts => ({
  id: words(award.id) ?? `#${at + 1}`,
  status: words(award.status),
  suppliers: idsOf(award.suppliers),
  relatedBid:
    words(award.relatedBid) ?? words((Array.isArray(award.relatedBids) ? award.relatedBids : [])[0]),
  amount: number(object(award.value).amount),
})

function namesOf(release: Loose, tender: Loose): Record<string, string> {
  const bodies = [
    ...list(release.parties),
    release.buyer,
    tender.procuringEntity,
    ...list(tender.tenderers),
    ...list(release.awards).flatMap((a) => list(a.suppliers)),
    ...list(object(release.bids).details).flatMap((b) => list(b.tenderers)),
  ]
  const named: Record<string, string> = {}
  for (const one of bodies) {
    const body = bodyOf(one)
    if (body?.name) named[body.id] = body.name
  }
  return named
}

/** Reads one release or compiled release of anybody; null where it does not even say of which process it speaks. */
export function factsOf(value: unknown): ProcessFacts | null {
  const release = object(value)
  const ocid = words(release.ocid)
  if (ocid === null) return null
  const tender = object(release.tender)
  const period = object(tender.tenderPeriod)
  return {
    ocid,
    date: moment(release.date),
    title: words(release.title) ?? words(tender.title),
    method: words(tender.procurementMethod),
    from: moment(period.startDate),
    until: moment(period.endDate),
    leastDays: number(object(tender.minimumPeriod).durationInDays),
    numberOfTenderers: number(tender.numberOfTenderers),
    tenderers: idsOf(tender.tenderers),
    buyer: bodyOf(release.buyer)?.id ?? null,
    procuringEntity: bodyOf(tender.procuringEntity)?.id ?? null,
    bids: list(object(release.bids).details).map(bidOf),
    awards: list(release.awards).map(awardOf),
    names: namesOf(release, tender),
  }
}
