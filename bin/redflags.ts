import { createReadStream, readFileSync } from 'node:fs'
import { gather } from '#domain/open/flags/read-lines.ts'
import { flagsOf } from '#domain/open/flags/run-flags.ts'

/** 采购预警 over anybody's Open Contracting releases: `npm run -s redflags -- FILE.jsonl`; one flag a line, signals and never verdicts. */
const file = process.argv[2]
if (!file) {
  process.stderr.write('which file? npm run -s redflags -- FILE.jsonl\n')
  process.exit(2)
}

const sentences = {
  'not-json': 'is no JSON and was left out',
  'no-ocid': 'holds something that names no process (no ocid), which was left out',
  'only-links': 'holds a record that only links to its releases, which was left out',
} as const

/** Only a line feed ends a line: a text may hold the separators of U+2028 and U+2029. */
async function* linesOf(path: string) {
  let begun: string[] = []
  for await (const piece of createReadStream(path, 'utf8')) {
    const lines = String(piece).split('\n')
    begun.push(lines.shift() ?? '')
    for (const next of lines) {
      yield begun.join('')
      begun = [next]
    }
  }
  yield begun.join('')
}

/** A package on many lines is one JSON text; anything else is read a line at a time. */
async function read(path: string) {
  const byLine = gather()
  if (!path.endsWith('.json')) for await (const line of linesOf(path)) byLine.take(line)
  if (byLine.all().length > 0 || (byLine.skipped.length === 0 && !path.endsWith('.json'))) return byLine
  const whole = gather()
  whole.take(readFileSync(path, 'utf8'))
  const isOneText = whole.skipped.every(({ why }) => why !== 'not-json')
  return isOneText || path.endsWith('.json') ? whole : byLine
}

try {
  const { skipped, all } = await read(file)
  for (const { line, why } of skipped) process.stderr.write(`line ${line} ${sentences[why]}\n`)
  const processes = all()
  for (const flag of flagsOf(processes)) process.stdout.write(`${JSON.stringify(flag)}\n`)
  process.stderr.write(`${processes.length} processes compared, ${skipped.length} left out\n`)
  if (processes.length === 0 && skipped.length > 0) process.exitCode = 1
} catch (error) {
  process.stderr.write(`${file}: ${(error as Error).message}\n`)
  process.exit(2)
}
