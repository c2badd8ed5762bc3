import { useT } from '#app/i18n/use-t.ts'
import type { DirectGroundId } from '#domain/buy/plan/direct-grounds-data.ts'
import type { ExAnteQuestion } from '#domain/buy/plan/ex-ante-data.ts'
import type { PlanFacts } from '#domain/buy/plan/find-plan.ts'
import type { WordChoices } from '#domain/buy/plan/plan-choices.ts'
import { Choices } from '../choices.tsx'
import { Field } from '../field.tsx'
import { useFormat } from '../format.ts'

const grounds = ['only_one', 'emergency', 'add_on'] as const satisfies readonly DirectGroundId[]
const questions = [
  'need',
  'benefit',
  'feasible',
  'budget',
  'sustain',
  'risk',
] as const satisfies readonly ExAnteQuestion[]

type Plan = Partial<PlanFacts> | undefined

/** The entry of the catalogue; where the place keeps none, nothing is asked. */
export const CatalogueChoice = ({
  catalogue,
  chosen,
}: Pick<WordChoices, 'catalogue'> & { chosen: string }) => {
  const t = useT()
  if (catalogue.length === 0) return null
  return (
    <Field
      name="catalogueId"
      kind="select"
      label={t('plan.catalogue')}
      hint={t('plan.catalogue.hint')}
      fallback={chosen}
      options={[
        { value: '', label: t('plan.catalogue.none') },
        ...catalogue.map(({ id, code, name, own }) => ({
          value: id,
          label: `${code} ${name}${own ? `（${t('plan.catalogue.street')}）` : ''}`,
        })),
      ]}
    />
  )
}

/** 1+1+1: for how many years it is meant, and why. */
export const YearsFields = ({ plan }: { plan: Plan }) => {
  const t = useT()
  return (
    <>
      <Choices
        name="years"
        legend={t('plan.years')}
        hint={t('plan.years.hint')}
        fallback={String(plan?.years ?? 1)}
        options={[1, 2, 3].map((n) => ({
          value: String(n),
          label: n === 1 ? t('plan.years.one') : t('plan.years.many', { n }),
        }))}
      />
      <Field
        name="yearsReason"
        kind="long"
        rows={2}
        optional
        label={t('plan.years.reason')}
        hint={t('plan.years.reason.hint')}
        fallback={plan?.yearsReason ?? ''}
      />
    </>
  )
}

/** 事前绩效评估, open where the amount asks it. */
export const ExAnteFields = ({ plan, assess }: { plan: Plan; assess: WordChoices['assess'] }) => {
  const t = useT()
  const f = useFormat()
  return (
    <details open={assess.must}>
      <summary>
        {t('plan.exante')}（{t('plan.exante.hint', { sum: f.wan(assess.from) })}）
      </summary>
      {questions.map((question) => (
        <Field
          key={question}
          name={`exAnte.${question}`}
          kind="long"
          rows={2}
          optional={!assess.must}
          label={t(`plan.exante.${question}`)}
          fallback={plan?.exAnte?.[question] ?? ''}
        />
      ))}
    </details>
  )
}

/** 单一来源: its ground, its reasons, its only supplier. */
export const DirectFields = ({ plan, suppliers }: { plan: Plan } & Pick<WordChoices, 'suppliers'>) => {
  const t = useT()
  return (
    <details open={Boolean(plan?.directGround)}>
      <summary>
        {t('plan.ground')}（{t('plan.ground.hint')}）
      </summary>
      <Choices
        name="directGround"
        legend={t('plan.ground')}
        fallback={plan?.directGround ?? ''}
        options={[
          { value: '', label: t('plan.ground.none') },
          ...grounds.map((id) => ({ value: id, label: t(`plan.ground.${id}`) })),
        ]}
      />
      <Field
        name="soleSupplierId"
        kind="select"
        optional
        label={t('plan.ground.supplier')}
        fallback={plan?.soleSupplierId ?? ''}
        options={[
          { value: '', label: t('plan.ground.supplier.none') },
          ...suppliers.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <Field
        name="directWords"
        kind="long"
        optional
        label={t('plan.ground.words')}
        fallback={plan?.directWords ?? ''}
      />
    </details>
  )
}
