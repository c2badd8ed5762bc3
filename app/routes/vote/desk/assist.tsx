import { useLoaderData } from '@remix-run/react'
import { Note } from '#app/components/card.tsx'
import { Choices } from '#app/components/choices.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { Page } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { HelpedBallot } from '#app/components/vote/helped-ballot.tsx'
import { formActions, oneForm } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { castTyped } from '#domain/ask/vote/cast-vote.ts'
import { assistForm } from '#domain/ask/vote/forms.ts'
import { readHelp } from '#domain/ask/vote/read-help.ts'

export const handle = titled('assist.title')
export const loader = pageLoader((ctx, { roundId = '' }) => readHelp(ctx, roundId))

export const action = formActions({
  cast: oneForm({
    form: assistForm,
    run: (ctx, input, { roundId = '' }) => castTyped(ctx, { ...input, roundId }),
    goTo: ({ id, entryId }) => `/desk/rounds/${id}/assist/${entryId}`,
  }),
})

export default function Assist() {
  const t = useT()
  const { round, slate, home, desk } = useLoaderData<typeof loader>()
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
          options={(desk ? (['desk', 'assisted'] as const) : (['assisted'] as const)).map((value) => ({
            value,
            label: t(`vote.channel.${value}`),
            note: t(`assist.channel.${value}`),
          }))}
          hint={
            desk
              ? t('assist.entered', { ...home, deskN: desk.n, deskMost: desk.most })
              : t('assist.helped', home)
          }
          {...(desk ? {} : { fallback: 'assisted' })}
        />
        <HelpedBallot round={round} slate={slate} />
      </Form>
      <p className="links">
        <a href={`/desk/rounds/${round.id}/paper`}>{t('paper.title')}</a>
        <a href="/kiosk/unlock">{t('kiosk.unlock.title')}</a>
      </p>
    </Page>
  )
}
