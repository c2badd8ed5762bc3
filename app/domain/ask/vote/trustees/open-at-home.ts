import { joinedKey, readShare } from '#app/ports/trustee-keys.ts'
import { opener, sha256 } from '#app/ports/vault.ts'
import type { Mark } from '#db/vocabulary.ts'
import { rootOf } from '../inclusion.ts'
import { readPlain } from '../marks.ts'
import { ballotsCsv, sortedBallots } from '../published.ts'
import { tally } from '../tally.ts'
import type { TallyRule } from '../tally-terms.ts'
import { ruleIn } from '../verify-ballots.ts'
import type { Manifest, Result } from '../verify-shapes.ts'

/** manifest.json as far as a trustee's own opening reads it. */
export type BoxManifest = Manifest & { id: string; publicKey: string | null }
/** What lies in the trustee's folder; the last three only once the result is out. */
export type BoxFiles = {
  manifest: string
  box: string
  result: string | null
  blocs: string | null
  ballots: string | null
}
export type Said = { holds: boolean; say: string }
/** `csv`: the plain ballots as they are published; null when the box did not open. */
export type Opening = { said: Said[]; csv: string | null }

const yes = (say: string): Said => ({ holds: true, say })
const no = (say: string): Said => ({ holds: false, say })

/** The round's key from two printed shares; a sentence where it cannot be made. */
async function keyFrom(shares: readonly string[], { publicKey }: BoxManifest): Promise<Buffer | string> {
  const read = shares.map((words) => readShare(words.replace(/^\uFEFF/, '')))
  const wrong = read.indexOf(null)
  if (wrong >= 0) return `share ${wrong + 1} is no printed share: a letter is wrong or missing`
  const key = await joinedKey(read as Buffer[], publicKey ?? '')
  for (const share of read) share?.fill(0)
  return key ?? 'these are not two different shares of the key of this round'
}

/** Opens every line of the box, or says which cannot be opened. */
function opened(key: Buffer, manifest: BoxManifest, lines: readonly string[]): Mark[][] | string {
  const open = opener(key)
  const round = { ...manifest.ballot, ballotKind: manifest.ballot.kind, budget: manifest.count.budget }
  const slate = manifest.slate.map(({ id, cost }) => ({ choice: id, refNo: id, cost }))
  const found: Mark[][] = []
  for (const [at, sealed] of lines.entries()) {
    const plain = open(sealed, manifest.id)
    const marks = plain === null ? null : readPlain(round, slate, plain)
    if (!marks) return `line ${at + 1} of box.txt cannot be opened as a ballot of this round`
    found.push(marks)
  }
  return sortedBallots(found)
}

/** The box as it lies here, against what the office journalled at its close. */
function* checkBox(lines: readonly string[], result: Result | null): Iterable<Said> {
  const hashes = lines.map((sealed) => sha256(sealed))
  const sorted = hashes.every((leaf, at) => at === 0 || hashes[at - 1]! < leaf)
  yield sorted
    ? yes(`box.txt: ${lines.length} sealed ballots`)
    : no('box.txt: out of order, or a ballot twice')
  const root = rootOf(hashes)
  if (!result) return yield yes(`root of the box is ${root}: compare it with the journal's`)
  const same = root === result.box?.root && lines.length === result.box.leaves
  yield same
    ? yes(`root of the box is ${root}, as published`)
    : no(`root of the box is ${root}, and not as published`)
}

/** The count again, and the list byte for byte; before the result is out there is nothing to compare with. */
function* checkCount(files: BoxFiles, manifest: BoxManifest, ballots: Mark[][], csv: string): Iterable<Said> {
  const hash = sha256(csv)
  if (!files.result)
    return yield yes(`fingerprint of the ballots is ${hash}: compare it with the published one`)
  const result = JSON.parse(files.result) as Result
  const same = hash === result.countHash && (files.ballots === null || files.ballots === csv)
  yield same
    ? yes(`fingerprint of the ballots is ${hash}, as published`)
    : no(`fingerprint of the ballots is ${hash}, and not as published`)
  const { bodies } = JSON.parse(files.blocs ?? '{"bodies":[]}') as {
    bodies: NonNullable<TallyRule['bodies']>
  }
  const { selected, spent } = tally(ballots, manifest.slate, ruleIn(manifest, result, bodies))
  const agrees =
    JSON.stringify([selected, spent]) === JSON.stringify([result.outcome.selected, result.outcome.spent])
  const told = `the count gives ${selected.join(' ') || 'nothing'}, ${spent} fen`
  yield agrees ? yes(`${told}, as published`) : no(`${told}, and not as published`)
}

/** 自行开票: two trustees open the box on a machine of their own, without the server; `docs/verifying-a-round.md`. */
export async function openAtHome(files: BoxFiles, shares: readonly string[]): Promise<Opening> {
  const manifest = JSON.parse(files.manifest) as BoxManifest
  const result = files.result === null ? null : (JSON.parse(files.result) as Result)
  const said: Said[] = [yes(`manifest.json has the seal ${sha256(files.manifest)}`)]
  if (result && sha256(files.manifest) !== result.sealHash)
    said[0] = no('manifest.json is not the one that was sealed')
  const lines = files.box === '' ? [] : files.box.replace(/\n$/, '').split('\n')
  said.push(...checkBox(lines, result))
  const key = await keyFrom(shares, manifest)
  if (typeof key === 'string') return { said: [...said, no(key)], csv: null }
  const ballots = opened(key, manifest, lines)
  key.fill(0)
  if (typeof ballots === 'string') return { said: [...said, no(ballots)], csv: null }
  const csv = ballotsCsv(ballots)
  return { said: [...said, ...checkCount(files, manifest, ballots, csv)], csv }
}
