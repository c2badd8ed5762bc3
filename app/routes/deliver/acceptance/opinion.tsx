import { useLoaderData } from '@remix-run/react'
import { Note } from '#app/components/card.tsx'
import { Confirmation } from '#app/components/confirmation.tsx'
import { LevelChoices } from '#app/components/deliver/level-choices.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { Page } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { formAction } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { opinionPage } from '#domain/deliver/acceptance/acceptance-page.ts'
import { opinionForm } from '#domain/deliver/acceptance/forms.ts'
import { giveOpinion } from '#domain/deliver/acceptance/give-opinion.ts'

export const handle = titled('opinion.give.title')
export const loader = pageLoader((ctx, { acceptanceId }) => opinionPage(ctx, acceptanceId!))
export const action = formAction({
  form: opinionForm,
  run: (ctx, said, { acceptanceId }) => giveOpinion(ctx, { ...said, acceptanceId: acceptanceId! }),
  goTo: ({ id }) => `/acceptances/${id}/opinion`,
})

export default function Opinion() {
  const t = useT()
  const page = useLoaderData<typeof loader>()
  if (page.said)
    return (
      <Confirmation
        title={t('opinion.done.title')}
        said={t('opinion.done.said', { title: page.title })}
        next={[{ term: t('opinion.done.next'), text: t('opinion.done.next.text') }]}
      />
    )
  return (
    <Page
      narrow
      eyebrow={page.supplier}
      title={t('opinion.give.title')}
      lead={t('opinion.give.lead', { title: page.title })}
    >
      {page.open ? (
        <Form submit={t('opinion.give.submit')}>
          <LevelChoices />
          <Field
            name="words"
            kind="long"
            rows={3}
            label={t('opinion.words')}
            hint={t('opinion.words.hint')}
            optional
          />
        </Form>
      ) : (
        <Note>{t('refusal.acceptance-concluded')}</Note>
      )}
    </Page>
  )
}
