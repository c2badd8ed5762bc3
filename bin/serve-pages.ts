import { once } from 'node:events'
import type { Server } from 'node:http'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import type { ServerBuild } from '@remix-run/node'
import type { Env, readEnv } from '#app/env.server.ts'
import type { Log, openLog } from '#app/http/log.server.ts'
import type { createServer } from '#app/http/server.ts'
import type { openWorld, World } from '#app/world.server.ts'

type Entry = {
  readEnv: typeof readEnv
  openLog: typeof openLog
  openWorld: typeof openWorld
  createServer: typeof createServer
}
type House = { http: Server; world: World; log: Log }

const DRAIN = 10_000

/** What went wrong at the start, as a sentence that says what to do. */
const sentences: [RegExp, (env: Env | undefined) => string][] = [
  [
    /EADDRINUSE/,
    (env) => `Port ${env?.port} is already in use. Choose another: PORT=${(env?.port ?? 3000) + 1} npm start`,
  ],
  [
    /EACCES.*listen|listen EACCES/,
    (env) => `This user may not listen on port ${env?.port}. Choose one above 1023: PORT=3000 npm start`,
  ],
  [
    /EADDRNOTAVAIL|ENOTFOUND/,
    (env) => `This machine has no address ${env?.host}. Set HOST to one it has, or leave it out.`,
  ],
  [
    /database-newer-than-code/,
    () =>
      'The database was written by a newer release. Start that release, or restore a backup made before it.',
  ],
  [
    /database-locked-by-another-process/,
    () => 'Another process already serves this database. Stop it first, or set DATABASE_URL to another file.',
  ],
  [
    /demonstration-half-told/,
    () => 'The demonstration was cut off while it was brought in. Empty its database, then start again.',
  ],
  [
    /SQLITE_FULL|ENOSPC/,
    () => 'The disk is full. Make room, then start again; nothing acknowledged has been lost.',
  ],
  [
    /SQLITE_READONLY|SQLITE_CANTOPEN|EROFS|EACCES/,
    (env) => `The database cannot be written (${env?.databaseUrl}). Check the folder's owner and rights.`,
  ],
  [
    /SQLITE_NOTADB|SQLITE_CORRUPT/,
    (env) => `${env?.databaseUrl} is not a sound database. Restore the latest backup (docs/operations.md).`,
  ],
  [
    /ECONNREFUSED|ECONNRESET|28P01|3D000/,
    () =>
      'PostgreSQL does not answer as DATABASE_URL says. Check that it runs, and the user, password and database.',
  ],
]

/** Opens the world and the door, and keeps both until told to stop. */
export async function serve(folder: string) {
  let env: Env | undefined
  try {
    const build: ServerBuild = await import(pathToFileURL(join(folder, 'server', 'index.js')).href)
    const { readEnv, openLog, openWorld, createServer } = build.entry.module as unknown as Entry
    env = readEnv(process.env)
    const log = openLog(env.logLevel)
    const world = await openWorld(env, (what) => void process.stdout.write(`  ${what}\n`))
    const { http } = createServer({ world, env, log, build, files: join(folder, 'client') })
    countVisitors(http)
    http.listen(env.port, env.host)
    await once(http, 'listening')
    watch({ http, world, log })
    greet(env)
  } catch (error) {
    giveUp(error, env)
  }
}

function greet({ host, port, origin, demo }: Env) {
  const shown = origin ?? `http://${/^(0\.0\.0\.0|::|127\.0\.0\.1)$/.test(host) ? 'localhost' : host}:${port}`
  const how = demo === 'off' ? '' : `  演示登录 Sign in as anyone of the demo: ${shown}/sign-in\n`
  process.stdout.write(`\n  三社联动 Sanshe: ${shown}\n${how}  Ctrl-C 停止 stops it.\n\n`)
}

function giveUp(error: unknown, env: Env | undefined): never {
  const reason = describe(error)
  const sentence = sentences.find(([sign]) => sign.test(reason))?.[1](env)
  process.stderr.write(`${sentence ?? `The server could not start: ${reason}`}\n`)
  process.exit(1)
}

/** A driver wraps what the system said; the sentence needs the innermost words too. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const { code, cause } = error as Error & { code?: unknown; cause?: unknown }
  return [code, error.message, cause === undefined ? '' : describe(cause)].filter(Boolean).join(' ')
}

/** Stops in order: no new visitors, finish those inside, close the store. */
function watch(house: House) {
  let leaving = false
  const leave = (code: number) => {
    if (leaving) return
    leaving = true
    void drain(house).finally(() => process.exit(code))
  }
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => leave(0))
  for (const fault of ['uncaughtException', 'unhandledRejection'])
    process.on(fault, (error) => {
      house.log.fatal({ err: error }, fault)
      leave(1)
    })
}

async function drain({ http, world, log }: House) {
  const done = once(http, 'close')
  http.close()
  const until = performance.now() + DRAIN
  while (inside(http) > 0 && performance.now() < until) await pause(20)
  http.closeAllConnections()
  await done
  await world.close().catch((error: unknown) => log.fatal({ err: error }, 'close'))
}

const visitors = new WeakMap<Server, Set<unknown>>()
const inside = (http: Server) => visitors.get(http)?.size ?? 0

function countVisitors(http: Server) {
  const present = new Set<unknown>()
  visitors.set(http, present)
  http.on('request', (_request, reply) => {
    present.add(reply)
    reply.once('close', () => present.delete(reply))
  })
}
