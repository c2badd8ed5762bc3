import { useActionData, useLoaderData } from '@remix-run/react'
import { Details, Note } from '#app/components/card.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { Page } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { answerAction } from '#app/http/answer-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { proofForm, proofOf } from '#domain/ask/vote/proof.ts'
import { readRound } from '#domain/ask/vote/read-round.ts'

export const handle = titled('proof.title')
export const loader = pageLoader((ctx, { roundId = '' }) => readRound(ctx, roundId))
export const action = answerAction({
  form: proofForm,
  run: (ctx, { proof }, { roundId = '' }) => proofOf(ctx, roundId, proof),
})
type Answer = Awaited<ReturnType<typeof proofOf>>

/** Whether the sealed ballot is in the box, and the way from it to the fingerprint. */
const Found = ({ answer }: { answer: Answer }) => {
  const t = useT()
  if (answer.genuine === false) return <Note kind="late">{t('proof.forged')}</Note>
  if (answer.kind === 'replaced') return <Note kind="wait">{t('proof.replaced')}</Note>
  if (answer.kind === 'missing')
    return <Note kind="late">{t(answer.genuine ? 'proof.missing.genuine' : 'proof.missing')}</Note>
  if (answer.kind === 'open') return <Note kind="done">{t('proof.open')}</Note>
  return (
    <>
      <Note kind="done">{t('proof.included', { at: answer.index + 1, n: answer.size })}</Note>
      <Details summary={t('proof.path')}>
        <p>{t('proof.path.say')}</p>
        <p className="hash">{answer.leaf}</p>
        <ol className="steps">
          {answer.path.map((node) => (
            <li key={node} className="hash">
              {node}
            </li>
          ))}
        </ol>
        <p>{t('count.root')}</p>
        <p className="hash">{answer.root}</p>
      </Details>
    </>
  )
}

export default function Proof() {
  const t = useT()
  const { round } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()?.answer as Answer | null | undefined
  return (
    <Page
      narrow
      back={{ to: `/votes/${round.id}`, label: round.name }}
      title={t('proof.title')}
      lead={t('proof.lead')}
    >
      {answer ? <Found answer={answer} /> : null}
      <Form submit={t('proof.look')}>
        <Field name="proof" label={t('proof.label')} hint={t('proof.hint')} autoComplete="off" />
      </Form>
      {round.state === 'announced' ? (
        <p className="links">
          <a href={`/votes/${round.id}/result`}>{t('proof.files')}</a>
        </p>
      ) : null}
    </Page>
  )
}
