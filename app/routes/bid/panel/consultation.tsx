import { useLoaderData } from '@remix-run/react'
import { FinalOffers } from '#app/components/bid/final-offers.tsx'
import { SaidToAll } from '#app/components/bid/final-parts.tsx'
import { FormDetails, Note } from '#app/components/card.tsx'
import { Countdown } from '#app/components/countdown.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { useFormat } from '#app/components/format.ts'
import { Page, Section } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { formActions, formsOf } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { confirmConsultationForm, consultationForm } from '#domain/buy/evaluation/consultation/forms.ts'
import {
  type ConsultationPage,
  readConsultation,
} from '#domain/buy/evaluation/consultation/read-consultation.ts'
import { askFinals, writeConsultation } from '#domain/buy/evaluation/consultation/write-consultation.ts'

export const handle = titled('panel.step.consultation')
export const loader = pageLoader((ctx, { tenderId }) => readConsultation(ctx, tenderId!))
const on = formsOf(
  ({ tenderId = '' }) => ({ tenderId }),
  ({ id }: { id: string }) => `/panel/${id}/consultation`,
)
export const action = formActions({
  write: on(consultationForm, writeConsultation),
  confirm: on(confirmConsultationForm, askFinals),
})

/** What every bidder will read, and how long each is given. */
const Write = ({ page: { round, days } }: { page: ConsultationPage }) => {
  const t = useT()
  return (
    <Form name="write" look={round ? 'second' : undefined} submit={t('consultation.do')}>
      <Field
        name="words"
        kind="long"
        rows={8}
        label={t('consultation.words')}
        hint={t('consultation.words.hint')}
        fallback={round?.words}
      />
      <Field
        name="changes"
        kind="long"
        rows={4}
        optional
        label={t('consultation.changes')}
        hint={t('consultation.changes.hint')}
        fallback={round?.changes ?? ''}
      />
      <Field
        name="days"
        kind="number"
        short
        label={t('consultation.days')}
        hint={t('consultation.days.hint', days)}
        fallback={round?.days ?? days.least}
      />
    </Form>
  )
}

/** Written and not sent: another member reads it and sends it to all at once. */
const Written = ({ page }: { page: ConsultationPage }) => {
  const t = useT()
  const round = page.round!
  return (
    <>
      <Note kind="wait">{t('consultation.written', { n: round.writer })}</Note>
      <SaidToAll {...round} />
      {round.confirms ? (
        <Form name="confirm" submit={t('consultation.confirm')} hidden={{ stamp: round.stamp }}>
          <p>{t('consultation.confirm.say', { n: round.days })}</p>
        </Form>
      ) : (
        <p className="quiet">{t('consultation.wait')}</p>
      )}
      <FormDetails form="write" summary={t('consultation.again')}>
        <Write page={page} />
      </FormDetails>
    </>
  )
}

/** 磋商: one text for all, two members' hands, and nothing of any offer before its hour. */
export default function Consultation() {
  const t = useT()
  const f = useFormat()
  const page = useLoaderData<typeof loader>()
  const { call, round, qualified } = page
  const at = round?.dueAt ? f.dateTime(round.dueAt.getTime() - 1) : ''
  return (
    <Page
      narrow
      back={{ to: `/panel/${call.id}`, label: call.title }}
      title={t('panel.step.consultation')}
      lead={t('consultation.lead')}
    >
      {call.state === 'failed' ? <Note kind="late">{call.endReason}</Note> : null}
      {qualified ? null : <Note kind="wait">{t('consultation.early')}</Note>}
      {qualified && !round ? <Write page={page} /> : null}
      {round?.state === 'written' ? <Written page={page} /> : null}
      {round?.askedAt ? (
        <Section title={t('final.said')} aside={t('consultation.sent', { at: f.dateTime(round.askedAt) })}>
          <SaidToAll {...round} />
          {round.state === 'asked' && round.clock ? <Countdown clock={round.clock} /> : null}
          {round.state === 'asked' ? <Note kind="wait">{t('consultation.secret', { at })}</Note> : null}
        </Section>
      ) : null}
      <FinalOffers offers={page.offers} />
    </Page>
  )
}
