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

type Opened = { ballots: Mark[][]; fingerprint: string; fault: string | null }
const head = 'ballot,choices\n'
/** ballots.csv: every line a ballot of this round, numbered and sorted. */
export function readBallots(files: RoundFiles, manifest: Manifest): Opened {
  const text = files.text('ballots.csv')
  const fingerprint = files.sha256('ballots.csv')
  const ballots: Mark[][] = []
  const found = (fault: string | null) => ({ ballots, fingerprint, fault })
  if (!text.startsWith(head) || !text.endsWith('\n')) return found('not whole')
  const read = readerOf(manifest)
  let last = ''
  for (let from = head.length; from < text.length; ) {
    const [comma, end, nth] = [text.indexOf(',', from), text.indexOf('\n', from), ballots.length + 1]
    const words = text.slice(comma + 1, end)
    const numbered = comma < end && text.slice(from, comma) === String(nth)
    // Sorted ballots that are alike lie together, and are read once.
    const alike = words === last ? ballots[nth - 2] : undefined
    const marks = numbered ? (alike ?? read(words)) : null
    if (!marks) return found(`ballot ${nth} is not one of this round`)
    if (words < last) return found(`ballot ${nth} is out of order`)
    ballots.push(marks)
    last = words
    from = end + 1
  }
  return found(null)
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
