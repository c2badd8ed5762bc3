import { useLoaderData } from '@remix-run/react'
import { Choices } from '#app/components/choices.tsx'
import { Opinions } from '#app/components/deliver/opinions.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { Page, Section } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { formAction } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { acceptancePage } from '#domain/deliver/acceptance/acceptance-page.ts'
import { signAcceptanceForm } from '#domain/deliver/acceptance/forms.ts'
import { signAcceptance } from '#domain/deliver/acceptance/sign-acceptance.ts'

export const handle = titled('acceptance.sign.title')
export const loader = pageLoader((ctx, { acceptanceId }) => acceptancePage(ctx, acceptanceId!))
export const action = formAction({
  form: signAcceptanceForm,
  run: (ctx, said, { acceptanceId }) => signAcceptance(ctx, { ...said, acceptanceId: acceptanceId! }),
  goTo: ({ id }) => `/desk/acceptances/${id}`,
})

export default function SignAcceptance() {
  const t = useT()
  const a = useLoaderData<typeof loader>()
  return (
    <Page
      narrow
      back={{ to: `/desk/acceptances/${a.id}`, label: t('acceptance.title') }}
      eyebrow={a.milestone.title}
      title={t('acceptance.sign.title')}
      lead={t('acceptance.sign.lead')}
    >
      <Section
        title={t('opinion.title')}
        aside={t('acceptance.heard', { n: a.opinions, required: a.required })}
      >
        <Opinions sum={a} />
        <p className="quiet">{t('acceptance.sign.rule', { n: a.satisfactionMin })}</p>
      </Section>
      <Form submit={t('acceptance.sign.submit')}>
        <Choices
          name="met"
          legend={t('acceptance.sign.question')}
          options={[
            { value: 'met', label: t('acceptance.met'), note: t('acceptance.met.note') },
            { value: 'not', label: t('acceptance.not-met'), note: t('acceptance.not-met.note') },
          ]}
        />
        <Field
          name="words"
          kind="long"
          rows={5}
          label={t('acceptance.words')}
          hint={t('acceptance.words.hint')}
        />
      </Form>
    </Page>
  )
}
