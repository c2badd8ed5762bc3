import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { worldOf } from '#app/context.server.ts'
import { goingOn, onOrToDesk } from '#app/http/after-sign-in.ts'
import { formAction } from '#app/http/form-action.server.ts'
import { refused } from '#app/http/page-loader.server.ts'
import { comesFrom, sessionCookie } from '#app/http/session.server.ts'
import { Refusal } from '#domain/refusal.ts'
import { demoSignIn } from '#domain/who/sign-in/demo-sign-in.ts'
import { demoSignInForm } from '#domain/who/sign-in/forms.ts'

/** One tap into a demonstration person's part; outside a demonstration this address does not exist. */
export const action = (args: ActionFunctionArgs) => {
  const demo = worldOf(args.context).demo !== 'off'
  if (!demo) throw refused(new Refusal('missing', 'page'))
  return formAction({
    everyTime: true,
    form: demoSignInForm,
    run: async (ctx, { personId }, _params, request) =>
      goingOn(request, await demoSignIn(ctx, { personId, demo, ...(await comesFrom(request)) })),
    goTo: onOrToDesk,
    headers: async ({ token }, request) => ({ 'Set-Cookie': await sessionCookie(request, token) }),
  })(args)
}
export const loader = () => redirect('/sign-in')
