import { useLoaderData } from '@remix-run/react'
import { Empty } from '#app/components/card.tsx'
import { Choices } from '#app/components/choices.tsx'
import { LevelChoices } from '#app/components/deliver/level-choices.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { Page, Section } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { formActions, oneForm } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { enterPage } from '#domain/deliver/acceptance/acceptance-page.ts'
import { enterOpinionForm, unreachedForm } from '#domain/deliver/acceptance/forms.ts'
import { enterOpinion } from '#domain/deliver/acceptance/give-opinion.ts'
import { markUnreached } from '#domain/deliver/acceptance/mark-unreached.ts'

export const handle = titled('acceptance.enter.title')
export const loader = pageLoader((ctx, { acceptanceId }) => enterPage(ctx, acceptanceId!))
const goTo = ({ id }: { id: string }) => `/desk/acceptances/${id}/enter`
export const action = formActions({
  said: oneForm({
    form: enterOpinionForm,
    run: (ctx, said, { acceptanceId }) => enterOpinion(ctx, { ...said, acceptanceId: acceptanceId! }),
    goTo,
  }),
  unreached: oneForm({
    form: unreachedForm,
    run: (ctx, said, { acceptanceId }) => markUnreached(ctx, { ...said, acceptanceId: acceptanceId! }),
    goTo,
  }),
})
const reasons = ['no_answer', 'moved', 'ill', 'declined'] as const

export default function EnterOpinion() {
  const t = useT()
  const page = useLoaderData<typeof loader>()
  return (
    <Page
      narrow
      back={{ to: `/desk/acceptances/${page.id}`, label: t('acceptance.title') }}
      eyebrow={page.title}
      title={t('acceptance.enter.title')}
      lead={t('acceptance.enter.lead', { heard: page.heard, n: page.missing })}
    >
      {page.left.length === 0 ? (
        <Empty action={{ to: `/desk/acceptances/${page.id}`, label: t('acceptance.title') }}>
          {t('acceptance.enter.all')}
        </Empty>
      ) : (
        <>
          <Form name="said" submit={t('acceptance.enter.submit')}>
            <Field name="serviceUserId" kind="select" label={t('opinion.who')} options={page.left} />
            <Choices
              name="channel"
              legend={t('opinion.channel')}
              options={[
                { value: 'paper', label: t('opinion.channel.paper') },
                { value: 'call', label: t('opinion.channel.call') },
              ]}
            />
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
          {page.drawn ? (
            <Section title={t('acceptance.unreached.title')}>
              <p className="quiet">{t('acceptance.unreached.lead')}</p>
              <Form name="unreached" look="second" submit={t('acceptance.unreached.submit')}>
                <Field name="serviceUserId" kind="select" label={t('opinion.who')} options={page.left} />
                <Choices
                  name="reason"
                  legend={t('acceptance.unreached.reason')}
                  options={reasons.map((value) => ({ value, label: t(`acceptance.unreached.${value}`) }))}
                />
              </Form>
            </Section>
          ) : null}
        </>
      )}
    </Page>
  )
}
