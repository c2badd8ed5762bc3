import { createCookie } from '@remix-run/node'

type Asked = { codeId: string; phone: string; tail: string }
const cookie = createCookie('code', { httpOnly: true, sameSite: 'lax', path: '/sign-in', maxAge: 600 })

/** Binds a one-time code to the browser that asked for it: the number itself travels sealed. */
export const codeCookie = async (request: Request, asked: Asked): Promise<HeadersInit> => ({
  'Set-Cookie': await cookie.serialize(asked, { secure: new URL(request.url).protocol === 'https:' }),
})
export async function askedIn(request: Request): Promise<Asked | null> {
  const value: unknown = await cookie.parse(request.headers.get('cookie'))
  const asked = value as Partial<Asked> | null
  return typeof asked?.codeId === 'string' &&
    typeof asked.phone === 'string' &&
    typeof asked.tail === 'string'
    ? { codeId: asked.codeId, phone: asked.phone, tail: asked.tail }
    : null
}
