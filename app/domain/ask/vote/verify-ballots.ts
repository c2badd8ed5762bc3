import { hash } from 'node:crypto'
import type { Mark } from '#db/vocabulary.ts'
import { canonical, readPlain } from './marks.ts'
import { quorumOf, type TallyRule } from './tally.ts'
import type { Manifest, Result, RoundFiles } from './verify-shapes.ts'

/** One line of ballots.csv as marks; null when it is none this round's rule knows. */
const readLine = (manifest: Manifest, line: string, at: number): Mark[] | null => {
  const comma = line.indexOf(',')
  if (line.slice(0, comma) !== String(at)) return null
  const words = line.slice(comma + 1)
  const parts = words === '' ? [] : words.split(' ')
  const points = manifest.ballot.kind === 'points'
  const marks = parts.map((part): Mark => {
    const [id = '', n] = part.split(':')
    return points ? [id, Number(n)] : part
  })
  const { kind, ...rest } = manifest.ballot
  const slate = manifest.slate.map(({ id, cost }) => ({ needId: id, refNo: id, cost }))
  const plain = JSON.stringify(canonical(kind, marks))
  return readPlain({ ...rest, ballotKind: kind, budget: manifest.count.budget }, slate, plain) && marks
}

type Opened = { ballots: Mark[][]; fingerprint: string; fault: string | null }
/** ballots.csv: every line a ballot of this round, numbered and sorted. */
export function readBallots(files: RoundFiles, manifest: Manifest): Opened {
  const text = files.text('ballots.csv')
  const fingerprint = hash('sha256', text, 'hex')
  const [head, ...lines] = text.split('\n')
  const ballots: Mark[][] = []
  if (head !== 'ballot,choices' || lines.pop() !== '') return { ballots, fingerprint, fault: 'not whole' }
  let last = ''
  for (const [i, line] of lines.entries()) {
    const marks = readLine(manifest, line, i + 1)
    if (!marks) return { ballots, fingerprint, fault: `ballot ${i + 1} is not one of this round` }
    const words = line.slice(line.indexOf(',') + 1)
    if (words < last) return { ballots, fingerprint, fault: `ballot ${i + 1} is out of order` }
    ballots.push(marks)
    last = words
  }
  return { ballots, fingerprint, fault: null }
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
