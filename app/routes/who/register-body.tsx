import { useLoaderData } from '@remix-run/react'
import { Links } from '#app/components/entry.tsx'
import { Page } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { BodyPlaceForm } from '#app/components/who/register-forms.tsx'
import { formAction } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { bodyPlaceForm, correctBody, registeredBody } from '#domain/who/correct-register.ts'
import { registerChoices } from '#domain/who/register.ts'

export const handle = titled('register.correct.body')
export const loader = pageLoader(async (ctx, { partyId }) => {
  const { id, kind, name, nameEn, placeId, streetId, supplies } = await registeredBody(ctx, partyId!)
  const { places, offices } = await registerChoices(ctx.db)
  return { body: { id, kind, name, nameEn, placeId, streetId }, supplies, places, offices }
})
export const action = formAction({
  form: bodyPlaceForm,
  run: (ctx, typed, { partyId }) => correctBody(ctx, { ...typed, partyId: partyId! }),
  goTo: () => '/desk/register',
})

/** 更正机构: its name and where it stands. */
export default function RegisterBody() {
  const t = useT()
  const { body, supplies, places, offices } = useLoaderData<typeof loader>()
  return (
    <Page
      narrow
      back={{ to: '/desk/register', label: t('register.title') }}
      eyebrow={t(`party.${body.kind}`)}
      title={t('register.correct.body')}
      lead={t('register.correct.lead')}
    >
      <BodyPlaceForm body={body} places={places} offices={offices} />
      {supplies ? <Links links={[{ to: `/desk/orgs/${body.id}`, label: t('body.title') }]} /> : null}
    </Page>
  )
}
