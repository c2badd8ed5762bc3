import { createHash } from 'node:crypto'
import { closeSync, existsSync, openSync, readFileSync, readSync } from 'node:fs'
import path from 'node:path'
import { besideWords } from '#domain/ask/vote/verify-beside.ts'
import { type Check, verifyRound } from '#domain/ask/vote/verify-round.ts'
import type { RoundFiles } from '#domain/ask/vote/verify-shapes.ts'

/**
 * Verifies a round from its public files alone: `npm run -s verify-round -- FOLDER`. Yes or no, and why, line by line;
 * with `--compare` also what the other rule would have given, where all holds.
 */
const CHUNK = 65 * 16_384
const [folder, compare] = process.argv.slice(2)

const at = (name: string) => {
  const file = path.join(folder!, name)
  if (!existsSync(file)) throw new Error(`${name} is not in the folder`)
  return file
}
function* piecesOf(name: string): Iterable<Uint8Array> {
  const file = openSync(at(name), 'r')
  const bytes = Buffer.alloc(CHUNK)
  try {
    for (let read = readSync(file, bytes); read > 0; read = readSync(file, bytes))
      yield bytes.subarray(0, read)
  } finally {
    closeSync(file)
  }
}
function fingerprintOf(name: string): string {
  const sum = createHash('sha256')
  for (const piece of piecesOf(name)) sum.update(piece)
  return sum.digest('hex')
}
const files: RoundFiles = {
  text: (name) => readFileSync(at(name), 'utf8'),
  pieces: piecesOf,
  sha256: fingerprintOf,
}

function* checked(): Iterable<Omit<Check, 'key'>> {
  try {
    yield* verifyRound(files)
  } catch (error) {
    yield { holds: false, say: error instanceof Error ? error.message : String(error) }
  }
}

if (!folder) {
  process.stderr.write('name the folder with the files of a round\n')
  process.exit(2)
}
let faults = 0
for (const { holds, say } of checked()) {
  if (!holds) faults += 1
  process.stdout.write(`${holds ? 'yes' : 'NO '}  ${say}\n`)
}
if (faults === 0 && compare === '--compare') process.stdout.write(`--   ${besideWords(files)}\n`)
process.stdout.write(faults === 0 ? 'yes: this round is verified\n' : `no: ${faults} of the checks failed\n`)
process.exitCode = faults === 0 ? 0 : 1
