import { useLoaderData } from '@remix-run/react'
import { FormDetails, Note } from '#app/components/card.tsx'
import { Facts } from '#app/components/check-answers.tsx'
import { Choices } from '#app/components/choices.tsx'
import { Form } from '#app/components/form.tsx'
import { useFormat } from '#app/components/format.ts'
import { Page } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { BallotLimits } from '#app/components/vote/ballot-limits.tsx'
import { formActions, oneForm } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { pressForm, signForm } from '#domain/ask/vote/forms.ts'
import { readRound } from '#domain/ask/vote/read-round.ts'
import { abstainBody, readSign, signBallot } from '#domain/ask/vote/sign-ballot.ts'

export const handle = titled('sign.title')
export const loader = pageLoader(async (ctx, { roundId = '' }) => ({
  ...(await readSign(ctx, roundId)),
  round: (await readRound(ctx, roundId)).round,
}))
const goTo = ({ id }: { id: string }) => `/desk/rounds/${id}/sign`
export const action = formActions({
  sign: oneForm({
    form: signForm,
    run: (ctx, { choices = [] }, { roundId = '' }) => signBallot(ctx, { roundId, choices }),
    goTo,
  }),
  abstain: oneForm({
    form: pressForm,
    run: (ctx, _input, { roundId = '' }) => abstainBody(ctx, { roundId }),
    goTo,
  }),
})

const Signing = () => {
  const t = useT()
  const f = useFormat()
  const { round, slate, chosen } = useLoaderData<typeof loader>()
  return (
    <>
      {chosen.length > 0 ? <Note kind="done">{t('sign.done')}</Note> : null}
      <Form name="sign" submit={t('sign.cast')}>
        <Choices
          many
          name="choices"
          legend={<BallotLimits round={round} />}
          fallback={chosen}
          options={slate.map((item) => ({ value: item.choice, label: item.title, note: f.wan(item.cost) }))}
        />
      </Form>
      <FormDetails form="abstain" summary={t('sign.abstain')}>
        <Form name="abstain" submit={t('sign.abstain.do')} look="second">
          <p>{t('sign.abstain.say')}</p>
        </Form>
      </FormDetails>
    </>
  )
}

/** 联合评选: the open ballot of a body, by whoever speaks for it. */
export default function Sign() {
  const t = useT()
  const { round, body } = useLoaderData<typeof loader>()
  return (
    <Page
      narrow
      back={{ to: '/desk', label: t('assist.back') }}
      eyebrow={round.name}
      title={t('sign.title')}
      lead={t('sign.lead')}
    >
      <Facts
        facts={[
          { term: t('sign.body'), text: body.name },
          { term: t('sign.bloc'), text: t(`bloc.${body.bloc}`) },
        ]}
      />
      {body.abstained ? <Note kind="wait">{t('sign.abstained')}</Note> : null}
      {!body.abstained && round.phase !== 'open' ? <Note kind="wait">{t('sign.closed')}</Note> : null}
      {!body.abstained && round.phase === 'open' ? <Signing /> : null}
    </Page>
  )
}
