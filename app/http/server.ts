import { randomBytes } from 'node:crypto'
import { createServer as listenWith, type Server } from 'node:http'
import { createRequestHandler, type ServerBuild } from '@remix-run/node'
import express, { type Request as Asked, type Response as Reply } from 'express'
import { door } from './door.ts'
import { dropHearsay, securityHeaders } from './headers.ts'
import { health } from './health.ts'
import { hooks } from './hooks.ts'
import type { Log } from './log.server.ts'
import { openData } from './open-data.ts'
import { openPageCache } from './page-cache.ts'
import { type Handler, pages } from './pages.ts'
import { shelve } from './shelves.ts'
import { staticFiles } from './static-files.ts'
import { lastResort, welcome } from './welcome.ts'
import type { LoadContext, World } from './world-shape.ts'

/** How this house is reached, and how much of it one visitor may use. */
export type ServerSettings = {
  hosts?: readonly string[] | undefined
  origin?: string | undefined
  trustProxy?: number | string | undefined
  formsAMinute?: number | undefined
  /** 毫秒 before a client that is still sending headers, or the whole request, is cut off. */
  patience?: { headers: number; request: number } | undefined
}

type Parts = {
  world: World
  env: ServerSettings
  log: Log
  build?: ServerBuild
  /** Stands in for the built pages, so that each defence can be tried by itself. */
  handler?: Handler
  files?: string
  /** Defences a test has switched off, to show that they are needed. */
  without?: readonly string[]
}

const LOCAL = ['localhost', '127.0.0.1', '[::1]']
const PATIENCE = { headers: 15_000, request: 30_000 }
const FORMS_A_MINUTE = 600
const MOST_HEADER_BYTES = 16 * 1024
const MOST_HEADERS = 128
const MOST_CONNECTIONS = 2_000

/** The whole server but for its port: the guard, the files, the open data, the page cache, the pages, in this order. */
export function createServer({ world, env, log, build, handler, files, without = [] }: Parts) {
  const app = express().disable('x-powered-by').disable('etag')
  const proxy = env.trustProxy || false
  app.set('trust proxy', proxy)
  const off = new Set(without)
  app.use(welcome(log), health(world))
  if (!off.has('hearsay')) app.use(dropHearsay(proxy !== false))
  if (!off.has('security-headers')) app.use(securityHeaders())
  app.use(hooks(world))
  const house = { hosts: env.hosts ?? hostOf(env.origin), origin: env.origin }
  app.use(door(house, env.formsAMinute ?? FORMS_A_MINUTE, off))
  if (files) serveFiles(app, files)
  app.use(openData(world))
  const answer = handler ?? remix(build!)
  const cache = openPageCache({ version: world.version, now: () => world.clock.now().getTime() })
  app.use(
    pages(answer, cache, (asked, reply) => contextFor(asked, reply, world, log)),
    lastResort(log),
  )
  return { app, http: listen(app, env.patience ?? PATIENCE, off), cache }
}

const hostOf = (origin: string | undefined) => (origin ? [new URL(origin).host] : LOCAL)

function remix(build: ServerBuild): Handler {
  const shelf = shelve(build)
  const handlers = new Map<ServerBuild, Handler>()
  return (request, context) => {
    const part = shelf(new URL(request.url).pathname)
    const handler = handlers.get(part) ?? (createRequestHandler(part, 'production') as unknown as Handler)
    handlers.set(part, handler)
    return handler(request, context)
  }
}

function serveFiles(app: express.Express, folder: string) {
  const { handler, stylesheet } = staticFiles(folder)
  app.locals.stylesheet = stylesheet
  app.use(handler)
}

function contextFor({ ip }: Asked, { locals }: Reply, world: World, log: Log): LoadContext {
  locals.nonce = randomBytes(16).toString('base64')
  return { world, log, nonce: locals.nonce, requestId: locals.requestId, address: ip ?? '' }
}

function listen(app: express.Express, patience: typeof PATIENCE, off: ReadonlySet<string>): Server {
  const { headers, request } = off.has('patience') ? { headers: 0, request: 0 } : patience
  const http = listenWith(
    {
      headersTimeout: headers,
      requestTimeout: request,
      connectionsCheckingInterval: Math.min(1_000, headers || 1_000),
      keepAliveTimeout: 10_000,
      maxHeaderSize: MOST_HEADER_BYTES,
    },
    app,
  )
  http.maxHeadersCount = MOST_HEADERS
  http.maxConnections = MOST_CONNECTIONS
  return http
}
