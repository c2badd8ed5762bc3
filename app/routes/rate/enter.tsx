import { useLoaderData } from '@remix-run/react'
import { Choices } from '#app/components/choices.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { Page } from '#app/components/page.tsx'
import { LevelChoices } from '#app/components/rate/rate-form.tsx'
import { titled } from '#app/components/shell/title.ts'
import { formAction } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { enterRatingForm } from '#domain/rate/rating/forms.ts'
import { enterRating } from '#domain/rate/rating/give-rating.ts'
import { enterPage } from '#domain/rate/rating/ratings-page.ts'

export const handle = titled('ratings.enter.title')
export const loader = pageLoader((ctx, { contractId }) => enterPage(ctx, contractId!))
export const action = formAction({
  form: enterRatingForm,
  run: (ctx, said, { contractId }) => enterRating(ctx, { ...said, contractId: contractId! }),
  goTo: ({ contractId }) => `/desk/ratings/${contractId}/enter`,
})

export default function EnterRating() {
  const t = useT()
  const { id, title, people } = useLoaderData<typeof loader>()
  return (
    <Page
      narrow
      back={{ to: `/desk/ratings/${id}`, label: title }}
      title={t('ratings.enter.title')}
      lead={t('ratings.enter.lead')}
    >
      {people.length === 0 ? (
        <p className="quiet">{t('ratings.enter.all')}</p>
      ) : (
        <Form submit={t('ratings.enter.submit')}>
          <Field
            name="serviceUserId"
            kind="select"
            label={t('ratings.enter.who')}
            options={people.map((p) => ({ value: p.id, label: p.label }))}
          />
          <Choices
            name="channel"
            legend={t('ratings.enter.channel')}
            options={(['paper', 'call'] as const).map((c) => ({ value: c, label: t(`rating.channel.${c}`) }))}
          />
          <LevelChoices />
          <Field name="words" kind="long" rows={3} label={t('rating.words')} optional />
        </Form>
      )}
    </Page>
  )
}
