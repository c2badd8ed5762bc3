#!/usr/bin/env node
// npm start: installs and builds what is missing, then serves. Runs on any Node from 18 up, with built-ins alone.
import { spawn } from 'node:child_process'
import { build } from './prepare/build.mjs'
import { install } from './prepare/install.mjs'
import { requireNode } from './prepare/node.mjs'
import { requirePort } from './prepare/port.mjs'
import { ourPath, root } from './prepare/run.mjs'
import { giveUp } from './prepare/say.mjs'

const settings = {
  NODE_ENV: 'production',
  HOST: '127.0.0.1',
  PORT: '3000',
  DATABASE_URL: 'file:data/sanshe.sqlite',
  SANSHE_DEMO: '1',
  ...process.env,
}

/** Hands on the signals that only this process was sent; the server takes a repeated one for the same. */
const serve = (node) => {
  const server = spawn(node, ['build/serve.js'], {
    cwd: root,
    env: { ...settings, PATH: ourPath() },
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => server.kill(signal))
  server.on('error', (error) => giveUp(`The server could not be started: ${error.message}`))
  server.on('close', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 143)))
}

await requirePort(settings.PORT, settings.HOST)
await install({ tests: false })
const node = requireNode()
if ((await build({ node, settings })) !== 0) giveUp('The build failed; the reason stands above.')
serve(node)
