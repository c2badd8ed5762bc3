import { useFormat } from '#app/components/format.ts'
import { Section } from '#app/components/page.tsx'
import { Table } from '#app/components/table.tsx'
import { useLang, useT } from '#app/i18n/use-t.ts'
import type { Comparison, Side } from '#domain/ask/vote/compare-rules.ts'
import type { SlateItem } from '#domain/ask/vote/find-round.ts'
import type { ShownRound } from '#domain/ask/vote/read-round.ts'
import type { Tally } from '#domain/ask/vote/tally-terms.ts'

type Props = { comparison: Comparison; slate: readonly SlateItem[]; ballots: number; budget: number }

/** Where the two part: what the supporters of each such item held together under equal shares. */
const Parting = ({ comparison, slate }: Pick<Props, 'comparison' | 'slate'>) => {
  const t = useT()
  const f = useFormat()
  const lang = useLang()
  const shares = comparison.sides.find(({ method }) => method === 'shares')!
  if (comparison.differing.length === 0) return <p className="mt-4">{t('compare.same')}</p>
  return (
    <ul className="mt-4">
      {comparison.differing.map((id) => {
        const account = shares.accounts.find((one) => one.id === id)!
        const item = slate.find(({ refNo }) => refNo === id)!
        const paid = account.verdict === 'by_shares'
        const key = paid ? 'paid' : account.verdict === 'by_votes' ? 'left' : 'short'
        return (
          <li key={id} className="mb-2 max-w-[34em]">
            {t(`compare.item.${key}`, {
              title: lang === 'en' ? (item.titleEn ?? item.title) : item.title,
              n: account.votes,
              behind: f.money(account.behind ?? 0),
              cost: f.money(account.cost),
              missing: f.money(account.missing),
            })}
          </li>
        )
      })}
    </ul>
  )
}

/** 同一批选票，两种算法: what the sealed rule decided, and what the other would have. */
export const CompareRules = ({ comparison, slate, ballots, budget }: Props) => {
  const t = useT()
  const f = useFormat()
  const { binding, sides, better } = comparison
  const name = (side: Side) =>
    t(side.method === binding ? `compare.own.${side.method}` : `compare.other.${side.method}`)
  const rows: [string, string, (side: Side) => string][] = [
    ['won', t('compare.won'), ({ winners }) => t('compare.won.n', { n: winners.length })],
    ['spent', t('compare.spent', { amount: f.money(budget) }), ({ spent }) => f.money(spent)],
    [
      'reached',
      t('compare.reached'),
      ({ reached }) => t('compare.reached.n', { n: reached, percent: f.percent(reached / ballots) }),
    ],
  ]
  return (
    <Section title={t('compare.title')}>
      <div className="grid gap-x-10 gap-y-4 md:grid-cols-2 mb-4">
        {sides.map((side) => (
          <div key={side.method}>
            <h3>{name(side)}</h3>
            <p className="mb-0">{t(`compare.say.${side.method}`)}</p>
          </div>
        ))}
      </div>
      <Table
        caption={t('compare.caption', { n: ballots })}
        columns={[{ head: t('compare.what') }, ...sides.map((side) => ({ head: name(side) }))]}
        rows={rows.map(([key, head, say]) => ({ key, cells: [head, ...sides.map(say)] }))}
      />
      <Parting comparison={comparison} slate={slate} />
      <p>
        {comparison.differing.length > 0 ? `${t('compare.better', better)} ` : ''}
        {t('compare.only')}
        {comparison.step === null ? '' : ` ${t('compare.step', { step: f.money(comparison.step) })}`}
      </p>
    </Section>
  )
}

type Alone = { round: Pick<ShownRound, 'blocs' | 'ballotKind'>; tally: Pick<Tally, 'quorumMet'> }
/** Where no second rule is counted: why not, for this kind of round. */
export const NoComparison = ({ round, tally }: Alone) => {
  const t = useT()
  const kind = round.ballotKind === 'ranking' ? 'ranking' : 'empty'
  const why = round.blocs ? 'joint' : tally.quorumMet ? kind : 'quorum'
  return (
    <Section title={t('compare.none')}>
      <p>{t(`compare.none.${why}`)}</p>
    </Section>
  )
}
