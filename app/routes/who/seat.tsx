import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { contextOf } from '#app/context.server.ts'
import { refused } from '#app/http/page-loader.server.ts'
import { tokenOf } from '#app/http/session.server.ts'
import { sha256 } from '#app/ports/vault.ts'
import { Refusal } from '#domain/refusal.ts'
import { switchSeat } from '#domain/who/session/switch-seat.ts'

/** Acts from now on in the chosen seat; its desk is the next page. */
export const action = async ({ request, context }: ActionFunctionArgs) => {
  const form = await request.formData()
  const token = await tokenOf(request)
  if (!token) throw refused(new Refusal('forbidden', 'sign-in-first'))
  const ctx = await contextOf(request, context)
  try {
    await switchSeat(ctx, { key: sha256(token), seatId: String(form.get('seat') ?? '') })
  } catch (error) {
    throw error instanceof Refusal ? refused(error) : error
  }
  return redirect('/desk')
}
export const loader = () => redirect('/')
