import { randomUUID } from 'node:crypto'
import type { ErrorRequestHandler, RequestHandler } from 'express'
import type { Log } from './log.server.ts'
import { sendPlainPage } from './plain-page.ts'

/** Gives each request its number, and notes how it went; never its query, which may carry a code. */
export function welcome(log: Log): RequestHandler {
  const notes = log.isLevelEnabled('info')
  return (request, reply, next) => {
    reply.locals.requestId = randomUUID()
    reply.setHeader('X-Request-Id', reply.locals.requestId)
    if (!notes) return next()
    const began = performance.now()
    reply.once('close', () => {
      const { requestId, turned } = reply.locals
      const took = Math.round(performance.now() - began)
      const { method, path } = request
      log.info({ requestId, turned, method, path, status: reply.statusCode, took }, 'request')
    })
    next()
  }
}

/** What a visitor sees when the pages themselves could not answer: an apology and a number, nothing of why. */
export function lastResort(log: Log): ErrorRequestHandler {
  return (error, request, reply, _next) => {
    log.error({ err: error, requestId: reply.locals.requestId, path: request.path }, 'broken')
    sendPlainPage(reply, { status: 500, key: 'guard.broken' })
  }
}
