import type { RequestHandler } from 'express'
import { openFormReader } from './form-body.ts'
import { type House, isSafe, turnAway } from './guard.ts'
import { sendPlainPage } from './plain-page.ts'
import { openRateLimit } from './rate-limit.ts'

/** Lets a request in or says why not; a form is read whole here, so that no page ever waits for a slow sender. */
export function door(house: House, formsAMinute: number, off: ReadonlySet<string>): RequestHandler {
  const limit = openRateLimit(formsAMinute)
  const readForm = openFormReader()
  const receive: RequestHandler = async (request, reply, next) => {
    try {
      const spent = off.has('rate') ? undefined : await limit(request)
      const body = spent ?? (await readForm(request, !off.has('fields')))
      if (!Buffer.isBuffer(body)) return refuse(reply, body)
      reply.locals.body = body
    } catch {
      return void reply.destroy()
    }
    next()
  }
  return (request, reply, next) => {
    const turned = turnAway(request, house, off)
    if (turned) return refuse(reply, turned)
    return isSafe(request) ? next() : receive(request, reply, next)
  }
}

/** The rest of a refused request is not read: its line is closed after the answer. */
function refuse(reply: Parameters<typeof sendPlainPage>[0], turned: Parameters<typeof sendPlainPage>[1]) {
  reply.locals.turned = turned.key
  reply.setHeader('Connection', 'close')
  sendPlainPage(reply, turned)
}
