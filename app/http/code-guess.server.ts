import type { Context } from '#domain/context.ts'
import { Refusal } from '#domain/refusal.ts'
import { addressOf } from './address.server.ts'
import { neighbourhoodOf } from './rate-limit.ts'

/** From one place: so many wrong codes are free, from then on one every few seconds, and at the last no more until the window ends. */
const free = 5
const most = 20
const paceSeconds = 5
const windowMinutes = 10
const manyPlaces = 10_000

type Place = { since: number; last: number; wrong: number; right: Set<string> }
type Try = { from: string; now: number; print: string }

/** Lets a code be tried from one place, or says how long to wait; a right code forgives one wrong one, once. */
export function openCodeGuard() {
  const places = new Map<string, Place>()
  const over = ({ since }: Place, now: number) => now - since >= windowMinutes * 60_000
  const placeOf = (from: string, now: number): Place => {
    const known = places.get(from)
    if (known && !over(known, now)) return known
    if (places.size >= manyPlaces) for (const [key, place] of places) if (over(place, now)) places.delete(key)
    const fresh = { since: now, last: 0, wrong: 0, right: new Set<string>() }
    places.set(from, fresh)
    return fresh
  }
  return async <T>({ from, now, print }: Try, look: () => Promise<T>): Promise<T> => {
    const place = placeOf(from, now)
    const left = Math.ceil((place.since - now) / 60_000 + windowMinutes)
    if (place.wrong >= most) throw new Refusal('often', 'codes-shut', { n: left })
    place.wrong += 1
    const soon = now - place.last < paceSeconds * 1000
    if (place.wrong > free && soon) throw new Refusal('often', 'codes-too-soon', { n: paceSeconds })
    place.last = now
    const done = await look().catch((error: unknown) => {
      if (!(error instanceof Refusal && error.reason === 'code-not-on-the-roll')) place.wrong -= 1
      throw error
    })
    place.wrong = Math.max(0, place.wrong - (place.right.has(print) ? 1 : 2))
    place.right.add(print)
    place.last = 0
    return done
  }
}

const guard = openCodeGuard()
/**
 * 试码: codes of slips tried from one address. Nothing is kept longer than ten minutes, and more tries do not lengthen it: who
 * shares an address with a guesser still signs in, or votes at the station, where the staff's own device is not counted.
 */
export const guardCodes = <T>(
  { wall, vault }: Context,
  request: Request,
  code: string,
  look: () => Promise<T>,
): Promise<T> => {
  const from = neighbourhoodOf(addressOf(request))
  return guard({ from, now: wall.now().getTime(), print: vault.keyed('tried-code', code) }, look)
}
