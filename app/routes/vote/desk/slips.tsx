import { useActionData, useLoaderData } from '@remix-run/react'
import { Note } from '#app/components/card.tsx'
import { Form } from '#app/components/form.tsx'
import { Page } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { SlipSheet } from '#app/components/vote/slip-sheet.tsx'
import { answerAction } from '#app/http/answer-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { pressForm } from '#domain/ask/vote/forms.ts'
import { printSlips } from '#domain/ask/vote/print-slips.ts'
import { readDeskRound } from '#domain/ask/vote/read-round.ts'
import { spacedCode } from '#domain/ask/vote/slip-code.ts'

export const handle = titled('slips.title')
export const loader = pageLoader(async (ctx, { roundId = '' }, url) => ({
  ...(await readDeskRound(ctx, roundId)),
  address: `${url.origin}/votes/${roundId}/cast`,
}))
export const action = answerAction({
  form: pressForm,
  run: async (ctx, _input, { roundId = '' }) =>
    (await printSlips(ctx, { roundId })).map((slip) => ({ ...slip, code: spacedCode(slip.code) })),
})

export default function Slips() {
  const t = useT()
  const { round, roll, address } = useLoaderData<typeof loader>()
  const slips = useActionData<typeof action>()?.answer
  return (
    <Page
      narrow
      back={{ to: `/desk/rounds/${round.id}`, label: round.name }}
      title={t('slips.title')}
      lead={slips ? t('slips.once', { n: slips.length }) : t('slips.lead', { n: roll })}
    >
      {slips ? (
        <SlipSheet round={round} slips={slips} address={address} />
      ) : (
        <Form submit={t('slips.make')}>
          {round.slipsAt ? <Note kind="late">{t('slips.again')}</Note> : null}
          <p>{t('slips.say')}</p>
        </Form>
      )}
    </Page>
  )
}
