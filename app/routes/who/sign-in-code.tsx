import { useLoaderData } from '@remix-run/react'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { Page } from '#app/components/page.tsx'
import { useGoingTo } from '#app/components/shell/sign-in-link.ts'
import { titled } from '#app/components/shell/title.ts'
import { goingOn, onOrToDesk } from '#app/http/after-sign-in.ts'
import { askedIn } from '#app/http/code-cookie.server.ts'
import { formAction } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { comesFrom, sessionCookie } from '#app/http/session.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { Refusal } from '#domain/refusal.ts'
import { codeForm } from '#domain/who/sign-in/forms.ts'
import { giveCode } from '#domain/who/sign-in/give-code.ts'

export const handle = titled('code.title')

export const loader = pageLoader(async (_ctx, _params, _url, request) => ({
  tail: (await askedIn(request))?.tail ?? null,
}))

export const action = formAction({
  everyTime: true,
  form: codeForm,
  run: async (ctx, { code }, _params, request) => {
    const asked = await askedIn(request)
    if (!asked) throw new Refusal('invalid', 'wrong-code')
    const given = { codeId: asked.codeId, code, sealedPhone: asked.phone, ...(await comesFrom(request)) }
    return goingOn(request, await giveCode(ctx, given))
  },
  goTo: onOrToDesk,
  headers: async ({ token }, request) => ({ 'Set-Cookie': await sessionCookie(request, token) }),
})

export default function Code() {
  const t = useT()
  const going = useGoingTo()
  const { tail } = useLoaderData<typeof loader>()
  return (
    <Page
      narrow
      back={{ to: `/sign-in${going}` }}
      title={t('code.title')}
      lead={tail ? t('code.lead', { tail }) : t('code.expired')}
    >
      <Form submit={t('code.submit')}>
        <Field name="code" kind="code" label={t('code.code')} short />
      </Form>
      <p>
        <a className="hit" href={`/sign-in${going}`}>
          {t('code.again')}
        </a>
      </p>
    </Page>
  )
}
