import { useT } from '#app/i18n/use-t.ts'
import type { planPage } from '#domain/buy/plan/plan-pages.ts'
import { Note } from '../card.tsx'
import { Facts } from '../check-answers.tsx'
import { useFormat } from '../format.ts'
import { Money } from '../money.tsx'
import { Timeline } from '../timeline.tsx'
import { lineName } from './line-name.ts'
import { useNamed } from './use-named.ts'

export type PlanShown = Awaited<ReturnType<typeof planPage>>
type Splitting = PlanShown['splitting']

/** 化整为零: shown to whoever writes and whoever signs; a hint, never a verdict. */
export const SplittingNote = ({ splitting }: { splitting: Splitting }) => {
  const t = useT()
  const f = useFormat()
  const named = useNamed()
  if (!splitting.crosses) return null
  return (
    <Note kind="wait">
      <p>{t('plan.splitting', { total: f.money(splitting.total), route: named(splitting.crosses) })}</p>
      <ul>
        {splitting.others.map((other) => (
          <li key={other.id}>
            <a className="hit" href={`/desk/plans/${other.id}`}>
              {other.title}
            </a>{' '}
            <Money fen={other.amount} />
          </li>
        ))}
      </ul>
    </Note>
  )
}

/** Everything a signer reads before signing. */
export const PlanFacts = ({ plan, balances }: Pick<PlanShown, 'plan' | 'balances'>) => {
  const t = useT()
  const f = useFormat()
  const named = useNamed()
  const needs = plan.needs.map((need) => (
    <a key={need.id} className="hit block" href={`/needs/${need.id}`}>
      {need.refNo} {need.title}
    </a>
  ))
  return (
    <Facts
      facts={[
        { term: t('plan.needs'), text: needs },
        { term: t('plan.amount'), text: <Money fen={plan.amount} /> },
        { term: t('plan.line'), text: lineName(plan.pool, plan.line) },
        ...(balances ? [{ term: t('plan.free'), text: <Money fen={balances.appropriation} /> }] : []),
        { term: t('plan.route'), text: `${named(plan.method)}（${plan.method.basis}）` },
        { term: t('plan.term'), text: t('plan.term.text', { from: f.day(plan.from), to: f.day(plan.to) }) },
        { term: t('plan.quantity'), text: plan.quantity },
        { term: t('plan.goals'), text: plan.goals },
        { term: t('plan.duty'), text: plan.whoseDuty },
        { term: t('plan.direct'), text: plan.whyNotDirect },
        ...(plan.individualReason ? [{ term: t('plan.individual'), text: plan.individualReason }] : []),
        ...(plan.intentionOn ? [{ term: t('plan.intention'), text: f.day(plan.intentionOn) }] : []),
      ]}
    />
  )
}

/** Who has signed and who must still: each step another person. */
export const Approvals = ({ plan }: Pick<PlanShown, 'plan'>) => {
  const t = useT()
  const f = useFormat()
  return (
    <Timeline
      moments={plan.chain.map((step) => {
        const signed = plan.approvals.find((a) => a.step === step)
        const next = plan.nextStep === step ? t('plan.step.now') : t('plan.step.ahead')
        return {
          key: step,
          when: signed ? f.dateTime(signed.at) : next,
          title: t(`plan.step.${step}`),
          text: signed?.opinion,
          ahead: !signed,
        }
      })}
    />
  )
}
