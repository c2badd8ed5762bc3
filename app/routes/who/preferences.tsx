import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { keepElder, keepLang } from '#app/http/preferences.server.ts'
import { safeRedirect } from '#app/http/safe-redirect.ts'

/** Keeps how the reader likes the page, and gives the same page back. */
export const action = async ({ request }: ActionFunctionArgs) => {
  const form = await request.formData()
  const headers = new Headers()
  if (form.has('lang')) headers.append('Set-Cookie', keepLang(String(form.get('lang'))))
  if (form.has('elder')) headers.append('Set-Cookie', keepElder(String(form.get('elder'))))
  return redirect(safeRedirect(String(form.get('to') ?? '/'), '/'), { headers })
}
export const loader = () => redirect('/')
