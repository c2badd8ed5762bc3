import { useActionData, useLoaderData } from '@remix-run/react'
import { Details, Note } from '#app/components/card.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { useFormat } from '#app/components/format.ts'
import { Page, Section } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { Keepers, LostKeys, useMissing } from '#app/components/vote/key-state.tsx'
import { OfferShare } from '#app/components/vote/offer-share.tsx'
import { OpenAtHome } from '#app/components/vote/open-at-home.tsx'
import { ShareSheet } from '#app/components/vote/share-sheet.tsx'
import { answerAction } from '#app/http/answer-action.server.ts'
import { formAction, formActions, oneForm } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { pressForm } from '#domain/ask/vote/forms.ts'
import { confirmTrustee } from '#domain/ask/vote/trustees/confirm-trustee.ts'
import { confirmTrusteeForm, shareForm } from '#domain/ask/vote/trustees/forms.ts'
import { offerShare, withdrawShare } from '#domain/ask/vote/trustees/offer-share.ts'
import { readSharePage } from '#domain/ask/vote/trustees/read-trustees.ts'
import { takeShare } from '#domain/ask/vote/trustees/try-key.ts'

export const handle = titled('share.title')
export const loader = pageLoader((ctx, { roundId = '' }) => readSharePage(ctx, roundId))
const goTo = ({ id }: { id: string }) => `/desk/rounds/${id}/share`
const confirm = formAction({
  form: confirmTrusteeForm,
  run: (ctx, { passphrase }, { roundId = '' }) => confirmTrustee(ctx, { roundId, passphrase }),
  goTo,
})
const show = answerAction({
  form: shareForm,
  run: (ctx, { passphrase }, { roundId = '' }) => takeShare(ctx, { roundId, passphrase }),
})
const remote = formActions({
  offer: oneForm({
    form: shareForm,
    everyTime: true,
    run: (ctx, { passphrase }, { roundId = '' }) => offerShare(ctx, { roundId, passphrase }),
    goTo,
  }),
  withdraw: oneForm({
    form: pressForm,
    run: (ctx, _input, { roundId = '' }) => withdrawShare(ctx, { roundId }),
    goTo,
  }),
})
export const action = async (args: Parameters<typeof confirm>[0]) => {
  const name = (await args.request.clone().formData()).get('_form')
  if (name === 'show') return show(args)
  return name === 'offer' || name === 'withdraw' ? remote(args) : confirm(args)
}
const Passphrase = ({ again }: { again: boolean }) => {
  const t = useT()
  return (
    <Form name="confirm" submit={t(again ? 'share.redo' : 'share.confirm')}>
      {again ? <p>{t('share.redo.say')}</p> : null}
      <Field
        name="passphrase"
        kind="password"
        label={t('share.passphrase')}
        hint={t('share.passphrase.hint')}
        autoComplete="new-password"
      />
      <Field name="again" kind="password" label={t('share.again')} autoComplete="new-password" />
    </Form>
  )
}

export default function Share() {
  const t = useT()
  const f = useFormat()
  const missing = useMissing()
  const data = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>() as { answer?: { share: string } | null } | undefined
  const { round, mine, trustees, made, printable, offer } = data
  const draft = round.phase === 'draft'
  return (
    <Page narrow back={{ to: '/desk' }} title={t('share.title')} lead={t('share.lead', { name: round.name })}>
      {reply?.answer ? <ShareSheet share={reply.answer.share} data={data} /> : null}
      <Section title={t('share.do')}>
        <ol className="steps">
          {(['share.1', 'share.2', 'share.3'] as const).map((key) => (
            <li key={key}>{t(key)}</li>
          ))}
        </ol>
        {mine.confirmedAt ? (
          <Note kind="done">{t('share.confirmed', { date: f.dateTime(mine.confirmedAt) })}</Note>
        ) : null}
        {made ? <p>{t('share.fixed')}</p> : <p>{t('share.waiting', { names: missing(trustees) })}</p>}
        {draft && !made && !mine.confirmedAt ? <Passphrase again={false} /> : null}
      </Section>
      {draft && !made && mine.confirmedAt ? (
        <Details summary={t('share.redo')}>
          <Passphrase again />
        </Details>
      ) : null}
      {printable && !reply?.answer ? (
        <Section title={t('share.print')}>
          <Form name="show" submit={t('share.print.submit')}>
            <p>{t('share.print.say')}</p>
            <Field name="passphrase" kind="password" label={t('share.passphrase')} autoComplete="off" />
          </Form>
        </Section>
      ) : null}
      {offer && !reply?.answer ? <OfferShare offer={offer} /> : null}
      {data.closed ? <OpenAtHome round={round} closed={data.closed} /> : null}
      <Keepers trustees={trustees} />
      <LostKeys />
    </Page>
  )
}
