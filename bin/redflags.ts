import { createReadStream, readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { gather } from '#domain/open/flags/read-lines.ts'
import { flagsOf } from '#domain/open/flags/run-flags.ts'

/** 采购预警 over anybody's Open Contracting releases: `npm run -s redflags -- FILE.jsonl`; one flag a line, signals and never verdicts. */
const file = process.argv[2]
if (!file) {
  process.stderr.write('which file? npm run -s redflags -- FILE.jsonl\n')
  process.exit(2)
}
const gathered = gather()
try {
  // A package on many lines is one JSON text; anything else is read a line at a time.
  if (file.endsWith('.json')) gathered.take(readFileSync(file, 'utf8'))
  else for await (const line of createInterface({ input: createReadStream(file) })) gathered.take(line)
} catch (error) {
  process.stderr.write(`${file}: ${(error as Error).message}\n`)
  process.exit(2)
}
for (const { line, why } of gathered.skipped) process.stderr.write(`line ${line} skipped: ${why}\n`)
const processes = gathered.all()
for (const flag of flagsOf(processes)) process.stdout.write(`${JSON.stringify(flag)}\n`)
process.stderr.write(`${processes.length} processes compared, ${gathered.skipped.length} lines skipped\n`)
if (processes.length === 0 && gathered.skipped.length > 0) process.exitCode = 1
