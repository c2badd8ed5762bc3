import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { Agent, get } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { ownPort } from '#tests/support/own-port.ts'

const built = existsSync('build/serve.js')
const folder = mkdtempSync(join(tmpdir(), 'start-'))
const running: ChildProcess[] = []

afterEach(async () => {
  for (const child of running.splice(0))
    if (child.exitCode === null && child.kill('SIGKILL')) await once(child, 'exit')
})

async function start(change: Record<string, string>) {
  const port = await ownPort()
  const env = {
    ...process.env,
    PORT: `${port}`,
    DATABASE_URL: `file:${folder}/${port}.sqlite`,
    FILES: `${folder}/files`,
    SANSHE_DEMO: 'empty',
    ...change,
  }
  const child = spawn(process.execPath, ['build/serve.js'], { env })
  running.push(child)
  let said = ''
  child.stdout.on('data', (part) => {
    said += part
  })
  child.stderr.on('data', (part) => {
    said += part
  })
  // Not when it exits: what it said last may still be on its way.
  const over = once(child, 'close').then(([code]) => code as number | null)
  const ready = new Promise<void>((resolve) =>
    child.stdout.on('data', () => said.includes('http:') && resolve()),
  )
  await Promise.race([ready, over])
  return { child, over, port: Number(env.PORT), url: env.DATABASE_URL, said: () => said }
}

test.runIf(built)(
  'a start that cannot be says what to do, and exits with 1',
  { timeout: 60_000 },
  async () => {
    const first = await start({})
    const cases: [Record<string, string>, RegExp][] = [
      [{ PORT: `${first.port}` }, /^Port \d+ is already in use\. Choose another: PORT=\d+ npm start\n$/],
      [{ DATABASE_URL: first.url }, /^Another process already serves this database\./],
      [{ SANSHE_DEMO: '0' }, /SANSHE_SECRET/],
      [{ DATABASE_URL: 'mysql://' }, /DATABASE_URL begins with/],
      [{ DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' }, /^PostgreSQL does not answer/],
    ]
    for (const [change, sentence] of cases) {
      const { over, said } = await start(change)
      expect(await over).toBe(1)
      expect(said()).toMatch(sentence)
    }
  },
)

test.runIf(built)('a file that is no database is named, not overwritten', async () => {
  const file = join(folder, 'letter.sqlite')
  writeFileSync(file, 'Dear committee, '.repeat(500))
  const { over, said } = await start({ DATABASE_URL: `file:${file}` })
  expect(await over).toBe(1)
  expect(said()).toMatch(/is not a sound database/)
})

test.runIf(built)(
  'what nobody caught is written down, the database is let go of, and the server exits with 1',
  { timeout: 60_000 },
  async () => {
    const broken = `data:text/javascript,process.on('SIGUSR2',()=>{throw new Error('nobody caught this')})`
    const { child, over, said, url } = await start({
      NODE_OPTIONS: `--import=${broken.replaceAll(' ', '%20')}`,
    })
    child.kill('SIGUSR2')
    expect(await over).toBe(1)
    expect(said()).toMatch(/uncaughtException/)
    expect(said()).toMatch(/nobody caught this/)
    expect(existsSync(`${url.replace('file:', '')}-wal`)).toBe(false)
  },
)

test.runIf(built)(
  'told to stop, the server finishes, lets go of the database and exits with 0',
  { timeout: 60_000 },
  async () => {
    const { child, over, port, url } = await start({})
    const agent = new Agent({ keepAlive: true })
    await new Promise((resolve) =>
      get({ port, path: '/healthz', agent }, (reply) => reply.resume().on('end', resolve)),
    )
    const began = performance.now()
    child.kill('SIGTERM')
    expect(await over).toBe(0)
    expect(performance.now() - began).toBeLessThan(5_000)
    agent.destroy()
    const again = await start({ DATABASE_URL: url })
    again.child.kill('SIGINT')
    expect(await again.over).toBe(0)
    rmSync(folder, { recursive: true, force: true })
  },
)
