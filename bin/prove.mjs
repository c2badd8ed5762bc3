#!/usr/bin/env node
// npm run prove: what takes longer than npm test may, such as many kills and long races.
import path from 'node:path'
import { build } from './prepare/build.mjs'
import { install } from './prepare/install.mjs'
import { requireNode } from './prepare/node.mjs'
import { root, run } from './prepare/run.mjs'
import { giveUp } from './prepare/say.mjs'

await install()
requireNode()
if ((await build()) !== 0) giveUp('The build failed; the reason stands above.')
const vitest = path.join(root, 'node_modules', '.bin', 'vitest')
const { code } = await run(
  vitest,
  ['run', '--config', 'vitest.prove.config.ts', '--passWithNoTests', ...process.argv.slice(2)],
  {
    minutes: 24 * 60,
  },
)
const playwright = path.join(root, 'node_modules', '.bin', 'playwright')
const looked = await run(playwright, ['test', 'every-page', '--project=plain'], {
  env: { EVERY_MODE: '1' },
  minutes: 60,
})
process.exit(code || looked.code)
