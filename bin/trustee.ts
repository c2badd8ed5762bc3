import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { openAtHome } from '#domain/ask/vote/trustees/open-at-home.ts'

/**
 * Two trustees open a round without the server: `npm run -s trustee -- combine FOLDER SHARE SHARE > ballots.csv`. What was
 * checked is said on the error output, the plain ballots go to the other; nothing is written and nothing is sent.
 */
const usage = 'npm run -s trustee -- combine FOLDER SHARE_FILE SHARE_FILE\n'
const [act, folder, ...shareFiles] = process.argv.slice(2)

function textOf(file: string): string {
  if (!existsSync(file)) throw new Error(`${file} is not there`)
  return readFileSync(file, 'utf8')
}
const at = (name: string) => path.join(folder!, name)
const ifThere = (name: string) => (existsSync(at(name)) ? textOf(at(name)) : null)

async function combine(): Promise<boolean> {
  const files = {
    manifest: textOf(at('manifest.json')),
    box: textOf(at('box.txt')),
    result: ifThere('result.json'),
    blocs: ifThere('blocs.json'),
    ballots: ifThere('ballots.csv'),
  }
  const { said, csv } = await openAtHome(files, shareFiles.map(textOf))
  for (const { holds, say } of said) process.stderr.write(`${holds ? 'yes' : 'NO '}  ${say}\n`)
  if (csv !== null) process.stdout.write(csv)
  return csv !== null && said.every(({ holds }) => holds)
}

if (act !== 'combine' || !folder || shareFiles.length !== 2) {
  process.stderr.write(usage)
  process.exitCode = 2
} else {
  const done = await combine().catch((error: unknown) => {
    process.stderr.write(`NO   ${error instanceof Error ? error.message : String(error)}\n`)
    return false
  })
  process.exitCode = done ? 0 : 1
}
