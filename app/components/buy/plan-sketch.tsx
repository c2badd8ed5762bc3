import { useT } from '#app/i18n/use-t.ts'
import type { planChoices } from '#domain/buy/plan/plan-choices.ts'
import { Button } from '../button.tsx'
import { Note } from '../card.tsx'
import { Choices } from '../choices.tsx'
import { Field } from '../field.tsx'
import { useFormat } from '../format.ts'
import { lineName } from './line-name.ts'

type Kept = { needIds: readonly string[]; lineId: string; amount: string }
type SketchProps = { choices: Awaited<ReturnType<typeof planChoices>>; kept: Kept }

/** Why no plan can be begun: no need was taken on, or there is no line to pay from; and where that is mended. */
const NothingToPlan = ({ choices }: Pick<SketchProps, 'choices'>) => {
  const t = useT()
  if (choices.needs.length > 0) return <Note>{t('plan.none.lines')}</Note>
  return (
    <Note>
      {t('plan.none.needs')}{' '}
      <a className="hit" href="/desk/needs">
        {t('plan.none.needs.to')}
      </a>
    </Note>
  )
}

/** First question of a plan: for which needs, from which line, how much. It only asks; nothing is stored yet. */
export const PlanSketch = ({ choices, kept }: SketchProps) => {
  const t = useT()
  const f = useFormat()
  if (choices.needs.length === 0 || choices.lines.length === 0) return <NothingToPlan choices={choices} />
  return (
    <form method="get">
      <Choices
        many
        name="needIds"
        legend={t('plan.needs')}
        hint={t('plan.needs.hint')}
        fallback={kept.needIds}
        options={choices.needs.map((n) => ({
          value: n.id,
          label: n.title,
          note: `${n.refNo}，${t('plan.need.estimate', { sum: f.money(n.estimate) })}`,
        }))}
      />
      <Choices
        name="lineId"
        legend={t('plan.line')}
        hint={t('plan.line.hint')}
        fallback={kept.lineId}
        options={choices.lines.map(({ line, pool, balances }) => ({
          value: line.id,
          label: lineName(pool, line),
          note: `${t('plan.line.free', { sum: f.money(balances.appropriation) })}${pool.approvedOn ? '' : t('plan.line.draft')}`,
        }))}
      />
      <Field
        name="amount"
        kind="money"
        label={t('plan.amount')}
        hint={t('plan.amount.hint')}
        fallback={kept.amount}
      />
      <div className="acts">
        <Button>{t('plan.sketch.next')}</Button>
      </div>
    </form>
  )
}
