#!/usr/bin/env node
// npm test: installs what is missing, then proves everything that can be proved in a quarter of an hour.
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { build } from './prepare/build.mjs'
import { findChromium, hasChineseFont, installFromDebian } from './prepare/debian.mjs'
import { install } from './prepare/install.mjs'
import { memoryFolder } from './prepare/memory-folder.mjs'
import { requireNode } from './prepare/node.mjs'
import { startPostgres } from './prepare/postgres.mjs'
import { root, run } from './prepare/run.mjs'
import { elapsed, say } from './prepare/say.mjs'

const ours = (name) => path.join(root, 'node_modules', '.bin', name)

const runAll = async (...commands) => {
  for (const [program, ...args] of commands) {
    const done = await run(ours(program), args)
    if (done.code !== 0) return done
  }
  return { code: 0 }
}

const onPostgres = async () => {
  const { url, stop, reason } = await startPostgres()
  if (reason) return { skipped: reason }
  const races = ['two-processes', 'award-race', 'pay-race', 'vote-race', 'disk-full'].map(
    (name) => `tests/faults/${name}.test.ts`,
  )
  const there = ['tests/domain', 'tests/db', ...races].filter((one) => fs.existsSync(path.join(root, one)))
  // The demonstration's whole story takes minutes there; it is told on SQLite above.
  const without = ['--exclude', 'tests/domain/demo.test.ts']
  const done = await run(ours('vitest'), ['run', '--maxWorkers=3', ...there, ...without], {
    env: { DATABASE_URL: url },
  })
  await stop()
  return done
}

const inChromium = () => {
  const chromium = findChromium()
  if (!chromium)
    return { skipped: 'there is no Chromium (on Debian: apt-get install chromium; or set CHROMIUM)' }
  if (!hasChineseFont())
    say('No Chinese font: screenshots will show boxes (on Debian: apt-get install fonts-noto-cjk).')
  if (!fs.existsSync(path.join(root, 'build', 'serve.js'))) return { skipped: 'there is no build to browse' }
  return run(ours('playwright'), ['test'], { env: { CHROMIUM: chromium } })
}

let typed
const steps = [
  [
    'format and lint',
    () => {
      // Types keep one core busy for a minute: they are checked beside the next steps, and asked for after the tests on SQLite.
      typed = runAll(['tsc', '--noEmit'])
      return runAll(['biome', 'check', '.'])
    },
  ],
  ['build', async () => ({ code: await build() })],
  [
    'generated files are fresh',
    () =>
      runAll(['tsx', 'bin/generate-migrations.ts', '--check'], ['tsx', 'bin/draw-lifecycle.ts', '--check']),
  ],
  ['tests on SQLite', () => run(ours('vitest'), ['run'], { env: { DATABASE_URL: undefined } })],
  ['types', () => typed],
  ['domain tests and races on PostgreSQL', onPostgres],
  ['journeys in Chromium', inChromium],
]

const take = async ([title, step], index) => {
  say(`\n── ${index + 1}/${steps.length} ${title} (at ${elapsed()})`)
  const began = Date.now()
  const { code, why, skipped } = await step()
  if (skipped) say(`skipped because ${skipped}`)
  const verdict = skipped ? 'skipped' : code === 0 ? 'passed' : 'failed'
  return { title, verdict, note: skipped ?? why, took: elapsed(began) }
}

const report = (results) => {
  const marks = { passed: '✓', failed: '✗', skipped: '–' }
  say(`\n── all steps, ${elapsed()}`)
  for (const { title, verdict, note, took } of results)
    say(`${marks[verdict]} ${title}: ${verdict}, ${took}${note ? ` (${note})` : ''}`)
  const tally = (verdict) => results.filter((result) => result.verdict === verdict).length
  say(`\n${tally('passed')} passed, ${tally('failed')} failed`)
  return tally('failed') === 0 ? 0 : 1
}

await install({ tests: true })
requireNode()
await installFromDebian()
process.env.TMPDIR ??= memoryFolder() ?? os.tmpdir()
const results = []
for (const [index, step] of steps.entries()) results.push(await take(step, index))
process.exit(report(results))
