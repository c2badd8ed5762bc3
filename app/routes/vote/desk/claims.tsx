import { useLoaderData } from '@remix-run/react'
import { Empty, Note } from '#app/components/card.tsx'
import { Facts } from '#app/components/check-answers.tsx'
import { Choices } from '#app/components/choices.tsx'
import { ExcelLink } from '#app/components/excel-link.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { Page, Section } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { formAction } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { settleForm } from '#domain/ask/vote/forms.ts'
import { readClaims, settleClaim } from '#domain/ask/vote/household-claims.ts'

export const handle = titled('claims.title')
export const loader = pageLoader((ctx, { roundId = '' }) => readClaims(ctx, roundId))
export const action = formAction({
  form: settleForm,
  run: (ctx, input, { roundId = '' }) => settleClaim(ctx, { ...input, roundId }),
  goTo: ({ id }) => `/desk/rounds/${id}/claims`,
})
type Claim = Awaited<ReturnType<typeof readClaims>>['claims'][number]

const whose = (claim: Claim) => `${claim.representative ?? claim.label} · ${claim.householdKey}`

const Settled = ({ claim }: { claim: Claim }) => {
  const t = useT()
  return (
    <Section plain title={whose(claim)}>
      <Facts
        facts={[
          { term: t('claims.claimant'), text: claim.claimant },
          { term: t('claims.reason'), text: claim.reason },
        ]}
      />
      {claim.outcome ? (
        <Note kind="done">
          {t('claims.settled', { outcome: t(`claims.${claim.outcome}`), ground: claim.ground ?? '' })}
        </Note>
      ) : null}
    </Section>
  )
}

export default function Claims() {
  const t = useT()
  const { round, claims } = useLoaderData<typeof loader>()
  const open = claims.filter((claim) => !claim.outcome)
  const outcomes = round.phase === 'open' ? (['keep', 'hand_over'] as const) : (['keep'] as const)
  return (
    <Page
      narrow
      back={{ to: `/desk/rounds/${round.id}`, label: round.name }}
      title={t('claims.title')}
      lead={t('claims.lead')}
    >
      {claims.length === 0 ? <Empty>{t('claims.none')}</Empty> : null}
      {open.length > 0 ? (
        <Form submit={t('claims.settle')}>
          <Choices
            name="claimId"
            legend={t('claims.household')}
            fallback={open[0]!.id}
            options={open.map((claim) => ({
              value: claim.id,
              label: whose(claim),
              note: `${claim.claimant}：${claim.reason}`,
            }))}
          />
          <Choices
            name="outcome"
            legend={t('claims.outcome')}
            options={outcomes.map((value) => ({
              value,
              label: t(`claims.${value}`),
              note: t(`claims.${value}.note`),
            }))}
          />
          <Field name="ground" kind="long" label={t('claims.ground')} />
        </Form>
      ) : null}
      {claims
        .filter((claim) => claim.outcome)
        .map((claim) => (
          <Settled key={claim.id} claim={claim} />
        ))}
      <ExcelLink to={`/desk/rounds/${round.id}/claims.xlsx`} />
    </Page>
  )
}
