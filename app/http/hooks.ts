import { type Request, type RequestHandler, Router } from 'express'
import { Refusal } from '#domain/refusal.ts'
import type { World } from './world-shape.ts'

const MOST = 256 * 1024

/** The body byte for byte, as it was signed; null: longer than any message is. */
async function rawOf(request: Request): Promise<Buffer | null> {
  const said = Number(request.headers['content-length'] ?? Number.NaN)
  if (!(said >= 0 && said <= MOST)) return null
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts)
}

/**
 * 支付通道的通知: no form of ours, so it comes before the door; nothing but a signature lets it in, and it is answered
 * before anything is done about it.
 */
export function hooks(world: World) {
  const router = Router({ caseSensitive: true, strict: true })
  const hear: RequestHandler = async (request, reply, next) => {
    try {
      if (!world.funds) return next()
      const body = await rawOf(request)
      if (body === null) return void reply.status(413).set('Connection', 'close').end()
      const signature = request.headers['stripe-signature']
      await world.funds.hear(body, typeof signature === 'string' ? signature : null)
      reply.status(200).end()
    } catch (error) {
      if (error instanceof Refusal) return void reply.status(400).end()
      next(error)
    }
  }
  router.post('/hooks/stripe', hear)
  return router
}
