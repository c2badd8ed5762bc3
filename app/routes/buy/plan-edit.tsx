import { useLoaderData } from '@remix-run/react'
import { lineName } from '#app/components/buy/line-name.ts'
import { PlanWords } from '#app/components/buy/plan-fields.tsx'
import { RouteChoice } from '#app/components/buy/route-choice.tsx'
import { Note } from '#app/components/card.tsx'
import { Choices } from '#app/components/choices.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { useFormat } from '#app/components/format.ts'
import { Page } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { formAction } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { editPlan } from '#domain/buy/plan/edit-plan.ts'
import { findPlan } from '#domain/buy/plan/find-plan.ts'
import { draftPlanForm } from '#domain/buy/plan/forms.ts'
import { planChoices, planRoutes } from '#domain/buy/plan/plan-choices.ts'
import { saidLines } from '#domain/buy/plan/plan-lines.ts'
import { authorize } from '#domain/policy/index.ts'

export const handle = titled('plan.edit')
export const loader = pageLoader(async (ctx, { planId }) => {
  const plan = await findPlan(ctx.db, planId!)
  authorize(ctx.actor, 'plan.edit', plan)
  const sketch = {
    needIds: plan.needs.map((n) => n.id),
    lineId: plan.lineId,
    amount: plan.amount,
    exceptId: plan.id,
  }
  const choices = await planChoices(ctx, plan)
  return { plan, choices, lines: saidLines(plan.lines), words: await planRoutes(ctx, sketch) }
})
export const action = formAction({
  form: draftPlanForm,
  run: (ctx, input, { planId }) => editPlan(ctx, { ...input, planId: planId! }),
  goTo: ({ id }) => `/desk/plans/${id}`,
})

export default function EditPlan() {
  const t = useT()
  const f = useFormat()
  const { plan, choices, lines, words } = useLoaderData<typeof loader>()
  return (
    <Page narrow back={{ to: `/desk/plans/${plan.id}`, label: plan.title }} title={t('plan.edit')}>
      <Note kind="wait">{t('plan.edit.voids')}</Note>
      <Form submit={t('plan.save')}>
        <Choices
          many
          name="needIds"
          legend={t('plan.needs')}
          fallback={plan.needs.map((n) => n.id)}
          options={choices.needs.map((n) => ({ value: n.id, label: n.title, note: n.refNo }))}
        />
        <Choices
          name="lineId"
          legend={t('plan.line')}
          fallback={plan.lineId}
          options={choices.lines.map(({ line, pool, balances }) => ({
            value: line.id,
            label: lineName(pool, line),
            note: t('plan.line.free', { sum: f.money(balances.appropriation) }),
          }))}
        />
        <Field name="amount" kind="money" label={t('plan.amount')} fallback={String(plan.amount / 100)} />
        <RouteChoice
          routes={words.routes}
          reviewDays={words.reviewDays}
          law={words.law}
          chosen={plan.methodId}
          sum={plan.amount}
        />
        <PlanWords
          plan={plan}
          alone={words.routes.some((r) => r.fit === 'fits' && r.method.individuals)}
          choices={words}
          catalogueId=""
          lines={lines}
        />
      </Form>
    </Page>
  )
}
