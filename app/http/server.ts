import { randomBytes, randomUUID } from 'node:crypto'
import { createServer as listenWith, type Server } from 'node:http'
import { createRequestHandler, type ServerBuild } from '@remix-run/node'
import express, { type ErrorRequestHandler, type RequestHandler } from 'express'
import { openFormReader } from './form-body.ts'
import { type House, isSafe, turnAway } from './guard.ts'
import { dropHearsay, securityHeaders } from './headers.ts'
import type { Log } from './log.server.ts'
import { openPageCache } from './page-cache.ts'
import { type Handler, pages } from './pages.ts'
import { sendPlainPage } from './plain-page.ts'
import { openRateLimit } from './rate-limit.ts'
import { staticFiles } from './static-files.ts'
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
const MOST_HEADER_BYTES = 16 * 1024
const MOST_HEADERS = 128
const MOST_CONNECTIONS = 2_000

/** The whole server but for its port: the guard, the files, the page cache, the pages, in this order. */
export function createServer({ world, env, log, build, handler, files, without = [] }: Parts) {
  const app = express()
    .disable('x-powered-by')
    .disable('etag')
    .set('trust proxy', env.trustProxy || false)
  const off = new Set(without)
  app.use(welcome(log), health(world))
  if (!off.has('hearsay')) app.use(dropHearsay(Boolean(env.trustProxy)))
  if (!off.has('security-headers')) app.use(securityHeaders())
  app.use(guard({ hosts: env.hosts ?? hostOf(env.origin), origin: env.origin }, env.formsAMinute ?? 600, off))
  if (files) {
    const { handler: serve, stylesheet } = staticFiles(files)
    app.locals.stylesheet = stylesheet
    app.use(serve)
  }
  const answer = handler ?? (createRequestHandler(build!, 'production') as unknown as Handler)
  const cache = openPageCache({ version: world.version, now: () => world.clock.now().getTime() })
  app.use(
    pages(
      answer,
      cache,
      (request, reply): LoadContext => ({
        world,
        log,
        nonce: reply.locals.nonce,
        requestId: reply.locals.requestId,
        address: request.ip ?? '',
      }),
    ),
  )
  app.use(lastResort(log))
  return { app, http: listen(app, env.patience ?? PATIENCE, off), cache }
}

const hostOf = (origin: string | undefined) => (origin ? [new URL(origin).host] : LOCAL)

/** Gives each request its number and its nonce, and notes how it went. */
function welcome(log: Log): RequestHandler {
  return (request, reply, next) => {
    reply.locals.requestId = randomUUID()
    reply.locals.nonce = randomBytes(16).toString('base64')
    reply.setHeader('X-Request-Id', reply.locals.requestId)
    if (!log.isLevelEnabled('info')) return next()
    const began = performance.now()
    reply.once('close', () => {
      const { requestId, turned } = reply.locals
      const took = Math.round(performance.now() - began)
      log.info(
        { requestId, turned, method: request.method, path: request.path, status: reply.statusCode, took },
        'request',
      )
    })
    next()
  }
}

/** `/healthz` says the process lives; `/readyz` that it can do its work. */
function health(world: World): RequestHandler {
  return async ({ path, method }, reply, next) => {
    if (method !== 'GET' || (path !== '/healthz' && path !== '/readyz')) return next()
    const ready =
      path === '/healthz' ||
      (await world.ready().then(
        () => true,
        () => false,
      ))
    reply
      .status(ready ? 200 : 503)
      .type('text/plain')
      .set('Cache-Control', 'no-store')
      .end(ready ? 'ok' : 'not ready')
  }
}

function guard(house: House, formsAMinute: number, off: ReadonlySet<string>): RequestHandler {
  const limit = openRateLimit(formsAMinute)
  const readForm = openFormReader()
  return async (request, reply, next) => {
    const turned = turnAway(request, house, off)
    if (!turned && isSafe(request)) return next()
    try {
      const spent = turned ?? (off.has('rate') ? undefined : await limit(request))
      const body = spent ?? (await readForm(request, !off.has('fields')))
      if (Buffer.isBuffer(body)) {
        reply.locals.body = body
        return next()
      }
      reply.locals.turned = body.key
      reply.setHeader('Connection', 'close')
      sendPlainPage(reply, body)
    } catch {
      reply.destroy()
    }
  }
}

function lastResort(log: Log): ErrorRequestHandler {
  return (error, request, reply, _next) => {
    log.error({ err: error, requestId: reply.locals.requestId, path: request.path }, 'broken')
    sendPlainPage(reply, { status: 500, key: 'guard.broken' })
  }
}

function listen(
  app: express.Express,
  { headers, request }: { headers: number; request: number },
  off: ReadonlySet<string>,
): Server {
  const patience = off.has('patience')
    ? { headersTimeout: 0, requestTimeout: 0 }
    : {
        headersTimeout: headers,
        requestTimeout: request,
        connectionsCheckingInterval: Math.min(1_000, headers),
      }
  const http = listenWith({ ...patience, maxHeaderSize: MOST_HEADER_BYTES, keepAliveTimeout: 10_000 }, app)
  http.maxHeadersCount = MOST_HEADERS
  http.maxConnections = MOST_CONNECTIONS
  return http
}
