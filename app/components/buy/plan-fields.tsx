import { useT } from '#app/i18n/use-t.ts'
import type { PlanFacts } from '#domain/buy/plan/find-plan.ts'
import type { planRoutes } from '#domain/buy/plan/plan-pages.ts'
import { Choices, Tick } from '../choices.tsx'
import { Field } from '../field.tsx'
import { useFormat } from '../format.ts'
import { useNamed } from './use-named.ts'

type Routes = Awaited<ReturnType<typeof planRoutes>>['routes']

/** The routes that admit the sum to choose from, and why each of the others does not. */
export const RouteChoice = ({ routes, chosen }: { routes: Routes; chosen?: string }) => {
  const t = useT()
  const f = useFormat()
  const named = useNamed()
  const fitting = routes.filter((r) => r.fit === 'fits')
  const others = routes.flatMap(({ method, fit }) => (fit === 'fits' ? [] : [{ method, fit }]))
  const bounds = ({ minAmount, maxAmount }: Routes[number]['method']) =>
    maxAmount === null
      ? t('route.from', { min: f.wan(minAmount) })
      : t('route.between', {
          min: f.wan(minAmount),
          max: f.wan(maxAmount + (maxAmount % 100 === 99 ? 1 : 0)),
        })
  return (
    <>
      <Choices
        name="methodId"
        legend={t('plan.route')}
        hint={t('plan.route.hint')}
        fallback={chosen ?? fitting[0]?.method.id}
        options={fitting.map(({ method }) => ({
          value: method.id,
          label: named(method),
          note: [bounds(method), t('route.fewest', { n: method.minProposals }), method.basis].join(
            t('list.semicolon'),
          ),
        }))}
      />
      {fitting.length === 0 ? <p className="err">{t('route.nothing-fits')}</p> : null}
      <details>
        <summary>{t('route.others')}</summary>
        <ul>
          {others.map(({ method, fit }) => (
            <li key={method.id}>
              {named(method)}：{t(`route.${fit}`)}（{bounds(method)}）
            </li>
          ))}
        </ul>
      </details>
    </>
  )
}

/** The words of a plan, typed once and kept. */
export const PlanWords = ({ plan, alone }: { plan?: Partial<PlanFacts>; alone: boolean }) => {
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
      <Tick name="sensitive">{t('plan.sensitive')}</Tick>
    </>
  )
}
