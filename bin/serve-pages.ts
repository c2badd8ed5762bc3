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
import { giveUp } from './give-up.ts'

type Entry = {
  readEnv: typeof readEnv
  openLog: typeof openLog
  openWorld: typeof openWorld
  createServer: typeof createServer
}
type House = { http: Server; world: World; log: Log }

const DRAIN = 10_000

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
