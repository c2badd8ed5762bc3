import { RateLimiterMemory } from 'rate-limiter-flexible'
import { Refusal } from '#domain/refusal.ts'
import { addressOf } from './address.server.ts'

const anHour = 20
const asks = new RateLimiterMemory({ points: anHour, duration: 3_600 })

/** Without signing in one address may send twenty asks an hour: a script does not fill a committee's desk. */
export async function guardAnonymous(request: Request, personId: string | null): Promise<void> {
  if (personId !== null) return
  try {
    await asks.consume(addressOf(request))
  } catch {
    throw new Refusal('conflict', 'too-many-asks')
  }
}
