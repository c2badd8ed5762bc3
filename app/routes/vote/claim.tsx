import { useLoaderData } from '@remix-run/react'
import { Note } from '#app/components/card.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { Page } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { guardCodes } from '#app/http/code-guess.server.ts'
import { formAction } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { claimForm } from '#domain/ask/vote/forms.ts'
import { raiseClaim } from '#domain/ask/vote/household-claims.ts'
import { readRound } from '#domain/ask/vote/read-round.ts'

export const handle = titled('claim.title')
export const loader = pageLoader(async (ctx, { roundId = '' }, url) => ({
  ...(await readRound(ctx, roundId)),
  sent: url.searchParams.get('sent') === 'yes',
}))
export const action = formAction({
  form: claimForm,
  run: (ctx, input, { roundId = '' }, request) =>
    guardCodes(ctx, request, input.code, () => raiseClaim(ctx, { ...input, roundId })),
  goTo: ({ id }) => `/votes/${id}/claim?sent=yes`,
})

export default function Claim() {
  const t = useT()
  const { round, sent } = useLoaderData<typeof loader>()
  const back = { to: `/votes/${round.id}`, label: round.name }
  if (sent)
    return (
      <Page narrow back={back} title={t('claim.sent.title')}>
        <Note kind="done">{t('claim.sent')}</Note>
      </Page>
    )
  return (
    <Page narrow back={back} title={t('claim.title')} lead={t('claim.lead')}>
      <Form submit={t('claim.send')}>
        <Field name="code" label={t('ballot.code')} hint={t('ballot.code.hint')} short autoComplete="off" />
        <Field name="claimant" label={t('claim.who')} />
        <Field name="reason" kind="long" label={t('claim.reason')} hint={t('claim.reason.hint')} />
      </Form>
    </Page>
  )
}
