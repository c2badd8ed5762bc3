import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ButtonLink } from '#app/components/button.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { Page, Section } from '#app/components/page.tsx'
import { useGoingTo } from '#app/components/shell/sign-in-link.ts'
import { titled } from '#app/components/shell/title.ts'
import { DemoPeople } from '#app/components/who/demo-people.tsx'
import { worldOf } from '#app/context.server.ts'
import { addressOf } from '#app/http/address.server.ts'
import { afterSignIn } from '#app/http/after-sign-in.ts'
import { codeCookie } from '#app/http/code-cookie.server.ts'
import { formAction } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { neighbourhoodOf } from '#app/http/rate-limit.ts'
import { useT } from '#app/i18n/use-t.ts'
import { askCode } from '#domain/who/sign-in/ask-code.ts'
import { demoPeople } from '#domain/who/sign-in/demo-people.ts'
import { askCodeForm } from '#domain/who/sign-in/forms.ts'

export const handle = titled('sign-in.title')

export const loader = (args: LoaderFunctionArgs) =>
  pageLoader(async ({ db, clock }) => ({
    people: worldOf(args.context).demo === 'off' ? null : await demoPeople(db, clock.now()),
  }))(args)

export const action = formAction({
  form: askCodeForm,
  run: (ctx, { phone }, _params, request) =>
    askCode(ctx, { phone, address: neighbourhoodOf(addressOf(request)) }).then((done) => ({
      ...done,
      tail: phone.slice(-4),
      to: afterSignIn(request),
    })),
  goTo: ({ to }) => (to ? `/sign-in/code?to=${encodeURIComponent(to)}` : '/sign-in/code'),
  headers: ({ codeId, phone, tail }, request) => codeCookie(request, { codeId, phone, tail }),
})

export default function SignIn() {
  const t = useT()
  const going = useGoingTo()
  const { people } = useLoaderData<typeof loader>()
  return (
    <Page narrow title={t('sign-in.title')} lead={t('sign-in.lead')}>
      <Form submit={t('sign-in.send')}>
        <Field name="phone" kind="phone" label={t('sign-in.phone')} hint={t('sign-in.phone.hint')} short />
      </Form>
      <Section plain title={t('sign-in.other')}>
        <p>{t('sign-in.help')}</p>
        <ButtonLink to={`/sign-in/staff${going}`} look="second">
          {t('sign-in.staff')}
        </ButtonLink>
      </Section>
      {people ? <DemoPeople people={people} /> : null}
    </Page>
  )
}
