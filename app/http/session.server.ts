import { createCookie } from '@remix-run/node'
import { sha256 } from '#app/ports/vault.ts'
import type { World } from '#app/world.server.ts'
import type { Context } from '#domain/context.ts'
import { signOut } from '#domain/who/session/end-session.ts'
import { findSession, type SignedIn, withinStrength } from '#domain/who/session/find-session.ts'
import { deviceOf } from './device.server.ts'

const options = { httpOnly: true, sameSite: 'lax', path: '/' } as const
const isHttps = (request: Request) => new URL(request.url).protocol === 'https:'
const cookieFor = (request: Request) =>
  isHttps(request)
    ? createCookie('__Host-sid', { ...options, secure: true })
    : createCookie('sid', { ...options, secure: false })

/** The session token a request carries, if any. */
export const tokenOf = async (request: Request): Promise<string | null> => {
  const value: unknown = await cookieFor(request).parse(request.headers.get('cookie'))
  return typeof value === 'string' ? value : null
}
/** What a sign-in replaces: the device, and the key of the session this browser still carries. */
export async function comesFrom(request: Request) {
  const token = await tokenOf(request)
  return { device: deviceOf(request), was: token ? sha256(token) : null }
}
export const sessionCookie = (request: Request, token: string) => cookieFor(request).serialize(token)
export const endedCookie = (request: Request) => cookieFor(request).serialize('', { maxAge: 0 })

const seen = new WeakMap<Request, Promise<SignedIn | null>>()
/** Who is signed in, read once a request. */
export function signedIn(request: Request, world: World): Promise<SignedIn | null> {
  const known = seen.get(request)
  if (known) return known
  const read = tokenOf(request)
    .then((token) => (token ? findSession(world, token) : null))
    .then((found) => found && (world.demo === 'off' ? withinStrength(found) : found))
  seen.set(request, read)
  return read
}

/** Ends the session this request came with, and gives the header that forgets its cookie. */
export async function withoutSession(ctx: Context, request: Request): Promise<string> {
  const token = await tokenOf(request)
  if (token) await signOut(ctx, { key: sha256(token) })
  return endedCookie(request)
}
