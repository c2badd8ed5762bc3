import { isSigned } from '#app/ports/vault.ts'
import { byBytes, readLeaves } from './read-leaves.ts'
import { isSignedResult } from './signed-result.ts'
import { boxWords } from './signed-words.ts'
import { tally } from './tally.ts'
import { readBallots, ruleIn } from './verify-ballots.ts'
import { abstentions, type Bodies } from './verify-bodies.ts'
import { type Manifest, type Result, type RoundFiles, signedFiles, type Turnout } from './verify-shapes.ts'
import { turnoutFault } from './verify-turnout.ts'

/** What is checked, in the order of `docs/verifying-a-round.md`. */
export type CheckKey =
  | 'seal'
  | 'round'
  | 'level'
  | 'result'
  | 'files'
  | 'replaced'
  | 'replaced_hash'
  | 'box'
  | 'root'
  | 'apart'
  | 'signature'
  | 'ballots'
  | 'fingerprint'
  | 'numbers'
  | 'turnout'
  | 'bodies'
  | 'abstained'
  | 'lot'
  | 'blank'
  | 'items'
  | 'count'
/** `selected`: what the count gives, with the last check. */
export type Check = { holds: boolean; key: CheckKey; say: string; selected?: string[] }

const is = (key: CheckKey, holds: boolean, say: string): Check => ({ key, holds, say })
const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

/** 逐件: result.json under the server's hand, and every other file as result.json names it. */
function* checkFiles(files: RoundFiles, manifest: Manifest, result: Result): Iterable<Check> {
  const signed = isSignedResult(files.text('result.json'), manifest.signingKey ?? '')
  yield is('result', signed, 'result.json is signed with the key of the manifest')
  const named = same(Object.keys(result.files ?? {}).sort(), [...signedFiles].sort())
  const other = signedFiles.filter((name) => files.sha256(name) !== result.files?.[name])
  const told = other.length > 0 ? `${other.join(', ')}: not as signed` : 'every file is as signed'
  yield is('files', named && other.length === 0, named ? told : 'result.json names other files')
}

/** Replaced hashes beside the box, both in order: how many stand in both. */
function meeting(replaced: readonly Uint8Array[]) {
  let [at, both] = [0, 0]
  const meet = (leaf: Uint8Array) => {
    while (at < replaced.length && byBytes(replaced[at]!, leaf) < 0) at += 1
    if (at < replaced.length && byBytes(replaced[at]!, leaf) === 0) both += 1
  }
  return { meet, both: () => both }
}

function* checkBox(files: RoundFiles, manifest: Manifest, { box, round }: Result): Iterable<Check> {
  if (!box) return yield is('box', false, 'result.json tells no box')
  const replaced: Uint8Array[] = []
  const old = readLeaves(files.pieces('superseded.txt'), (leaf) => replaced.push(leaf.slice()))
  const oldHolds = !old.fault && old.n === box.replaced
  yield is('replaced', oldHolds, `superseded.txt: ${old.fault ?? `${old.n} replaced ballots`}`)
  const journalled = files.sha256('superseded.txt') === box.replacedHash
  yield is('replaced_hash', journalled, 'superseded.txt is as journalled at the close')
  const { meet, both } = meeting(replaced)
  const sealed = readLeaves(files.pieces('sealed.txt'), meet)
  const holds = !sealed.fault && sealed.n === box.leaves
  yield is('box', holds, `sealed.txt: ${sealed.fault ?? `${sealed.n} sealed ballots`}`)
  yield is('root', sealed.root === box.root, `root of sealed.txt is ${box.root}`)
  yield is('apart', both() === 0, 'no replaced ballot is in the box')
  const signed = isSigned(manifest.signingKey ?? '', boxWords(round, box.root, box.leaves), box.signature)
  yield is('signature', signed, 'the box is signed with the key of the manifest')
}

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
  const { kept, say } = abstentions(bodies, manifest)
  yield is('abstained', kept, say)
  const drawn = result.lotSeed !== null
  yield is('lot', (manifest.count.tieOrder === 'lot') === drawn, 'a lot where the rule asks for one')
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
  const manifest = JSON.parse(files.text('manifest.json')) as Manifest
  const result = JSON.parse(files.text('result.json')) as Result
  yield is(
    'seal',
    files.sha256('manifest.json') === result.sealHash,
    `manifest.json has the seal ${result.sealHash}`,
  )
  yield is('round', manifest.round === result.round, `the files are of round ${manifest.round}`)
  if (manifest.level !== 'L1')
    return yield is('level', false, 'an advisory round: its ballots are not published')
  yield* checkFiles(files, manifest, result)
  yield* checkBox(files, manifest, result)
  const opened = readBallots(files, manifest)
  yield* checkBallots(opened, result)
  const told = turnoutFault(JSON.parse(files.text('turnout.json')) as Turnout, result)
  yield is('turnout', told === null, told ?? 'turnout.json adds up to who took part')
  const { bodies } = JSON.parse(files.text('blocs.json')) as { bodies: Bodies }
  yield* checkBodies(bodies, manifest, result)
  yield* checkOutcome(opened.ballots, bodies, manifest, result)
}
