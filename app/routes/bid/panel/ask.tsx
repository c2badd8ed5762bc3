import { useLoaderData } from '@remix-run/react'
import { Corrected, Supplied } from '#app/components/bid/asked-bidder.tsx'
import { useAlias } from '#app/components/bid/use-alias.ts'
import { Note } from '#app/components/card.tsx'
import { Choices } from '#app/components/choices.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { useFormat } from '#app/components/format.ts'
import { Page, Section } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { formActions, formsOf } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { agreeForm, askSupplementForm, correctionForm } from '#domain/buy/evaluation/ask-forms.ts'
import { askSupplement } from '#domain/buy/evaluation/ask-supplement.ts'
import { agreeCorrection, findCorrection } from '#domain/buy/evaluation/correct-price.ts'
import { readAsking } from '#domain/buy/evaluation/read-proposals.ts'
import { supplementItems } from '#domain/buy/evaluation/supplement-items.ts'

export const handle = titled('panel.ask')
export const loader = pageLoader((ctx, { tenderId, proposalId }) => readAsking(ctx, tenderId!, proposalId!))
const on = formsOf(
  ({ tenderId = '' }) => ({ tenderId }),
  ({ id }: { id: string }) => `/panel/${id}/qualification`,
)
export const action = formActions({
  supplement: on(askSupplementForm, askSupplement),
  correction: on(correctionForm, findCorrection),
  agree: on(agreeForm, agreeCorrection),
})

type Asking = Awaited<ReturnType<typeof readAsking>>
const SupplementForm = ({ p }: { p: Asking['p'] }) => {
  const t = useT()
  return (
    <Form name="supplement" submit={t('panel.supplement.do')} hidden={{ proposalId: p.id }}>
      <Choices
        name="items"
        many
        legend={t('panel.supplement.items')}
        options={supplementItems.map((i) => ({ value: i, label: t(`supplement.item.${i}`) }))}
      />
      <Field
        name="wanted"
        kind="long"
        rows={3}
        label={t('panel.supplement.wanted')}
        hint={t('panel.supplement.hint')}
      />
    </Form>
  )
}
const CorrectionForm = ({ p }: { p: Asking['p'] }) => {
  const t = useT()
  return (
    <Form name="correction" look="second" submit={t('panel.correction.do')} hidden={{ proposalId: p.id }}>
      <Field name="paper" kind="money" optional short label={t('panel.correction.paper')} />
      <Field
        name="capital"
        optional
        label={t('panel.correction.capital')}
        hint={t('panel.correction.capital.hint')}
      />
      <Field name="words" kind="long" rows={2} label={t('panel.correction.words')} />
    </Form>
  )
}

export default function AskBidder() {
  const t = useT()
  const f = useFormat()
  const alias = useAlias()
  const { call, p, settled, noPrice } = useLoaderData<typeof loader>()
  const back = { to: `/panel/${call.id}/qualification`, label: t('panel.step.qualification') }
  const correctable = !settled && !noPrice && p.price !== null
  return (
    <Page narrow back={back} title={t('panel.ask')} lead={t('panel.ask.lead', { alias: alias(p.alias) })}>
      {settled ? <Note kind="done">{t('panel.settled')}</Note> : null}
      <Section plain title={t('panel.supplement')}>
        <Supplied callId={call.id} p={p} />
        {p.supplied || settled ? null : <SupplementForm p={p} />}
      </Section>
      {correctable || p.correction ? (
        <Section plain title={t('panel.correction')}>
          <Corrected p={p} />
          {p.correction || p.price === null ? null : (
            <p>{t('panel.correction.opening', { price: f.money(p.price) })}</p>
          )}
          {p.correction ? null : <CorrectionForm p={p} />}
          {p.correction && !p.correction.asked && !p.correction.mine ? (
            <Form name="agree" submit={t('panel.correction.agree')} hidden={{ proposalId: p.id }} />
          ) : null}
        </Section>
      ) : null}
    </Page>
  )
}
