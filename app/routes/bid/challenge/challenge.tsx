import { useLoaderData } from '@remix-run/react'
import { Note } from '#app/components/card.tsx'
import { Facts } from '#app/components/check-answers.tsx'
import { Links } from '#app/components/entry.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { useFormat } from '#app/components/format.ts'
import { Page, Section } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { Tag } from '#app/components/tag.tsx'
import { formActions, oneForm } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { challengeForm, withdrawChallengeForm } from '#domain/buy/challenge/forms.ts'
import { readChallenges } from '#domain/buy/challenge/read-challenge.ts'
import { submitChallenge, withdrawChallenge } from '#domain/buy/challenge/submit-challenge.ts'

export const handle = titled('challenge.title')
export const loader = pageLoader((ctx, { tenderId }) => readChallenges(ctx, tenderId!))
const goTo = ({ tenderId }: { tenderId: string }) => `/tenders/${tenderId}/challenge`
export const action = formActions({
  raise: oneForm({
    form: challengeForm,
    run: (ctx, input, { tenderId }) => submitChallenge(ctx, { ...input, tenderId: tenderId! }),
    goTo,
  }),
  withdraw: oneForm({
    form: withdrawChallengeForm,
    run: (ctx, input) => withdrawChallenge(ctx, input),
    goTo,
  }),
})

type Read = Awaited<ReturnType<typeof readChallenges>>
const Own = ({ own, tenderId }: Pick<Read, 'own'> & { tenderId: string }) => {
  const t = useT()
  const f = useFormat()
  return own.map((c) => (
    <Section key={c.id} title={t('challenge.own', { no: c.refNo })}>
      <p>
        <Tag kind={c.reply ? 'done' : 'wait'}>{t(`challenge.state.${c.state}`)}</Tag>
      </p>
      <Facts
        facts={[
          { term: t('challenge.items'), text: c.items },
          { term: t('challenge.due'), text: f.date(c.replyDueAt.getTime() - 1) },
          ...(c.reply ? [{ term: t('challenge.reply'), text: c.reply }] : []),
          ...(c.complaintEndsAt
            ? [{ term: t('challenge.complaint'), text: f.date(c.complaintEndsAt.getTime() - 1) }]
            : []),
        ]}
      />
      {c.state === 'withdrawn' ? null : (
        <Links links={[{ to: `/tenders/${tenderId}/complaint/${c.id}`, label: t('complaint.title') }]} />
      )}
      {c.state === 'submitted' || c.state === 'admitted' ? (
        <Form name="withdraw" look="second" submit={t('challenge.withdraw')} hidden={{ challengeId: c.id }} />
      ) : null}
    </Section>
  ))
}

export default function ChallengePage() {
  const t = useT()
  const f = useFormat()
  const page = useLoaderData<typeof loader>()
  const { call, windowEndsAt, inTime, signs, tookPart, signedIn } = page
  const free = signs && inTime && !page.own.some((c) => c.state === 'submitted' || c.state === 'admitted')
  const lead = windowEndsAt
    ? t(inTime ? 'challenge.until' : 'challenge.over', { at: f.date(windowEndsAt.getTime() - 1) })
    : t('challenge.not-yet')
  return (
    <Page
      narrow
      back={{ to: `/tenders/${call.id}`, label: call.title }}
      eyebrow={call.refNo}
      title={t('challenge.title')}
      lead={lead}
    >
      <p className="quiet">{t(call.statute ? 'challenge.law' : 'challenge.reference')}</p>
      {tookPart ? null : (
        <Note>
          {t('challenge.who')}{' '}
          {signedIn ? null : (
            <a href={`/sign-in?to=/tenders/${call.id}/challenge`}>{t('challenge.sign-in')}</a>
          )}
        </Note>
      )}
      <Own own={page.own} tenderId={call.id} />
      {free ? (
        <Form name="raise" submit={t('challenge.do')}>
          <Field
            name="items"
            kind="long"
            rows={8}
            label={t('challenge.items')}
            hint={t('challenge.items.hint')}
            note={t('challenge.items.note')}
          />
        </Form>
      ) : null}
      <Links links={[{ to: `/tenders/${call.id}/result#challenges`, label: t('challenge.register') }]} />
    </Page>
  )
}
