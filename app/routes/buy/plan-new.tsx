import { useLoaderData } from '@remix-run/react'
import { LevelNote } from '#app/components/buy/delegated.tsx'
import { lineName } from '#app/components/buy/line-name.ts'
import { SplittingNote } from '#app/components/buy/plan-facts.tsx'
import { PlanWords } from '#app/components/buy/plan-fields.tsx'
import { PlanSketch } from '#app/components/buy/plan-sketch.tsx'
import { RouteChoice } from '#app/components/buy/route-choice.tsx'
import { CheckAnswers } from '#app/components/check-answers.tsx'
import { Form } from '#app/components/form.tsx'
import { Money } from '#app/components/money.tsx'
import { Page } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { formAction } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { draftPlan } from '#domain/buy/plan/draft-plan.ts'
import { draftPlanForm } from '#domain/buy/plan/forms.ts'
import { planChoices, planRoutes } from '#domain/buy/plan/plan-choices.ts'
import { readMoney } from '#domain/money.ts'

export const handle = titled('plan.new')
const keptIn = ({ searchParams: q }: URL) => ({
  needIds: q.getAll('needIds'),
  lineId: q.get('lineId') ?? '',
  amount: q.get('amount') ?? '',
})
export const loader = pageLoader(async (ctx, _params, url) => {
  const kept = keptIn(url)
  const amount = readMoney(kept.amount)
  const asked = kept.needIds.length > 0 && kept.lineId !== '' && amount !== null && amount > 0
  const choices = await planChoices(ctx)
  return {
    kept,
    choices,
    tried: url.searchParams.has('amount'),
    sketch: asked ? { amount, ...(await planRoutes(ctx, { ...kept, amount })) } : null,
  }
})
export const action = formAction({
  form: draftPlanForm,
  run: draftPlan,
  goTo: ({ id }) => `/desk/plans/${id}`,
})

type Shown = ReturnType<typeof useLoaderData<typeof loader>>
const Sketched = ({ kept, sketch }: { kept: Shown['kept']; sketch: NonNullable<Shown['sketch']> }) => {
  const t = useT()
  const again = `/desk/plans/new?${new URLSearchParams([...kept.needIds.map((id) => ['needIds', id]), ['lineId', kept.lineId]])}`
  return (
    <>
      <CheckAnswers
        facts={[
          {
            term: t('plan.needs'),
            text: sketch.needs.map((n) => n.title).join(t('list.semicolon')),
            change: again,
          },
          {
            term: t('plan.line'),
            text: sketch.line ? lineName(sketch.line.pool, sketch.line.line) : '',
            change: again,
          },
          { term: t('plan.amount'), text: <Money fen={sketch.amount} />, change: again },
        ]}
      />
      <SplittingNote splitting={sketch.splitting} amount={sketch.amount} />
      <LevelNote level={sketch.level} />
      <Form submit={t('plan.save')} hidden={{ lineId: kept.lineId, amount: kept.amount }}>
        {kept.needIds.map((id) => (
          <input key={id} type="hidden" name="needIds" value={id} />
        ))}
        <RouteChoice {...sketch} sum={sketch.amount} />
        <PlanWords
          alone={sketch.routes.some((r) => r.fit === 'fits' && r.method.individuals)}
          choices={sketch}
          catalogueId={sketch.needs.find((n) => n.catalogueId)?.catalogueId ?? ''}
          lines=""
        />
      </Form>
    </>
  )
}

export default function NewPlan() {
  const t = useT()
  const { kept, choices, tried, sketch } = useLoaderData<typeof loader>()
  return (
    <Page
      narrow
      back={{ to: '/desk/plans', label: t('plans.title') }}
      title={t('plan.new')}
      lead={t('plan.new.lead')}
    >
      <p>
        <a className="hit" href="/desk/plans/check">
          {t('plan.check')}
        </a>
      </p>
      {tried && !sketch ? <p className="err">{t('plan.sketch.missing')}</p> : null}
      {sketch ? <Sketched kept={kept} sketch={sketch} /> : <PlanSketch choices={choices} kept={kept} />}
    </Page>
  )
}
