import { useLoaderData } from '@remix-run/react'
import { ButtonLink } from '#app/components/button.tsx'
import { FormDetails, Note } from '#app/components/card.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { Page } from '#app/components/page.tsx'
import { Modes } from '#app/components/shell/modes.tsx'
import { titled } from '#app/components/shell/title.ts'
import { formActions, formsOf } from '#app/http/form-action.server.ts'
import { kioskSeat, standLoader, withKioskPaper, withoutKioskPaper } from '#app/http/kiosk.server.ts'
import { told } from '#app/i18n/index.ts'
import { useT } from '#app/i18n/use-t.ts'
import { identifyForm, pressForm } from '#domain/ask/vote/forms.ts'
import { beginTurn, lockHere } from '#domain/ask/vote/kiosk/kiosk-turn.ts'
import { readRound } from '#domain/ask/vote/read-round.ts'

export const handle = titled('kiosk.start')
export const loader = standLoader(async (ctx, kiosk) => ({
  locked: null,
  spot: kiosk.spot,
  round: (await readRound(ctx, kiosk.roundId)).round,
}))
const here = formsOf(
  async (_params, request) => ({ seat: await kioskSeat(request) }),
  () => '/kiosk',
)
export const action = formActions({
  code: here(identifyForm, beginTurn, {
    everyTime: true,
    goTo: () => '/kiosk/vote',
    headers: withKioskPaper,
  }),
  lock: here(pressForm, (ctx, { seat }) => lockHere(ctx, seat), {
    headers: (_done, request) => withoutKioskPaper(request),
  }),
})

export default function Stand() {
  const t = useT()
  const data = useLoaderData<typeof loader>()
  if (data.locked !== null)
    return (
      <Page narrow title={t('kiosk.locked.title')} lead={t('kiosk.locked.say')}>
        <Note kind="wait">{told(t, `refusal.${data.locked}`)}</Note>
        <ButtonLink look="second" to="/kiosk/unlock">
          {t('kiosk.locked.staff')}
        </ButtonLink>
      </Page>
    )
  const { round, spot } = data
  return (
    <Page
      narrow
      eyebrow={t('kiosk.at', { spot })}
      title={round.name}
      lead={round.phase === 'open' ? t('ballot.identify.title') : t(`round.phase.${round.phase}`)}
    >
      {round.phase === 'open' ? (
        <Form name="code" submit={t('kiosk.start')}>
          <Field name="code" label={t('ballot.code')} hint={t('ballot.code.hint')} short autoComplete="off" />
        </Form>
      ) : null}
      <p className="mt-4">{t('kiosk.help')}</p>
      <Modes />
      <FormDetails form="lock" summary={t('kiosk.lock')}>
        <Form name="lock" look="second" submit={t('kiosk.lock')} />
      </FormDetails>
    </Page>
  )
}
