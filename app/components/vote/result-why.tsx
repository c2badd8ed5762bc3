import { useFormat } from '#app/components/format.ts'
import { useT } from '#app/i18n/use-t.ts'
import type { Account, Unit } from '#domain/ask/vote/compare-terms.ts'
import type { TallyStep } from '#domain/ask/vote/tally-terms.ts'

type Props = {
  step: TallyStep
  line: number
  account: Account | undefined
  unit: Unit | undefined
  /** Ties that cost leaves were settled by a drawn lot. */
  lot: boolean
}

/** The words fit the rule: there is not always a line, and shares are paid together. */
const whyOf = ({ step, line, account, unit }: Props) => {
  if (step.outcome === 'quorum_not_met') return 'vote.why.quorum_not_met'
  if (step.votes === 0 && !step.joint) return 'why.no-votes'
  if (account?.verdict === 'by_shares' && !account.payment) return 'why.shares.free'
  if (account?.verdict === 'by_shares') return unit === 'point' ? 'why.shares.in.point' : 'why.shares.in'
  if (account?.verdict === 'by_votes' && account.behind !== null) return 'why.shares.then-votes'
  if (account?.verdict === 'too_little_behind') return 'why.shares.out'
  if (step.byShares) return 'vote.why.mes'
  if (step.joint && step.outcome === 'below_threshold') return 'vote.why.below_joint'
  const ordered = step.outcome === 'selected' || step.outcome === 'no_money'
  return ordered && line === 0
    ? (`vote.why.${step.outcome as 'selected'}.plain` as const)
    : (`vote.why.${step.outcome}` as const)
}

/** What came before whom where two stood alike, by the tie order of the round. */
const tiedOf = ({ step, lot }: Props) => {
  if (step.joint) return lot ? 'vote.why.tied.joint.lot' : 'vote.why.tied.joint'
  return lot ? 'vote.why.tied.lot' : 'vote.why.tied'
}

/** Why an item got in or fell short: its place, the money behind it, and what was wanting from how many supporters. */
export const Why = (props: Props) => {
  const t = useT()
  const f = useFormat()
  const { step, line, account } = props
  const short = step.outcome === 'no_money' ? (account?.missing ?? step.cost - step.before) : 0
  const values = {
    rank: step.rank,
    before: f.wan(step.before),
    after: f.wan(step.after),
    cost: f.wan(step.cost),
    short: line - step.votes,
    n: account?.votes ?? step.votes,
    behind: f.money(account?.behind ?? 0),
    missing: f.money(account?.missing ?? 0),
    payment: f.money(account?.payment ?? 0),
    effective: account?.effectiveVotes ?? step.votes,
    percent: account?.percent ?? 0,
  }
  return (
    <span className="block text-sm font-sans font-normal">
      {t(whyOf(props), values)}
      {short > 0 ? ` ${t('why.missing', { missing: f.money(short), n: values.n })}` : ''}
      {step.tied.length > 0 ? ` ${t(tiedOf(props), { n: step.tied.length })}` : ''}
    </span>
  )
}
