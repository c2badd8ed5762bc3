import { hash } from 'node:crypto'
import { isSigned } from '#app/ports/vault.ts'
import { growingTree } from './inclusion.ts'
import { boxWords } from './signed-words.ts'
import { tally } from './tally.ts'
import type { TallyRule } from './tally-terms.ts'
import { readBallots, ruleIn } from './verify-ballots.ts'
import type { Manifest, Result, RoundFiles } from './verify-shapes.ts'

/** What is checked, in the order of `docs/verifying-a-round.md`. */
export type CheckKey =
  | 'seal'
  | 'round'
  | 'level'
  | 'replaced'
  | 'replaced_hash'
  | 'box'
  | 'root'
  | 'apart'
  | 'signature'
  | 'ballots'
  | 'fingerprint'
  | 'numbers'
  | 'bodies'
  | 'lot'
  | 'blank'
  | 'items'
  | 'count'
/** `selected`: what the count gives, with the last check. */
export type Check = { holds: boolean; key: CheckKey; say: string; selected?: string[] }

const sha = (words: string) => hash('sha256', words, 'hex')
const is = (key: CheckKey, holds: boolean, say: string): Check => ({ key, holds, say })
const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

/** Hashes in strict order, each of them one: counted, and joined to their root. */
function readLeaves(lines: Iterable<string>, keep?: Set<string>) {
  const tree = growingTree()
  let [n, last] = [0, '']
  for (const line of lines) {
    n += 1
    if (!/^[0-9a-f]{64}$/.test(line)) return { n, fault: `line ${n} is no hash` }
    if (line <= last) return { n, fault: `line ${n} is out of order or twice` }
    tree.add(line)
    keep?.add(line)
    last = line
  }
  return { n, root: tree.root(), fault: null }
}

function* checkBox(files: RoundFiles, manifest: Manifest, { box, round }: Result): Iterable<Check> {
  if (!box) return yield is('box', false, 'result.json tells no box')
  const replaced = new Set<string>()
  const old = readLeaves(files.lines('superseded.txt'), replaced)
  yield is(
    'replaced',
    !old.fault && old.n === box.replaced,
    `superseded.txt: ${old.fault ?? `${old.n} replaced ballots`}`,
  )
  const words = [...replaced].map((leaf) => `${leaf}\n`).join('')
  yield is('replaced_hash', sha(words) === box.replacedHash, 'superseded.txt is as journalled at the close')
  const sealed = readLeaves(files.lines('sealed.txt'))
  yield is(
    'box',
    !sealed.fault && sealed.n === box.leaves,
    `sealed.txt: ${sealed.fault ?? `${sealed.n} sealed ballots`}`,
  )
  yield is('root', sealed.root === box.root, `root of sealed.txt is ${box.root}`)
  let both = 0
  if (replaced.size) for (const leaf of files.lines('sealed.txt')) if (replaced.has(leaf)) both += 1
  yield is('apart', both === 0, 'no replaced ballot is in the box')
  const signed = isSigned(manifest.signingKey ?? '', boxWords(round, box.root, box.leaves), box.signature)
  yield is('signature', signed, 'the box is signed with the key of the manifest')
}

type Bodies = Array<NonNullable<TallyRule['bodies']>[number] & { id: string }>
type Opened = ReturnType<typeof readBallots>
function* checkBallots(opened: Opened, result: Result): Iterable<Check> {
  const { ballots, fingerprint, fault } = opened
  yield is('ballots', !fault, `ballots.csv: ${fault ?? `${ballots.length} plain ballots, sorted`}`)
  yield is(
    'fingerprint',
    fingerprint === result.countHash,
    `fingerprint of ballots.csv is ${result.countHash}`,
  )
  const { participations, void: voided } = result.votes
  const sum = participations - voided === result.box?.leaves && result.box.leaves === ballots.length
  yield is(
    'numbers',
    sum,
    `${participations} took part, ${voided} void, ${result.box?.leaves} sealed, ${ballots.length} opened`,
  )
}

function* checkBodies(bodies: Bodies, manifest: Manifest, result: Result): Iterable<Check> {
  const listed = same(
    bodies.map((b) => b.id),
    manifest.bodies.map((b) => b.id),
  )
  yield is('bodies', listed, `blocs.json: ${bodies.length} bodies, those of the manifest`)
  yield is(
    'lot',
    (manifest.count.tieOrder === 'lot') === (result.lotSeed !== null),
    'a lot where the rule asks for one',
  )
}

function* checkOutcome(
  ballots: Opened['ballots'],
  bodies: Bodies,
  manifest: Manifest,
  result: Result,
): Iterable<Check> {
  const found = tally(ballots, manifest.slate, ruleIn(manifest, result, bodies))
  const { line, quorumMet, spent, selected, steps } = result.outcome
  yield is('blank', found.blank === result.votes.blank, `${found.blank} blank ballots`)
  const counted = steps.map(({ id, votes, score, outcome }) => ({ id, votes, score, outcome }))
  const again = found.steps.map(({ id, votes, score, outcome }) => ({ id, votes, score, outcome }))
  yield is('items', same(counted, again), 'every item has its votes, its place and its outcome')
  const end = same(
    [line, quorumMet, spent, selected],
    [found.line, found.quorumMet, found.spent, found.selected],
  )
  const told = `the count gives ${found.selected.join(' ') || 'nothing'}, ${found.spent} fen`
  yield { ...is('count', end, told), selected: found.selected }
}

/** 核验: everything a stranger can say about a round from its public files alone, one sentence a check. */
export function* verifyRound(files: RoundFiles): Iterable<Check> {
  const words = files.text('manifest.json')
  const [manifest, result] = [JSON.parse(words) as Manifest, JSON.parse(files.text('result.json')) as Result]
  yield is('seal', sha(words) === result.sealHash, `manifest.json has the seal ${result.sealHash}`)
  yield is('round', manifest.round === result.round, `the files are of round ${manifest.round}`)
  if (manifest.level !== 'L1')
    return yield is('level', false, 'an advisory round: its ballots are not published')
  yield* checkBox(files, manifest, result)
  const opened = readBallots(files, manifest)
  yield* checkBallots(opened, result)
  const { bodies } = JSON.parse(files.text('blocs.json')) as { bodies: Bodies }
  yield* checkBodies(bodies, manifest, result)
  yield* checkOutcome(opened.ballots, bodies, manifest, result)
}
