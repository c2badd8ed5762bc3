import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { ownPort } from '../../support/own-port.ts'
import { copyTold } from './told.ts'

export type Town = { url: string; pid: number; stop: () => Promise<void>; kill: () => Promise<void> }

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms))

const isServed = (url: string) =>
  fetch(`${url}/readyz`).then(
    (response) => response.ok,
    () => false,
  )

/** What the server says, kept so that a failed start can be read. */
const listenTo = (server: ChildProcess) => {
  let said = ''
  for (const stream of [server.stdout, server.stderr])
    stream?.on('data', (chunk) => {
      said = (said + chunk).slice(-4000)
    })
  return () => said
}

const untilServed = async (server: ChildProcess, url: string, said: () => string) => {
  for (const until = Date.now() + 240_000; Date.now() < until; await pause(100)) {
    if (server.exitCode !== null) throw new Error(`the server ended with ${server.exitCode}:\n${said()}`)
    if (await isServed(url)) return
  }
  throw new Error(`the server did not answer within 240 s:\n${said()}`)
}

const end = (server: ChildProcess) =>
  new Promise<void>((resolve) => {
    if (server.exitCode !== null || server.signalCode !== null) return resolve()
    const force = setTimeout(() => server.kill('SIGKILL'), 10_000)
    server.once('close', () => {
      clearTimeout(force)
      resolve()
    })
    server.kill('SIGTERM')
  })

/** `demo: false` is the product as a city runs it; `empty` has the demo's people and places, and nothing asked yet. */
export type TownKind = { demo: boolean; empty: boolean }

const settingsOf = ({ demo, empty }: TownKind, folder: string, port: number, secret?: string) => ({
  PATH: process.env.PATH,
  NODE_ENV: 'production' as const,
  PORT: String(port),
  DATABASE_URL: `file:${path.join(folder, 'sanshe.sqlite')}`,
  FILES: path.join(folder, 'files'),
  SANSHE_DEMO: demo ? (empty ? 'empty' : '1') : '0',
  SANSHE_SECRET: secret ?? (demo ? undefined : randomBytes(32).toString('hex')),
})

/** One process over one folder: ended politely, or killed as a power cut would. */
export const openTown = async (
  kind: TownKind,
  folder: string,
  secret?: string,
  more: Record<string, string> = {},
): Promise<Town> => {
  mkdirSync(folder, { recursive: true })
  const port = await ownPort()
  const server = spawn(process.execPath, ['build/serve.js'], {
    env: { ...settingsOf(kind, folder, port, secret), ...more },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const kill = async () => {
    server.kill('SIGKILL')
    if (server.exitCode === null && server.signalCode === null) await once(server, 'close')
  }
  const url = `http://127.0.0.1:${port}`
  await untilServed(server, url, listenTo(server)).catch(async (error) => {
    await end(server)
    throw error
  })
  return { url, pid: server.pid!, stop: () => end(server), kill }
}

/** A server of its own for one journey, on a free port and a new database. */
export const startTown = async (kind: TownKind): Promise<Town> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'sanshe-town-'))
  const forget = () => rmSync(folder, { recursive: true, force: true })
  const opened = async () => {
    if (kind.demo && !kind.empty) await copyTold(folder, (at) => openTown(kind, at))
    return openTown(kind, folder)
  }
  const town = await opened().catch((error) => {
    forget()
    throw error
  })
  return { ...town, stop: () => town.stop().then(forget) }
}
