import type { Mark } from '#db/vocabulary.ts'
import { quorumOf } from './tally.ts'
import type { TallyRule } from './tally-terms.ts'
import type { Manifest, Result, RoundFiles } from './verify-shapes.ts'

type Held = { id: string; points: number; cost: number }
/** Whether one ballot keeps to the round's rule: `docs/verifying-a-round.md`, “A ballot's words”. */
function isLawful({ ballot, count }: Manifest, held: readonly Held[], inOrder: boolean): boolean {
  if (held.length > ballot.maxChoices) return false
  if (ballot.kind === 'ranking') return new Set(held.map(({ id }) => id)).size === held.length
  if (!inOrder) return false
  if (ballot.kind === 'knapsack') return held.reduce((sum, { cost }) => sum + cost, 0) <= count.budget
  if (ballot.kind !== 'points') return true
  const [each, total] = [ballot.pointsEach ?? 0, ballot.pointsTotal ?? 0]
  const within = held.every(({ points }) => Number.isInteger(points) && points > 0 && points <= each)
  return within && held.reduce((sum, { points }) => sum + points, 0) <= total
}

type Items = ReadonlyMap<string, { id: string }>
/** The ids of an approval ballot, in strict order; null when it is none of this round. Most ballots are such. */
function approvedIn(words: string, items: Items, most: number): string[] | null {
  const ids: string[] = []
  for (let from = 0; from < words.length; ) {
    const space = words.indexOf(' ', from)
    const end = space < 0 ? words.length : space
    const item = items.get(words.slice(from, end))
    if (!item || ids.length === most || (ids.length > 0 && ids[ids.length - 1]! >= item.id)) return null
    ids.push(item.id)
    from = end + 1
  }
  return words.endsWith(' ') ? null : ids.slice()
}

/** Reads the words of one ballot as marks; null when it is none of this round. Ids are kept once, not once a ballot. */
function readerOf(manifest: Manifest) {
  const items = new Map(manifest.slate.map(({ id, cost }) => [id, { id, cost, points: 1 }]))
  const pointed = manifest.ballot.kind === 'points'
  return (words: string): Mark[] | null => {
    if (manifest.ballot.kind === 'approval') return approvedIn(words, items, manifest.ballot.maxChoices)
    if (words === '') return []
    const held: Held[] = []
    let inOrder = true
    for (const word of words.split(' ')) {
      const [id = '', n, more] = pointed ? word.split(':') : [word]
      const item = items.get(id)
      if (!item || more !== undefined || (pointed && !/^[1-9]\d*$/.test(n ?? ''))) return null
      if (held.length > 0 && held.at(-1)!.id >= item.id) inOrder = false
      held.push(pointed ? { ...item, points: Number(n) } : item)
    }
    if (!isLawful(manifest, held, inOrder)) return null
    return held.map(({ id, points }) => (pointed ? [id, points] : id))
  }
}

/** Lines out of pieces of any size, one by one until `take` has enough; answers what stands behind the last line end. */
function eachLine(
  pieces: Iterable<Uint8Array>,
  take: (text: string, from: number, end: number) => boolean,
): string {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  let rest = ''
  for (const piece of pieces) {
    const text = rest + decoder.decode(piece, { stream: true })
    let from = 0
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
      if (!take(text, from, end)) return ''
      from = end + 1
    }
    rest = text.slice(from)
  }
  return rest
}

type Opened = { ballots: Mark[][]; fingerprint: string; fault: string | null }
const head = 'ballot,choices'
/** ballots.csv: every line a ballot of this round, numbered and sorted; the file is read piece by piece and never kept whole. */
export function readBallots(files: RoundFiles, manifest: Manifest): Opened {
  const ballots: Mark[][] = []
  const read = readerOf(manifest)
  let [last, begun, fault]: [string, boolean, string | null] = ['', false, null]
  const takeBallot = (text: string, from: number, end: number): string | null => {
    const [comma, nth] = [text.indexOf(',', from), ballots.length + 1]
    const words = text.slice(comma + 1, end)
    const numbered = comma >= 0 && comma < end && text.slice(from, comma) === String(nth)
    // Sorted ballots that are alike lie together, and are read once.
    const alike = words === last ? ballots[nth - 2] : undefined
    const marks = numbered ? (alike ?? read(words)) : null
    if (!marks) return `ballot ${nth} is not one of this round`
    if (words < last) return `ballot ${nth} is out of order`
    ballots.push(marks)
    last = words
    return null
  }
  const rest = eachLine(files.pieces('ballots.csv'), (text, from, end) => {
    if (begun) fault = takeBallot(text, from, end)
    else if (text.slice(from, end) !== head) fault = 'not whole'
    begun = true
    return fault === null
  })
  if (!begun || rest !== '') fault = 'not whole'
  return { ballots: begun && rest === '' ? ballots : [], fingerprint: files.sha256('ballots.csv'), fault }
}

/** The rule of the count, as the manifest fixed it. */
export const ruleIn = (manifest: Manifest, result: Result, bodies: TallyRule['bodies']): TallyRule => ({
  ...manifest.count,
  thresholdPercent: manifest.count.rule === 'greedy_threshold' ? manifest.count.thresholdPercent : null,
  quorum: quorumOf(manifest.electorate.households, manifest.electorate.quorumPercent),
  participated: result.votes.households,
  ballotKind: manifest.ballot.kind,
  maxChoices: manifest.ballot.maxChoices,
  lotSeed: result.lotSeed,
  blocs: manifest.blocs,
  ...(bodies ? { bodies } : {}),
})
