import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { Page } from '#app/components/page.tsx'
import { useGoingTo } from '#app/components/shell/sign-in-link.ts'
import { titled } from '#app/components/shell/title.ts'
import { addressOf } from '#app/http/address.server.ts'
import { goingOn, onOrToDesk } from '#app/http/after-sign-in.ts'
import { formAction } from '#app/http/form-action.server.ts'
import { neighbourhoodOf } from '#app/http/rate-limit.ts'
import { comesFrom, sessionCookie } from '#app/http/session.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { passwordForm } from '#domain/who/sign-in/forms.ts'
import { givePassword } from '#domain/who/sign-in/give-password.ts'

export const handle = titled('staff.title')

export const action = formAction({
  everyTime: true,
  form: passwordForm,
  run: async (ctx, input, _params, request) => {
    const address = neighbourhoodOf(addressOf(request))
    return goingOn(request, await givePassword(ctx, { ...input, ...(await comesFrom(request)), address }))
  },
  goTo: onOrToDesk,
  headers: async ({ token }, request) => ({ 'Set-Cookie': await sessionCookie(request, token) }),
})

export default function Staff() {
  const t = useT()
  const going = useGoingTo()
  return (
    <Page narrow back={{ to: `/sign-in${going}` }} title={t('staff.title')} lead={t('staff.lead')}>
      <Form submit={t('staff.submit')}>
        <Field name="login" kind="text" label={t('staff.login')} short />
        <Field name="password" kind="password" label={t('staff.password')} short />
        <Field name="totp" kind="code" label={t('staff.totp')} short />
      </Form>
    </Page>
  )
}
