import { useLoaderData } from '@remix-run/react'
import { Note } from '#app/components/card.tsx'
import { Choices } from '#app/components/choices.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { Page, Section } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { HelpedBallot } from '#app/components/vote/helped-ballot.tsx'
import { formActions, oneForm } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { castTyped, spoilSheet } from '#domain/ask/vote/cast-vote.ts'
import { assistForm, spoilForm } from '#domain/ask/vote/forms.ts'
import { readHelp } from '#domain/ask/vote/read-round.ts'

export const handle = titled('assist.title')
export const loader = pageLoader((ctx, { roundId = '' }) => readHelp(ctx, roundId))

const goTo = ({ id, entryId }: { id: string; entryId: string }) => `/desk/rounds/${id}/assist/${entryId}`
export const action = formActions({
  cast: oneForm({
    form: assistForm,
    run: (ctx, input, { roundId = '' }) => castTyped(ctx, { ...input, roundId }),
    goTo,
  }),
  spoil: oneForm({
    form: spoilForm,
    run: (ctx, input, { roundId = '' }) => spoilSheet(ctx, { ...input, roundId }),
    goTo,
  }),
})

export default function Assist() {
  const t = useT()
  const { round, slate } = useLoaderData<typeof loader>()
  return (
    <Page
      narrow
      back={{ to: '/desk', label: t('assist.back') }}
      eyebrow={round.name}
      title={t('assist.title')}
      lead={t('assist.lead')}
    >
      {round.phase === 'open' ? null : <Note kind="wait">{t(`round.phase.${round.phase}`)}</Note>}
      <Form name="cast" submit={t('assist.cast')}>
        <Field name="code" label={t('ballot.code')} hint={t('assist.code.hint')} short autoComplete="off" />
        <Choices
          name="channel"
          legend={t('assist.channel')}
          options={(['desk', 'assisted', 'paper'] as const).map((value) => ({
            value,
            label: t(`vote.channel.${value}`),
            note: t(`assist.channel.${value}`),
          }))}
        />
        <HelpedBallot round={round} slate={slate} />
      </Form>
      <Section title={t('assist.spoil')}>
        <Form name="spoil" submit={t('assist.spoil.do')} look="second">
          <p>{t('assist.spoil.say')}</p>
          <Field name="code" label={t('ballot.code')} short autoComplete="off" />
          <Choices
            name="reason"
            legend={t('assist.spoil.why')}
            options={(['too_many', 'blank', 'unreadable'] as const).map((value) => ({
              value,
              label: t(`spoiled.${value}.label`),
            }))}
          />
        </Form>
      </Section>
    </Page>
  )
}
