import { useLoaderData } from '@remix-run/react'
import { ButtonLink } from '#app/components/button.tsx'
import { Note } from '#app/components/card.tsx'
import { Form } from '#app/components/form.tsx'
import { Page } from '#app/components/page.tsx'
import { useSignIn } from '#app/components/shell/sign-in-link.ts'
import { titled } from '#app/components/shell/title.ts'
import { formActions, oneForm } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { followTender, readFollow, unfollowTender } from '#domain/buy/tender/follow-tender.ts'
import { followForm } from '#domain/buy/tender/forms.ts'

export const handle = titled('follow.title')
export const loader = pageLoader((ctx, { tenderId }) => readFollow(ctx, tenderId!))
const of = ({ tenderId }: Record<string, string>) => ({ tenderId: tenderId! })
const goTo = ({ id }: { id: string }) => `/tenders/${id}/follow`
export const action = formActions({
  follow: oneForm({ form: followForm, run: (ctx, _, p) => followTender(ctx, of(p)), goTo }),
  unfollow: oneForm({ form: followForm, run: (ctx, _, p) => unfollowTender(ctx, of(p)), goTo }),
})

/** Its own small page, so that the tender's page stays the same for everyone. */
export default function Follow() {
  const signIn = useSignIn()
  const t = useT()
  const { id, refNo, title, over, signedIn, follows } = useLoaderData<typeof loader>()
  return (
    <Page
      narrow
      back={{ to: `/tenders/${id}`, label: title }}
      eyebrow={refNo}
      title={t('follow.title')}
      lead={t('follow.lead')}
    >
      {follows ? <Note kind="done">{t('follow.yes')}</Note> : null}
      {follows ? <Form name="unfollow" look="second" submit={t('follow.stop')} /> : null}
      {signedIn && !follows && !over ? <Form name="follow" submit={t('follow.do')} /> : null}
      {over && !follows ? <Note>{t('refusal.tender-over')}</Note> : null}
      {signedIn ? null : <ButtonLink to={signIn}>{t('nav.sign-in')}</ButtonLink>}
      <p className="small quiet mt-6">{t('follow.unseen')}</p>
    </Page>
  )
}
