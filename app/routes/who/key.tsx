import type { ActionFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Qr } from '#app/components/ask/qr.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { Page } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { worldOf } from '#app/context.server.ts'
import { formAction } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { signedIn } from '#app/http/session.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { Refusal } from '#domain/refusal.ts'
import { freshSecret, isFirstKey, setKey, setKeyForm } from '#domain/who/sign-in/set-key.ts'

export const handle = titled('key.title')

export const loader = pageLoader(async (ctx) => {
  if (!ctx.actor.personId) throw new Refusal('forbidden', 'sign-in-first')
  return { ...freshSecret(ctx), first: await isFirstKey(ctx) }
})
/** A key set in a session begun by a message opens nothing yet: its owner signs in with it. */
export const action = (args: ActionFunctionArgs) =>
  formAction({
    everyTime: true,
    form: setKeyForm,
    run: async (ctx, input, _params, request) => {
      const found = await signedIn(request, worldOf(args.context))
      await setKey(ctx, { ...input, strength: found?.strength ?? '', here: found?.sessionId ?? '' })
      return { opens: found?.strength === 'staff' }
    },
    goTo: ({ opens }) => (opens ? '/me' : '/sign-in/staff'),
  })(args)

export default function Key() {
  const t = useT()
  const { secret, shown, uri, first } = useLoaderData<typeof loader>()
  return (
    <Page narrow back={{ to: '/me' }} title={t('key.title')} lead={t('key.lead')}>
      <p>{t('key.secret')}</p>
      <p className="hash">{shown}</p>
      <div className="w-48">
        <Qr text={uri} label={t('key.qr')} />
      </div>
      <Form submit={t('key.submit')} hidden={{ secret }}>
        {first && <Field name="word" kind="text" label={t('key.word')} hint={t('key.word.hint')} short />}
        {!first && <Field name="old" kind="password" label={t('key.old')} hint={t('key.old.hint')} />}
        <Field name="login" kind="text" label={t('key.login')} hint={t('key.login.hint')} short />
        <Field name="password" kind="password" label={t('key.password')} hint={t('key.password.hint')} />
        <Field name="totp" kind="code" label={t('staff.totp')} short />
      </Form>
    </Page>
  )
}
