import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sha256 } from '#app/ports/vault.ts'
import { publicFileNames } from '#domain/ask/vote/public-files.ts'
import { readFile } from '#domain/ask/vote/read-result.ts'
import { type Check, verifyRound } from '#domain/ask/vote/verify-round.ts'
import type { RoundFiles } from '#domain/ask/vote/verify-shapes.ts'
import type { Town } from './world.ts'

export type Published = Map<string, string>

/** Every public file of an announced round, as a stranger downloads them. */
export async function publishedFiles(town: Town, roundId: string): Promise<Published> {
  const found: Published = new Map()
  for (const name of publicFileNames('L1')) found.set(name, await readFile(town.as(null), roundId, name))
  return found
}
export const filesOf = (published: Published): RoundFiles => {
  const text = (name: string) => {
    const words = published.get(name)
    if (words === undefined) throw new Error(`${name} is not in the folder`)
    return words
  }
  const bytes = (name: string) => Buffer.from(text(name))
  return { text, pieces: (name) => [bytes(name)], sha256: (name) => sha256(text(name)) }
}
export const checksOf = (published: Published): Check[] => [...verifyRound(filesOf(published))]
export const faultsOf = (published: Published) =>
  checksOf(published)
    .filter(({ holds }) => !holds)
    .map(({ say }) => say)

/** What `npm run -s verify-round -- FOLDER` prints, and with which code it ends. */
export async function runVerifier(
  published: Published,
  ...flags: string[]
): Promise<{ said: string; code: number }> {
  const folder = mkdtempSync(path.join(tmpdir(), 'round-'))
  for (const [name, words] of published) writeFileSync(path.join(folder, name), words)
  const tsx = path.resolve('node_modules/.bin/tsx')
  return new Promise((resolve) => {
    execFile(tsx, ['bin/verify-round.ts', folder, ...flags], (error, said) => {
      rmSync(folder, { recursive: true, force: true })
      resolve({ said, code: typeof error?.code === 'number' ? error.code : error ? -1 : 0 })
    })
  })
}
