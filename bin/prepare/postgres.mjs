import { spawn, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { findPostgres } from './debian.mjs'
import { freePort } from './port.mjs'
import { answerOf } from './run.mjs'

/** PostgreSQL refuses to run as root, so root runs it as the user its package made. */
const owner = () => {
  if (process.getuid() !== 0) return {}
  const [uid, gid] = ['-u', '-g'].map((flag) => answerOf('id', [flag, 'postgres']))
  return uid ? { uid: Number(uid), gid: Number(gid) } : undefined
}

const fast = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'autovacuum=off', 'jit=off']
const wide = ['max_connections=200', 'shared_buffers=256MB']
const settings = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'log_min_messages=panic',
  ...fast,
  ...wide,
]

const initialise = (bin, data, as) =>
  spawnSync(
    `${bin}/initdb`,
    ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync'],
    { ...as, cwd: path.dirname(data), encoding: 'utf8' },
  )

const untilReady = async (bin, reach) => {
  for (let tries = 0; tries < 600; tries++) {
    if (answerOf(`${bin}/pg_isready`, ['-q', ...reach]) !== undefined) return true
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  return false
}

const stopper = (server, folder) => {
  const remove = () => fs.rmSync(folder, { recursive: true, force: true })
  const atExit = () => {
    server.kill('SIGQUIT')
    remove()
  }
  process.once('exit', atExit)
  return () =>
    new Promise((resolve) => {
      process.off('exit', atExit)
      server.once('close', () => resolve(remove()))
      if (!server.kill('SIGINT')) resolve(remove())
    })
}

const isThere = async (bin, reach) =>
  (await untilReady(bin, [...reach, '-d', 'postgres'])) &&
  answerOf(`${bin}/createdb`, [...reach, 'test']) !== undefined

/** A PostgreSQL of our own in a temporary folder: { url, stop }, or { reason } why there is none. */
export const startPostgres = async () => {
  const bin = findPostgres()
  if (!bin) return { reason: 'PostgreSQL is not installed (on Debian: apt-get install postgresql)' }
  const as = owner()
  if (!as) return { reason: 'this is root, and there is no user "postgres" to run PostgreSQL as' }
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'sanshe-postgres-'))
  if (as.uid) fs.chownSync(folder, as.uid, as.gid)
  const data = path.join(folder, 'data')
  const made = initialise(bin, data, as)
  if (made.status !== 0) {
    fs.rmSync(folder, { recursive: true, force: true })
    return { reason: `initdb failed: ${(made.stderr ?? String(made.error)).trim()}` }
  }
  const port = await freePort()
  const args = ['-D', data, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])]
  const server = spawn(`${bin}/postgres`, args, {
    ...as,
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const stop = stopper(server, folder)
  const reach = ['-h', '127.0.0.1', '-p', String(port), '-U', 'postgres']
  if (!(await isThere(bin, reach))) {
    await stop()
    return { reason: 'a private PostgreSQL was started, but did not answer' }
  }
  return { url: `postgres://postgres@127.0.0.1:${port}/test`, stop }
}
