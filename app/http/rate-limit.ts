import type { Request } from 'express'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import type { Turned } from './guard.ts'

/** How many forms one address may send in a minute: a whole community centre may stand behind one. */
export function openRateLimit(aMinute: number) {
  const limiter = new RateLimiterMemory({ points: aMinute, duration: 60 })
  return async ({ ip }: Request): Promise<Turned | undefined> => {
    const spent = await limiter.consume(neighbourhoodOf(ip ?? '')).then(
      () => false,
      () => true,
    )
    return spent ? { status: 429, key: 'guard.rate', headers: { 'Retry-After': '60' } } : undefined
  }
}

/** One household has a whole IPv6 /64 to itself; IPv4 written as IPv6 is still one address. */
export const neighbourhoodOf = (address: string) =>
  address.includes(':') && !address.includes('.') ? expanded(address).slice(0, 4).join(':') : address

function expanded(address: string) {
  const [head = '', tail] = address.split('::')
  const front = head.split(':').filter(Boolean)
  const back = (tail ?? '').split(':').filter(Boolean)
  return tail === undefined ? front : [...front, ...Array(8 - front.length - back.length).fill('0'), ...back]
}
