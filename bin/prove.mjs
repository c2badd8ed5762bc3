#!/usr/bin/env node
// npm run prove: what takes longer than npm test may, such as many kills and long races.
import path from 'node:path'
import { build } from './prepare/build.mjs'
import { install } from './prepare/install.mjs'
import { requireNode } from './prepare/node.mjs'
import { root, run } from './prepare/run.mjs'
import { giveUp } from './prepare/say.mjs'

await install({ tests: true })
requireNode()
if ((await build()) !== 0) giveUp('The build failed; the reason stands above.')
const ours = (name) => path.join(root, 'node_modules', '.bin', name)
const day = { minutes: 24 * 60 }
const proved = await run(
  ours('vitest'),
  ['run', '--config', 'vitest.prove.config.ts', '--passWithNoTests', ...process.argv.slice(2)],
  day,
)
// npm test kills the server three times under writes; here it is done two hundred times.
const killed = await run(ours('vitest'), ['run', 'tests/faults/kill.test.ts'], {
  ...day,
  env: { KILLS: '200', DATABASE_URL: undefined },
})
// npm test sends twenty-one proposals at once around a deadline; here a thousand.
const raced = await run(ours('vitest'), ['run', 'tests/domain/buy/tender/deadline-race.test.ts'], {
  ...day,
  env: { DEADLINE_SENDS: '1000', DATABASE_URL: undefined },
})
// npm test tries the same examples of what is true of all each time; here others, drawn today.
const examples = { EXAMPLES: String(Date.now() % 2 ** 31), DATABASE_URL: undefined }
const tried = await run(
  ours('vitest'),
  ['run', 'tests/domain', 'tests/standards', 'tests/security/safe-redirect'],
  {
    ...day,
    env: examples,
  },
)
// Known holes, secrets left in files, licences.
const scanned = await run(process.execPath, ['bin/prove-scan.mjs'], day)
// What npm test does for some seats, some pages and some journeys, for all of them.
const everything = { ...day, env: { EVERY_MODE: '1' } }
const crawls = ['tests/security/leak-crawl.test.ts', 'tests/security/foreign-ids.test.ts']
const crawled = await run(ours('vitest'), ['run', ...crawls], everything)
const looked = await run(ours('playwright'), ['test'], everything)
process.exit(
  proved.code || killed.code || raced.code || tried.code || scanned.code || crawled.code || looked.code,
)
