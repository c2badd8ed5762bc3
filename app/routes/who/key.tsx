import { useLoaderData } from '@remix-run/react'
import QRCode from 'qrcode'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { Page } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { formAction } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { Refusal } from '#domain/refusal.ts'
import { freshSecret, setKey, setKeyForm } from '#domain/who/sign-in/set-key.ts'

export const handle = titled('key.title')

export const loader = pageLoader(async (ctx) => {
  if (!ctx.actor.personId) throw new Refusal('forbidden', 'sign-in-first')
  const { secret, shown, uri } = freshSecret(ctx)
  const svg = await QRCode.toString(uri, { type: 'svg', margin: 1 })
  return { secret, shown, qr: `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}` }
})
export const action = formAction({ form: setKeyForm, run: setKey, goTo: () => '/me' })

export default function Key() {
  const t = useT()
  const { secret, shown, qr } = useLoaderData<typeof loader>()
  return (
    <Page narrow back={{ to: '/me' }} title={t('key.title')} lead={t('key.lead')}>
      <p>{t('key.secret')}</p>
      <p className="hash">{shown}</p>
      <img src={qr} alt={t('key.qr')} width="200" height="200" />
      <Form submit={t('key.submit')} hidden={{ secret }}>
        <Field name="login" kind="text" label={t('key.login')} hint={t('key.login.hint')} short />
        <Field name="password" kind="password" label={t('key.password')} hint={t('key.password.hint')} />
        <Field name="totp" kind="code" label={t('staff.totp')} short />
      </Form>
    </Page>
  )
}
