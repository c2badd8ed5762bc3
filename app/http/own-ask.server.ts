import { createCookie } from '@remix-run/node'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import { Refusal } from '#domain/refusal.ts'

const halfAnHour = 1_800
const cookieFor = (refNo: string) =>
  createCookie('own', { httpOnly: true, sameSite: 'lax', path: `/suggestions/${refNo}`, maxAge: halfAnHour })

type Tracked = { refNo?: string | undefined; proof?: string | undefined }
/** Hands whoever proved an ask his own the proof, for that ask's page alone; four digits of a telephone stand in no address. */
export async function withProof({ refNo, proof }: Tracked, request: Request): Promise<HeadersInit> {
  if (!refNo || !proof) return {}
  const secure = new URL(request.url).protocol === 'https:'
  return { 'Set-Cookie': await cookieFor(refNo).serialize(proof, { secure }) }
}
export async function proofIn(request: Request, refNo: string): Promise<string | null> {
  const value: unknown = await cookieFor(refNo).parse(request.headers.get('cookie'))
  return typeof value === 'string' ? value : null
}

const wrongAnHour = 5
const wrongTails = new RateLimiterMemory({ points: wrongAnHour, duration: 3_600 })

/** Four digits are soon guessed: after five wrong ones for a number nobody may try that number for an hour. A try is counted before it is looked at, so that many at once are no more. */
export async function guardGuessing<T>(refNo: string, look: () => Promise<T>): Promise<T> {
  const number = refNo.normalize('NFKC').replace(/\W/g, '').toUpperCase()
  const tried = await wrongTails.penalty(number)
  if (tried.consumedPoints > wrongAnHour) throw new Refusal('conflict', 'too-many-tails')
  try {
    const found = await look()
    await wrongTails.reward(number)
    return found
  } catch (error) {
    if (!(error instanceof Refusal && error.kind === 'missing')) await wrongTails.reward(number)
    throw error
  }
}

const tenMinutes = 600
const sentCookie = (refNo: string) =>
  createCookie('sent', { httpOnly: true, sameSite: 'lax', path: `/ask/sent/${refNo}`, maxAge: tenMinutes })
/** Lets the page after sending show the code, for ten minutes and in this browser alone. */
export const sentProof = async (refNo: string, proof: string, request: Request): Promise<string> =>
  sentCookie(refNo).serialize(proof, { secure: new URL(request.url).protocol === 'https:' })
export async function sentProofIn(request: Request, refNo: string): Promise<string | null> {
  const value: unknown = await sentCookie(refNo).parse(request.headers.get('cookie'))
  return typeof value === 'string' ? value : null
}
