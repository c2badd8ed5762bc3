import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import path from 'node:path'

/** Writes the migrations of both engines from the one schema; `--check` only says whether they are fresh. */
const engines = { sqlite: 'file:unused.sqlite', postgres: 'postgres://unused' } as const
const home = 'db/migrations'
const checking = process.argv.includes('--check')
if (process.argv.includes('--fresh')) rmSync(home, { recursive: true, force: true })

const sqlFiles = (base: string, engine: string) => {
  const folder = path.join(base, engine)
  return existsSync(folder) ? readdirSync(folder).filter((f) => f.endsWith('.sql')) : []
}
const generate = (url: string, base: string) =>
  execFileSync('npx', ['drizzle-kit', 'generate', '--config', 'drizzle.config.ts', '--name', 'next'], {
    env: { ...process.env, DATABASE_URL: url, MIGRATIONS_OUT: base },
    encoding: 'utf8',
  })

mkdirSync('data', { recursive: true })
const base = checking ? mkdtempSync('data/migrations-') : home
if (checking) cpSync(home, base, { recursive: true })
for (const [engine, url] of Object.entries(engines)) {
  const before = sqlFiles(base, engine).length
  const said = generate(url, `./${base}`)
  const stale = checking && sqlFiles(base, engine).length > before
  if (stale) process.exitCode = 1
  process.stdout.write(stale ? `${home}/${engine} is stale: run npm run db:generate\n` : checking ? '' : said)
}
if (checking) rmSync(base, { recursive: true, force: true })
