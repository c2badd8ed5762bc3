import { useT } from '#app/i18n/use-t.ts'
import type { planPage } from '#domain/buy/plan/plan-pages.ts'
import { Details, Note } from '../card.tsx'
import { Facts } from '../check-answers.tsx'
import { useFormat } from '../format.ts'
import { Money } from '../money.tsx'
import { Table } from '../table.tsx'
import { Timeline } from '../timeline.tsx'
import { lineName } from './line-name.ts'
import { useNamed } from './use-named.ts'

export type PlanShown = Awaited<ReturnType<typeof planPage>>
type Splitting = PlanShown['splitting']

type Split = { splitting: Splitting; amount: number; listed?: boolean }
/** 化整为零: shown to whoever writes and whoever signs; a hint, never a verdict. The others by name only to whom the office's plans are open. */
export const SplittingNote = ({ splitting, amount, listed = true }: Split) => {
  const t = useT()
  const f = useFormat()
  const named = useNamed()
  const { crosses, exceeds } = splitting
  if (!crosses && !exceeds) return null
  return (
    <Note kind="wait">
      {crosses ? (
        <p>{t('plan.splitting', { total: f.money(splitting.total), route: named(crosses) })}</p>
      ) : null}
      {exceeds && !(crosses && crosses.minAmount <= exceeds.total) ? (
        <p>
          {t('plan.splitting.over', {
            total: f.money(exceeds.total),
            route: named(exceeds.route),
            most: f.money(exceeds.route.maxAmount!),
          })}
        </p>
      ) : null}
      <p>
        {t('plan.split.figures')}：
        {t('plan.split.part', {
          sum: f.money(amount),
          n: splitting.others.length,
          total: f.money(splitting.total),
        })}
      </p>
      {listed ? (
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
      ) : null}
    </Note>
  )
}

/** Everything a signer reads before signing. */
type FactsProps = Pick<PlanShown, 'plan' | 'balances' | 'entry' | 'supplier'>
export const PlanFacts = ({ plan, balances, entry, supplier }: FactsProps) => {
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
        {
          term: t('plan.route'),
          text: `${named(plan.method)}（${plan.method.basis}${t('list.semicolon')}${t('route.version', { n: plan.method.version, from: plan.method.from })}）`,
        },
        { term: t('plan.term'), text: t('plan.term.text', { from: f.day(plan.from), to: f.day(plan.to) }) },
        { term: t('plan.quantity'), text: plan.quantity },
        { term: t('plan.goals'), text: plan.goals },
        { term: t('plan.duty'), text: plan.whoseDuty },
        { term: t('plan.direct'), text: plan.whyNotDirect },
        ...(entry ? [{ term: t('plan.catalogue'), text: `${entry.code} ${entry.name}` }] : []),
        ...(plan.years > 1
          ? [
              {
                term: t('plan.years'),
                text: `${t('plan.years.many', { n: plan.years })}${t('list.semicolon')}${plan.yearsReason ?? ''}`,
              },
            ]
          : []),
        ...(plan.directGround
          ? [
              {
                term: t('plan.ground'),
                text: `${t(`plan.ground.${plan.directGround as 'only_one'}`)}${t('list.semicolon')}${plan.directWords ?? ''}`,
              },
              { term: t('plan.ground.supplier'), text: supplier ?? '' },
            ]
          : []),
        ...(plan.individualReason
          ? [
              {
                term: t('plan.individual'),
                text: (
                  <>
                    {plan.individualReason}
                    <br />
                    {t('plan.statement')}
                  </>
                ),
              },
            ]
          : []),
        ...(plan.intentionOn ? [{ term: t('plan.intention'), text: f.day(plan.intentionOn) }] : []),
      ]}
    />
  )
}

/** 单位 × 单价 × 质量: what is bought, line by line, to the last 分 of the amount. */
export const PlanLines = ({ plan }: Pick<PlanShown, 'plan'>) => {
  const t = useT()
  return (
    <Table
      caption={t('plan.lines')}
      columns={[
        { head: t('plan.lines.item') },
        { head: t('plan.lines.count') },
        { head: t('plan.lines.price'), money: true },
        { head: t('plan.lines.sum'), money: true },
        { head: t('plan.lines.quality') },
      ]}
      rows={plan.lines.map((line) => ({
        key: line.item,
        cells: [
          line.item,
          `${line.quantity} ${line.unit}`,
          <Money key="price" fen={line.unitPrice} />,
          <Money key="sum" fen={(line.quantity * line.unitPrice) as typeof line.unitPrice} />,
          line.quality,
        ],
      }))}
    />
  )
}

/** 事前绩效评估 as it was answered. */
export const ExAnte = ({ plan }: Pick<PlanShown, 'plan'>) => {
  const t = useT()
  const facts = Object.entries(plan.exAnte ?? {}).filter(([, text]) => text)
  if (facts.length === 0) return null
  return (
    <Details summary={t('plan.exante')}>
      <Facts
        facts={facts.map(([question, text]) => ({ term: t(`plan.exante.${question as 'need'}`), text }))}
      />
    </Details>
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
          text: [t(`plan.post.${step}`), signed?.opinion].filter(Boolean).join(t('list.semicolon')),
          ahead: !signed,
        }
      })}
    />
  )
}
