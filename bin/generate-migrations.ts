import { execFileSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
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

const copied = /INSERT INTO `__new_(\w+)`\([^)]*\) SELECT ([^;]*?) FROM `\w+`;/g
/**
 * SQLite changes a column by copying its table, and drizzle-kit (0.31) then selects from the old table the columns that
 * only the new one has. What the snapshot before does not hold is left out of the copy.
 */
function copyWhatWas(folder: string, file: string) {
  const before = path.join(
    folder,
    'meta',
    `${String(Number(file.slice(0, 4)) - 1).padStart(4, '0')}_snapshot.json`,
  )
  const was = JSON.parse(readFileSync(before, 'utf8')).tables as Record<string, { columns: object }>
  const sql = readFileSync(path.join(folder, file), 'utf8').replace(
    copied,
    (_, table: string, listed: string) => {
      const kept = listed.split(', ').filter((name) => name.replaceAll('"', '') in was[table]!.columns)
      return `INSERT INTO \`__new_${table}\`(${kept.join(', ')}) SELECT ${kept.join(', ')} FROM \`${table}\`;`
    },
  )
  writeFileSync(path.join(folder, file), sql)
}

mkdirSync('data', { recursive: true })
const base = checking ? mkdtempSync('data/migrations-') : home
if (checking) cpSync(home, base, { recursive: true })
for (const [engine, url] of Object.entries(engines)) {
  const before = sqlFiles(base, engine)
  const said = generate(url, `./${base}`)
  const made = sqlFiles(base, engine).filter((file) => !before.includes(file))
  if (before.length > 0) for (const file of made) copyWhatWas(path.join(base, engine), file)
  const stale = checking && made.length > 0
  if (stale) process.exitCode = 1
  process.stdout.write(stale ? `${home}/${engine} is stale: run npm run db:generate\n` : checking ? '' : said)
}
if (checking) rmSync(base, { recursive: true, force: true })
