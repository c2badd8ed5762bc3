import { useActionData, useLoaderData } from '@remix-run/react'
import { Note } from '#app/components/card.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { Page, Section } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { answerAction } from '#app/http/answer-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { receiptForm } from '#domain/ask/vote/forms.ts'
import { readRound } from '#domain/ask/vote/read-round.ts'
import { receiptStands } from '#domain/ask/vote/receipt.ts'

export const handle = titled('counted.title')
export const loader = pageLoader((ctx, { roundId = '' }) => readRound(ctx, roundId))
export const action = answerAction({
  form: receiptForm,
  run: async (ctx, { receipt }, { roundId = '' }) => ({
    found: await receiptStands(ctx.db, roundId, receipt),
  }),
})

/** Only that it was taken in, and after the count that it was counted. */
const Answer = ({ counted }: { counted: boolean }) => {
  const t = useT()
  const answer = useActionData<typeof action>()?.answer
  if (!answer) return null
  if (!answer.found) return <Note kind="wait">{t('counted.none')}</Note>
  if (answer.found.spoiled) return <Note kind="late">{t(`spoiled.${answer.found.spoiled}.say`)}</Note>
  return (
    <Note kind="done">
      {t(counted ? 'counted.counted' : 'counted.taken', {
        channel: t(`vote.channel.${answer.found.channel}`),
      })}
    </Note>
  )
}

export default function Counted() {
  const t = useT()
  const { round } = useLoaderData<typeof loader>()
  const counted = round.state === 'counted' || round.state === 'announced'
  return (
    <Page
      narrow
      back={{ to: `/votes/${round.id}`, label: round.name }}
      title={t('counted.title')}
      lead={t('counted.lead')}
    >
      <Answer counted={counted} />
      <Form submit={t('counted.look')}>
        <Field
          name="receipt"
          label={t('vote.receipt.no')}
          hint={t('counted.hint')}
          short
          autoComplete="off"
        />
      </Form>
      <Section title={t('counted.more')}>
        <p>{t(counted ? 'counted.seals' : 'counted.later')}</p>
        {round.level === 'L1' && round.state !== 'void' ? (
          <p className="links">
            <a href={`/votes/${round.id}/receipt`}>{t('vote.receipt.to-proof')}</a>
          </p>
        ) : null}
        {round.state === 'announced' ? (
          <p className="links">
            <a href={`/votes/${round.id}/files/seals.csv`}>{t('vote.files.seals')}</a>
            <a href={`/votes/${round.id}/result`}>{t('round.result')}</a>
          </p>
        ) : null}
      </Section>
    </Page>
  )
}
