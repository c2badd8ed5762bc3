import { useLoaderData } from '@remix-run/react'
import { Page } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { PlaceFactsForm } from '#app/components/who/register-forms.tsx'
import { formAction } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { correctPlace, placeFactsForm, registeredPlace } from '#domain/who/correct-register.ts'

export const handle = titled('register.correct.place')
export const loader = pageLoader((ctx, { placeId }) => registeredPlace(ctx, placeId!))
export const action = formAction({
  form: placeFactsForm,
  run: (ctx, typed, { placeId }) => correctPlace(ctx, { ...typed, placeId: placeId! }),
  goTo: () => '/desk/register',
})

/** 更正地方: its name, its numbers, its telephone. */
export default function RegisterPlace() {
  const t = useT()
  const place = useLoaderData<typeof loader>()
  return (
    <Page
      narrow
      back={{ to: '/desk/register', label: t('register.title') }}
      eyebrow={place.code}
      title={t('register.correct.place')}
      lead={t('register.correct.lead')}
    >
      <PlaceFactsForm place={place} />
    </Page>
  )
}
