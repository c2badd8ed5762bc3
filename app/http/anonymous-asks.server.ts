import { RateLimiterMemory } from 'rate-limiter-flexible'
import type { Context } from '#domain/context.ts'
import { Refusal } from '#domain/refusal.ts'
import { addressOf } from './address.server.ts'
import { neighbourhoodOf } from './rate-limit.ts'

const AN_HOUR = 20
const sent = new RateLimiterMemory({ points: AN_HOUR, duration: 3_600 })

/** Whoever does not sign in sends twenty asks an hour from one address: each begins a clock of five days on a desk. */
export async function guardAnonymous<T>(
  { actor }: Context,
  request: Request,
  send: () => Promise<T>,
): Promise<T> {
  if (actor.personId) return send()
  const from = neighbourhoodOf(addressOf(request))
  const spent = await sent.penalty(from)
  if (spent.consumedPoints > AN_HOUR) throw new Refusal('conflict', 'too-many-asks')
  try {
    return await send()
  } catch (error) {
    await sent.reward(from)
    throw error
  }
}
