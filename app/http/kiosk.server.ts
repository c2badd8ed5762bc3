import { createCookie, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { type Kiosk, kioskAt, seatOf } from '#domain/ask/vote/kiosk/kiosk-seat.ts'
import { endTurn, type Held, paperAtKiosk } from '#domain/ask/vote/kiosk/kiosk-turn.ts'
import { unlockKiosk } from '#domain/ask/vote/kiosk/unlock-kiosk.ts'
import type { Paper } from '#domain/ask/vote/paper.ts'
import type { Context } from '#domain/context.ts'
import { Refusal } from '#domain/refusal.ts'
import { pageLoader } from './page-loader.server.ts'
import { withoutSession } from './session.server.ts'

type Unlocking = Parameters<typeof unlockKiosk>[1]

/** What belongs to a machine travels to its own pages only: which machine it is, and the paper of whoever stands there. */
const cookieOf = (request: Request, name: 'kiosk' | 'kiosk-paper') =>
  createCookie(name, {
    httpOnly: true,
    sameSite: 'strict',
    path: '/kiosk',
    secure: new URL(request.url).protocol === 'https:',
  })
async function cookieIn(request: Request, name: 'kiosk' | 'kiosk-paper'): Promise<string | null> {
  const value: unknown = await cookieOf(request, name).parse(request.headers.get('cookie'))
  return typeof value === 'string' && value !== '' ? value : null
}
export const kioskSeat = (request: Request) => cookieIn(request, 'kiosk')
export const heldAt = async (request: Request, turn?: string): Promise<Held> => ({
  seat: await cookieIn(request, 'kiosk'),
  paper: await cookieIn(request, 'kiosk-paper'),
  turn,
})

const put = (request: Request, name: 'kiosk' | 'kiosk-paper', value: string) =>
  cookieOf(request, name).serialize(value, value === '' ? { maxAge: 0 } : {})
/** 解锁: whoever unlocks a machine is signed out of it in the same breath. */
export async function unlockHere(ctx: Context, input: Unlocking, _params: unknown, request: Request) {
  const { seat } = await unlockKiosk(ctx, input)
  return { seat, gone: await withoutSession(ctx, request) }
}
/** For `oneForm({ headers })`: makes this browser the machine that was unlocked, and nobody's. */
export async function withSeatAlone({ seat, gone }: { seat: string; gone: string }, request: Request) {
  const headers = new Headers({ 'Set-Cookie': await put(request, 'kiosk', seat) })
  headers.append('Set-Cookie', gone)
  return headers
}
export const withKioskPaper = async ({ paper }: { paper: string }, request: Request) =>
  new Headers({ 'Set-Cookie': await put(request, 'kiosk-paper', paper) })
/** Nothing of the last voter stays in the browser. */
export const withoutKioskPaper = async (request: Request) =>
  new Headers({ 'Set-Cookie': await put(request, 'kiosk-paper', '') })

/** Half an hour counts from the last page a machine showed; after so many seconds without a touch it clears itself. */
async function keptAwake(ctx: Context, request: Request, kiosk: Kiosk, clearsIn: number | null) {
  const headers = new Headers({ 'Cache-Control': 'no-store' })
  headers.append('Set-Cookie', await put(request, 'kiosk', seatOf(ctx, kiosk.id)))
  if (clearsIn !== null) headers.set('Refresh', `${clearsIn}; url=/kiosk/next`)
  return headers
}

const isTurned = (error: unknown): error is Refusal => error instanceof Refusal && error.kind === 'forbidden'

/** A page of the voter who stands at the machine; anybody else's turn leads back to its beginning. */
export const turnLoader =
  <Page>(clearsIn: number, read: (ctx: Context, paper: Paper) => Promise<Page>) =>
  (args: LoaderFunctionArgs) =>
    pageLoader(async (ctx, _params, _url, request) => {
      try {
        const held = await heldAt(request)
        const kiosk = await kioskAt(ctx.db, ctx, held.seat)
        const paper = await paperAtKiosk(ctx, held)
        const page = { ...(await read(ctx, paper)), turn: paper.turn! }
        return data(page, { headers: await keptAwake(ctx, request, kiosk, clearsIn) })
      } catch (error) {
        if (isTurned(error)) throw redirect('/kiosk')
        throw error
      }
    })(args)

/** The machine's first page, locked or not; it stays as it is until somebody comes, so nothing there keeps it awake. */
export const standLoader = <Page>(read: (ctx: Context, kiosk: Kiosk) => Promise<Page>) =>
  pageLoader(async (ctx, _params, _url, request) => {
    try {
      return await read(ctx, await kioskAt(ctx.db, ctx, await kioskSeat(request)))
    } catch (error) {
      if (isTurned(error)) return { locked: error.reason }
      throw error
    }
  })

/** 下一位: by the button, or by the page itself when nobody touched it; of a locked machine only the paper is taken. */
export async function clearTurn(args: LoaderFunctionArgs) {
  const seat = await kioskSeat(args.request)
  const isGone = (error: unknown) => error instanceof Response
  if (seat)
    await pageLoader((ctx) => endTurn(ctx, seat))(args).catch((error) => {
      if (!isGone(error)) throw error
    })
  return redirect('/kiosk', { headers: await withoutKioskPaper(args.request) })
}

/** Passes the loader's headers on: the machine's clock, and no page kept. */
export const kioskHeaders = ({ loaderHeaders }: { loaderHeaders: Headers }) => loaderHeaders
