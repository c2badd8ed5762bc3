import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'

const folder = mkdtempSync(path.join(tmpdir(), 'sanshe-clone-'))
const port = '3479'
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const isServed = () =>
  fetch(`http://127.0.0.1:${port}/readyz`).then(
    (response) => response.ok,
    () => false,
  )

/** Seconds from `npm start` to the first answer; stops the server after it. */
const secondsToServe = async () => {
  const began = performance.now()
  const server = spawn('npm', ['start'], {
    cwd: folder,
    env: { ...process.env, PORT: port },
    stdio: 'ignore',
  })
  const ended = new Promise<void>((done) => server.once('close', () => done()))
  while (server.exitCode === null && !(await isServed())) await new Promise((done) => setTimeout(done, 100))
  const seconds = (performance.now() - began) / 1000
  expect(server.exitCode, 'npm start still runs').toBeNull()
  server.kill('SIGTERM')
  await ended
  expect(await isServed(), 'it stops when npm is told to').toBe(false)
  return seconds
}

test('a bare clone is served by npm start alone, and a second start takes seconds', async () => {
  execFileSync('git', ['clone', '--quiet', '--depth', '1', `file://${process.cwd()}`, folder])
  const first = await secondsToServe()
  const second = await secondsToServe()
  process.stdout.write(`bare clone: ${first.toFixed(1)} s, second start: ${second.toFixed(1)} s\n`)
  expect(second).toBeLessThan(15)
})
