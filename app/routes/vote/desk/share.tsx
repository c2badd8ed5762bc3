import { useActionData, useLoaderData } from '@remix-run/react'
import { Qr } from '#app/components/ask/qr.tsx'
import { Details, Note } from '#app/components/card.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { useFormat } from '#app/components/format.ts'
import { Page, Section } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { Keepers, LostKeys, useMissing } from '#app/components/vote/key-state.tsx'
import { answerAction } from '#app/http/answer-action.server.ts'
import { formAction } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { confirmTrustee } from '#domain/ask/vote/trustees/confirm-trustee.ts'
import { confirmTrusteeForm, shareForm } from '#domain/ask/vote/trustees/forms.ts'
import { readSharePage } from '#domain/ask/vote/trustees/read-trustees.ts'
import { takeShare } from '#domain/ask/vote/trustees/try-key.ts'

export const handle = titled('share.title')
export const loader = pageLoader((ctx, { roundId = '' }) => readSharePage(ctx, roundId))
const confirm = formAction({
  form: confirmTrusteeForm,
  run: (ctx, { passphrase }, { roundId = '' }) => confirmTrustee(ctx, { roundId, passphrase }),
  goTo: ({ id }) => `/desk/rounds/${id}/share`,
})
const show = answerAction({
  form: shareForm,
  run: (ctx, { passphrase }, { roundId = '' }) => takeShare(ctx, { roundId, passphrase }),
})
export const action = async (args: Parameters<typeof confirm>[0]) => {
  const name = (await args.request.clone().formData()).get('_form')
  return name === 'show' ? show(args) : confirm(args)
}
type Data = Awaited<ReturnType<typeof readSharePage>>

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

/** The share on a sheet for the safe; shown this once, in answer to the passphrase. */
const Sheet = ({ share, data }: { share: string; data: Data }) => {
  const t = useT()
  const no = data.trustees.findIndex((one) => one.id === data.mine.id) + 1
  return (
    <Section title={t('share.sheet', { round: data.round.name, no })}>
      <p className="screen">{t('share.printed')}</p>
      <p className="font-song text-xl">{share.replaceAll('-', ' ')}</p>
      <div className="max-w-40">
        <Qr text={share} label={t('share.qr')} />
      </div>
      <p className="small quiet">{`${data.mine.name} · ${data.round.refNo}. ${t('share.sheet.say')}`}</p>
    </Section>
  )
}

export default function Share() {
  const t = useT()
  const f = useFormat()
  const missing = useMissing()
  const data = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>() as { answer?: { share: string } | null } | undefined
  const { round, mine, trustees, made, printable } = data
  const draft = round.phase === 'draft'
  return (
    <Page narrow back={{ to: '/desk' }} title={t('share.title')} lead={t('share.lead', { name: round.name })}>
      {reply?.answer ? <Sheet share={reply.answer.share} data={data} /> : null}
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
      <Keepers trustees={trustees} />
      <LostKeys />
    </Page>
  )
}
