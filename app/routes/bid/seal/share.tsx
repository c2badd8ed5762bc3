import { useActionData, useLoaderData } from '@remix-run/react'
import { LostShares, SealKeepers, useMissing } from '#app/components/bid/seal/keepers.tsx'
import { ProveShare } from '#app/components/bid/seal/prove-share.tsx'
import { type Printed, ShareSheet } from '#app/components/bid/seal/share-sheet.tsx'
import { Details, Note } from '#app/components/card.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { useFormat } from '#app/components/format.ts'
import { Page, Section } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { answerAction } from '#app/http/answer-action.server.ts'
import { formActions, oneForm } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { confirmKeeper } from '#domain/buy/seal/confirm-keeper.ts'
import { confirmKeeperForm, lostForm, ownWordsForm } from '#domain/buy/seal/forms.ts'
import { printShare, proveShare, reportLost } from '#domain/buy/seal/keep-share.ts'
import { readShareDesk } from '#domain/buy/seal/read-keepers.ts'

export const handle = titled('share.title')
export const loader = pageLoader((ctx, { tenderId = '' }) => readShareDesk(ctx, tenderId))
const goTo = ({ id }: { id: string }) => `/desk/tenders/${id}/share`
const acts = formActions({
  confirm: oneForm({
    form: confirmKeeperForm,
    run: (ctx, { passphrase }, { tenderId = '' }) => confirmKeeper(ctx, { tenderId, passphrase }),
    goTo,
  }),
  prove: oneForm({
    form: ownWordsForm,
    everyTime: true,
    run: (ctx, { passphrase }, { tenderId = '' }) => proveShare(ctx, { tenderId, passphrase }),
    goTo,
  }),
  lost: oneForm({ form: lostForm, run: (ctx, _, { tenderId = '' }) => reportLost(ctx, { tenderId }), goTo }),
})
const show = answerAction({
  form: ownWordsForm,
  run: (ctx, { passphrase }, { tenderId = '' }) => printShare(ctx, { tenderId, passphrase }),
})
export const action = async (args: Parameters<typeof acts>[0]) => {
  const name = (await args.request.clone().formData()).get('_form')
  return name === 'show' ? show(args) : acts(args)
}

const Passphrase = ({ again }: { again: boolean }) => {
  const t = useT()
  const hint = t('share.passphrase.hint')
  return (
    <Form name="confirm" submit={t(again ? 'share.redo' : 'share.confirm')}>
      {again ? <p>{t('share.redo.say')}</p> : null}
      <Field
        name="passphrase"
        kind="password"
        label={t('share.passphrase')}
        hint={hint}
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
  const reply = useActionData<typeof action>() as { answer?: Printed | null } | undefined
  const { call, mine, keepers, made, early, holds } = data
  const words = <Field name="passphrase" kind="password" label={t('share.passphrase')} autoComplete="off" />
  return (
    <Page
      narrow
      back={{ to: '/desk' }}
      title={t('share.title')}
      lead={t('seal.share.lead', { name: call.title })}
    >
      {reply?.answer ? <ShareSheet shares={reply.answer.shares} desk={data} /> : null}
      <Section title={t('share.do')}>
        <ol className="steps">
          {(['1', '2', '3', '4'] as const).map((n) => (
            <li key={n}>{t(`seal.share.${n}`)}</li>
          ))}
        </ol>
        {mine.confirmedAt ? (
          <Note kind="done">{t('share.confirmed', { date: f.dateTime(mine.confirmedAt) })}</Note>
        ) : null}
        {made ? null : <p>{t('share.waiting', { names: missing(keepers) })}</p>}
        {early && !made && !mine.confirmedAt ? <Passphrase again={false} /> : null}
      </Section>
      {early && !made && mine.confirmedAt ? (
        <Details summary={t('share.redo')}>
          <Passphrase again />
        </Details>
      ) : null}
      {holds && !reply?.answer ? (
        <Section title={t('share.print')}>
          <Form name="show" submit={t('share.print.submit')}>
            <p>{t('seal.share.print.say')}</p>
            {words}
          </Form>
        </Section>
      ) : null}
      {holds ? <ProveShare {...data} /> : null}
      <SealKeepers keepers={keepers} />
      <LostShares />
    </Page>
  )
}
