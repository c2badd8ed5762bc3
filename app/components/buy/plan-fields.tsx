import { useT } from '#app/i18n/use-t.ts'
import type { PlanFacts } from '#domain/buy/plan/find-plan.ts'
import type { WordChoices } from '#domain/buy/plan/plan-choices.ts'
import { Tick } from '../choices.tsx'
import { Field } from '../field.tsx'
import { CatalogueChoice, DirectFields, ExAnteFields, YearsFields } from './plan-more.tsx'

/** The words of a plan, typed once and kept. */
type WordsProps = {
  plan?: Partial<PlanFacts>
  alone: boolean
  choices: WordChoices
  catalogueId: string
  lines: string
}
export const PlanWords = ({ plan, alone, choices, catalogueId, lines }: WordsProps) => {
  const t = useT()
  return (
    <>
      <Field name="title" label={t('plan.title')} hint={t('plan.title.hint')} fallback={plan?.title} />
      <Field name="from" kind="date" label={t('plan.from')} fallback={plan?.from} />
      <Field name="to" kind="date" label={t('plan.to')} hint={t('plan.to.hint')} fallback={plan?.to} />
      <Field
        name="quantity"
        kind="long"
        rows={2}
        label={t('plan.quantity')}
        hint={t('plan.quantity.hint')}
        fallback={plan?.quantity}
      />
      <CatalogueChoice catalogue={choices.catalogue} chosen={plan?.catalogueId ?? catalogueId} />
      <Field
        name="lines"
        kind="long"
        rows={4}
        label={t('plan.lines')}
        hint={t('plan.lines.hint')}
        fallback={lines}
      />
      <Field
        name="goals"
        kind="long"
        label={t('plan.goals')}
        hint={t('plan.goals.hint')}
        fallback={plan?.goals}
      />
      <Field
        name="whoseDuty"
        kind="long"
        rows={2}
        label={t('plan.duty')}
        hint={t('plan.duty.hint')}
        fallback={plan?.whoseDuty}
      />
      <Field
        name="whyNotDirect"
        kind="long"
        rows={2}
        label={t('plan.direct')}
        fallback={plan?.whyNotDirect}
      />
      <YearsFields plan={plan} />
      <ExAnteFields plan={plan} assess={choices.assess} />
      <DirectFields plan={plan} suppliers={choices.suppliers} />
      {alone ? (
        <Field
          name="individualReason"
          kind="long"
          rows={2}
          optional
          label={t('plan.individual')}
          hint={t('plan.individual.hint')}
          fallback={plan?.individualReason}
        />
      ) : null}
      {alone ? (
        <Tick name="noEmployment" fallback={plan?.noEmployment}>
          {t('plan.statement')}
        </Tick>
      ) : null}
      <Tick name="sensitive" fallback={plan?.sensitive}>
        {t('plan.sensitive')}
      </Tick>
    </>
  )
}
