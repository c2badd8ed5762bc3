import { closeSync, existsSync, openSync, readFileSync, readSync } from 'node:fs'
import path from 'node:path'
import { type Check, verifyRound } from '#domain/ask/vote/verify-round.ts'
import type { RoundFiles } from '#domain/ask/vote/verify-shapes.ts'

/** Verifies a round from its public files alone: `npm run -s verify-round -- FOLDER`. Yes or no, and why, line by line. */
const CHUNK = 65 * 16_384
const folder = process.argv[2]

const at = (name: string) => {
  const file = path.join(folder!, name)
  if (!existsSync(file)) throw new Error(`${name} is not in the folder`)
  return file
}
function* linesOf(name: string): Iterable<string> {
  const file = openSync(at(name), 'r')
  const bytes = Buffer.alloc(CHUNK)
  let rest = ''
  try {
    for (let read = readSync(file, bytes); read > 0; read = readSync(file, bytes)) {
      const lines = (rest + bytes.toString('latin1', 0, read)).split('\n')
      rest = lines.pop() ?? ''
      yield* lines
    }
  } finally {
    closeSync(file)
  }
  if (rest) yield rest
}
const files: RoundFiles = { text: (name) => readFileSync(at(name), 'utf8'), lines: linesOf }

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
process.stdout.write(faults === 0 ? 'yes: this round is verified\n' : `no: ${faults} of the checks failed\n`)
process.exitCode = faults === 0 ? 0 : 1
