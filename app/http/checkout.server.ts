import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { worldOf } from '#app/context.server.ts'
import { Refusal } from '#domain/refusal.ts'
import { refused } from './page-loader.server.ts'
import { safeRedirect } from './safe-redirect.ts'

const outcomes = ['paid', 'failed', 'closed'] as const
const none = () => refused(new Refusal('missing', 'no-such-checkout'))

/** 演示付款页: what a payer would see at the provider; only where a stand-in serves. */
export async function checkoutPage({ params, context }: LoaderFunctionArgs) {
  const session = await worldOf(context).funds?.page?.read(params.session ?? '')
  if (!session) throw none()
  return session
}

/** The payer leaves the page in one of three ways; the provider then tells what happened, as it would from afar. */
export async function leaveCheckout({ request, params, context }: ActionFunctionArgs) {
  const page = worldOf(context).funds?.page
  const said = (await request.formData()).get('how')
  const how = outcomes.find((one) => one === said)
  if (!page) throw none()
  if (!how) throw refused(new Refusal('invalid', 'unknown-form'))
  const to = await page.leave(params.session ?? '', how)
  if (to === null) throw none()
  return redirect(safeRedirect(new URL(to, 'http://here.invalid').pathname))
}
