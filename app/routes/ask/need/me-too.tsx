import { useLoaderData } from '@remix-run/react'
import { ButtonLink } from '#app/components/button.tsx'
import { Note } from '#app/components/card.tsx'
import { Form } from '#app/components/form.tsx'
import { Page } from '#app/components/page.tsx'
import { useSignIn } from '#app/components/shell/sign-in-link.ts'
import { titled } from '#app/components/shell/title.ts'
import { formAction } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { readSupport } from '#domain/ask/need/read-need.ts'
import { supportNeed } from '#domain/ask/need/support-need.ts'
import { supportForm } from '#domain/ask/suggestion/forms.ts'

export const handle = titled('ask.me-too')
export const loader = pageLoader((ctx, { id = '' }) => readSupport(ctx, id))
export const action = formAction({
  form: supportForm,
  run: (ctx, _input, { id = '' }) => supportNeed(ctx, { needId: id }),
  goTo: ({ id }) => `/needs/${id}/me-too`,
})

export default function MeToo() {
  const signIn = useSignIn()
  const t = useT()
  const { id, title, communityName, joins, also } = useLoaderData<typeof loader>()
  return (
    <Page
      narrow
      back={{ to: `/needs/${id}`, label: title }}
      eyebrow={communityName}
      title={title}
      lead={t('need.also.lead', { n: also })}
    >
      {joins === 'may' ? <Form submit={t('ask.me-too')} /> : null}
      {joins === 'joined' ? <Note kind="done">{t('need.joined')}</Note> : null}
      {joins === 'elsewhere' ? <Note kind="wait">{t('refusal.not-your-community')}</Note> : null}
      {joins === 'sign-in' ? (
        <>
          <Note>{t('need.sign-in')}</Note>
          <ButtonLink to={signIn}>{t('nav.sign-in')}</ButtonLink>
        </>
      ) : null}
    </Page>
  )
}
