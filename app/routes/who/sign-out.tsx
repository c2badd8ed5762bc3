import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { contextOf } from '#app/context.server.ts'
import { endedCookie, tokenOf } from '#app/http/session.server.ts'
import { sha256 } from '#app/ports/vault.ts'
import { signOut } from '#domain/who/session/end-session.ts'

/** Ends the session on the server, then forgets the cookie. */
export const action = async ({ request, context }: ActionFunctionArgs) => {
  const token = await tokenOf(request)
  if (token) await signOut(await contextOf(request, context), { key: sha256(token) })
  return redirect('/', { headers: { 'Set-Cookie': await endedCookie(request) } })
}
export const loader = () => redirect('/')
