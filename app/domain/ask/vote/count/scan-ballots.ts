import type { Project } from './election.ts'

/** Why a ballot cannot be counted; ballots are numbered from 1. */
export type BallotFault = {
  ballot: number
  why: 'unreadable' | 'unknown' | 'twice' | 'too-many' | 'over-budget'
}

/** What each ballot is held to while it is read; `budget` only where choices must fit it. */
export type ScanRule = { items: readonly Project[]; maxChoices: number; budget: number | null }

/** Votes so far; `push` takes whole ballots, each `["A","B"]` and parted by line ends, and names the first bad one. */
export type BallotScan = {
  push: (bytes: Uint8Array) => BallotFault | null
  votes: () => Float64Array
  ballots: () => number
}

const [OPEN, CLOSE, QUOTE, COMMA, LF] = [91, 93, 34, 44, 10] as const

/** The ids in one run of bytes, found by how they end; those that end alike are told apart by all their bytes. */
type Known = { ids: DataView; start: Uint32Array; slots: Int32Array; mask: number }

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
const endingOf = (view: DataView, from: number, end: number) =>
  end - from < 4 ? end - from : Math.imul(view.getUint32(end - 4), 0x9e3779b1) >>> 8

function knownOf(items: readonly Project[]): Known {
  const encoder = new TextEncoder()
  const found = items.map(({ id }) => encoder.encode(JSON.stringify(id).slice(1, -1)))
  const start = new Uint32Array(items.length + 2)
  for (const [place, id] of found.entries()) start[place + 1] = start[place]! + id.length
  const bytes = new Uint8Array(start[items.length]!)
  for (const [place, id] of found.entries()) bytes.set(id, start[place])
  const mask = 2 ** Math.min(24, Math.ceil(Math.log2(items.length * 8 + 8))) - 1
  const slots = new Int32Array(mask + 1).fill(-1)
  for (const [place, id] of found.entries()) {
    let slot = endingOf(viewOf(id), 0, id.length) & mask
    while (slots[slot]! >= 0) slot = (slot + 1) & mask
    slots[slot] = place
  }
  return { ids: viewOf(bytes), start, slots, mask }
}

/** Four bytes at a time, and what is left one by one. */
function sameBytes(a: DataView, at: number, b: DataView, from: number, length: number) {
  let i = 0
  for (; i + 4 <= length; i += 4) if (a.getUint32(at + i) !== b.getUint32(from + i)) return false
  for (; i < length; i++) if (a.getUint8(at + i) !== b.getUint8(from + i)) return false
  return true
}

/** The place of the id that stands in `view` from `from` to `end`, or −1. */
function placeOf({ ids, start, slots, mask }: Known, view: DataView, from: number, end: number) {
  for (let slot = endingOf(view, from, end) & mask; slots[slot]! >= 0; slot = (slot + 1) & mask) {
    const place = slots[slot]!
    const at = start[place]!
    const length = start[place + 1]! - at
    if (length === end - from && sameBytes(ids, at, view, from, length)) return place
  }
  return -1
}

/** Where the id that begins at `from` ends, or the ballot or the bytes before it. */
function endOf(bytes: Uint8Array, from: number) {
  let at = from
  for (let byte = bytes[at]; byte !== QUOTE && byte !== LF && byte !== undefined; ) byte = bytes[++at]
  return at
}

type Tally = {
  known: Known
  cost: Float64Array
  votes: Float64Array
  /** The last ballot that named each project, so that none is named twice on one. */
  last: Int32Array
  ballots: number
  at: number
}

/**
 * The place of the id that begins at `start`, −1 when it is not on the list, −2 when it never ends; `tally.at` is left
 * on its closing quote. Most lists number their projects alike, so the first guess is the length of the first id.
 */
function choiceAt(tally: Tally, bytes: Uint8Array, view: DataView, start: number): number {
  tally.at = start + tally.known.start[1]!
  const place = bytes[tally.at] === QUOTE ? placeOf(tally.known, view, start, tally.at) : -1
  if (place >= 0) return place
  tally.at = endOf(bytes, start)
  return bytes[tally.at] === QUOTE ? placeOf(tally.known, view, start, tally.at) : -2
}

/** One ballot from its “[”; answers where it ends, or why it cannot be counted. */
function scanOne(
  tally: Tally,
  rule: ScanRule,
  bytes: Uint8Array,
  view: DataView,
  from: number,
): number | BallotFault['why'] {
  const { cost, votes, last } = tally
  const ballot = ++tally.ballots
  if (bytes[from] !== OPEN) return 'unreadable'
  if (bytes[from + 1] === CLOSE) return from + 2
  let [at, choices, sum] = [from + 1, 0, 0]
  for (let next: number | undefined = COMMA; next === COMMA; next = bytes[at++]) {
    if (bytes[at] !== QUOTE) return 'unreadable'
    const place = choiceAt(tally, bytes, view, at + 1)
    if (place < 0) return place === -1 ? 'unknown' : 'unreadable'
    if (last[place] === ballot) return 'twice'
    last[place] = ballot
    votes[place]! += 1
    sum += cost[place]!
    choices++
    at = tally.at + 1
  }
  if (bytes[at - 1] !== CLOSE) return 'unreadable'
  if (choices > rule.maxChoices) return 'too-many'
  return rule.budget !== null && sum > rule.budget ? 'over-budget' : at
}

/**
 * Counts ballots straight from their stored words, without making a word of them: for a million ballots a few scans'
 * time. Every ballot is held to the rule on the way; after a bad one the votes mean nothing. Ids hold no quotation mark: one
 * that did would be refused as unknown.
 */
export function ballotScan(rule: ScanRule): BallotScan {
  const size = rule.items.length
  const tally: Tally = {
    known: knownOf(rule.items),
    cost: Float64Array.from(rule.items, ({ cost }) => cost),
    votes: new Float64Array(size),
    last: new Int32Array(size),
    ballots: 0,
    at: 0,
  }
  const push = (bytes: Uint8Array): BallotFault | null => {
    const view = viewOf(bytes)
    for (let at = 0; at < bytes.length; at++) {
      const end = scanOne(tally, rule, bytes, view, at)
      if (typeof end === 'string') return { ballot: tally.ballots, why: end }
      if (end < bytes.length && bytes[end] !== LF) return { ballot: tally.ballots, why: 'unreadable' }
      at = end
    }
    return null
  }
  return { push, votes: () => tally.votes.slice(), ballots: () => tally.ballots }
}
