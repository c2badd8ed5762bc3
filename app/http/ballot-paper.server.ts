import { createCookie } from '@remix-run/node'
import { takeBack } from '#domain/ask/vote/paper.ts'
import type { Context } from '#domain/context.ts'

/** The sealed ballot paper travels only to this round's own pages, and dies after half an hour. */
const cookieOf = (request: Request, roundId: string) =>
  createCookie('paper', {
    httpOnly: true,
    sameSite: 'lax',
    path: `/votes/${roundId}`,
    maxAge: 1800,
    secure: new URL(request.url).protocol === 'https:',
  })
const holding = async (request: Request, roundId: string, paper: string) =>
  new Headers({ 'Set-Cookie': await cookieOf(request, roundId).serialize(paper) })

/** For `formAction({ headers })`: hands the browser its paper. */
export const withPaper = (done: { id: string; paper: string }, request: Request) =>
  holding(request, done.id, done.paper)
export const withoutPaper = async (roundId: string, request: Request) =>
  new Headers({ 'Set-Cookie': await cookieOf(request, roundId).serialize('', { maxAge: 0 }) })

/** The paper a request carries, sealed. */
export async function sealedPaper(request: Request, roundId: string): Promise<string | null> {
  const value: unknown = await cookieOf(request, roundId).parse(request.headers.get('cookie'))
  return typeof value === 'string' ? value : null
}
export const paperOf = async (ctx: Context, request: Request, roundId: string) =>
  takeBack(ctx, roundId, await sealedPaper(request, roundId))
