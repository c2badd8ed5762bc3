import { useFormat } from '#app/components/format.ts'
import { Money } from '#app/components/money.tsx'
import { Section } from '#app/components/page.tsx'
import { Table } from '#app/components/table.tsx'
import { useLang, useT } from '#app/i18n/use-t.ts'
import type { Comparison, Side } from '#domain/ask/vote/compare-terms.ts'
import type { SlateItem } from '#domain/ask/vote/find-round.ts'
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

/** What a rule is called beside the other: by votes or by scores, or equal shares. */
export const sideName = ({ binding, unit }: Comparison, { method }: Side) => {
  const whose = method === binding ? 'own' : 'other'
  return method === 'votes' && unit !== 'ballot'
    ? (`compare.${whose}.votes.score` as const)
    : (`compare.${whose}.${method}` as const)
}
const sideSay = ({ unit }: Comparison, { method }: Side) => {
  if (method === 'shares') return `compare.say.shares.${unit}` as const
  return unit === 'ballot' ? 'compare.say.votes' : 'compare.say.votes.score'
}

/** 各方的份额: what each side of a joint selection held in the compared count. */
const Purses = ({ purses }: { purses: NonNullable<Comparison['purses']> }) => {
  const t = useT()
  const f = useFormat()
  return (
    <Table
      caption={t('compare.purses')}
      columns={[
        { head: t('sign.bloc') },
        { head: t('compare.purses.weight') },
        { head: t('compare.purses.ballots') },
        { head: t('compare.purses.together'), money: true },
        { head: t('compare.purses.each'), money: true },
      ]}
      rows={purses.map(({ bloc, weight, ballots, together, each }) => ({
        key: bloc,
        cells: [
          t(`bloc.${bloc}`),
          f.percent(weight / 100),
          f.number(ballots),
          <Money key="t" fen={together} />,
          <Money key="e" fen={each} />,
        ],
      }))}
    />
  )
}

/** What the second count means where ballots are no plain marks of one body: places, or several sides by their weights. */
const Meaning = ({ comparison: { topPlace, purses } }: Pick<Props, 'comparison'>) => {
  const t = useT()
  if (topPlace !== null) return <p>{t('compare.places', { top: topPlace })}</p>
  if (!purses) return null
  return (
    <>
      <p>{t('compare.weights')}</p>
      <Purses purses={purses} />
    </>
  )
}

/** What is wider than the numbers: whom each serves better, and by what the compared shares were raised. */
const Reading = ({ comparison }: Pick<Props, 'comparison'>) => {
  const t = useT()
  const f = useFormat()
  const { better, purses, step, differing } = comparison
  const whom = purses ? 'compare.better.residents' : 'compare.better'
  const by = purses ? 'compare.step.weight' : 'compare.step'
  return (
    <p>
      {differing.length > 0 ? `${t(whom, better)} ` : ''}
      {t('compare.only')}
      {step === null ? '' : ` ${t(by, { step: f.money(step) })}`}
    </p>
  )
}

/** 同一批选票，两种算法: what the sealed rule decided, and what the other would have. */
export const CompareRules = ({ comparison, slate, ballots, budget }: Props) => {
  const t = useT()
  const f = useFormat()
  const { sides, purses } = comparison
  const rows: [string, string, (side: Side) => string][] = [
    ['won', t('compare.won'), ({ winners }) => t('compare.won.n', { n: winners.length })],
    ['spent', t('compare.spent', { amount: f.money(budget) }), ({ spent }) => f.money(spent)],
    [
      'reached',
      t(purses ? 'compare.reached.residents' : 'compare.reached'),
      ({ reached }) =>
        t('compare.reached.n', { n: reached, percent: f.percent(ballots ? reached / ballots : 0) }),
    ],
  ]
  return (
    <Section title={t('compare.title')}>
      <div className="grid gap-x-10 gap-y-4 md:grid-cols-2 mb-4">
        {sides.map((side) => (
          <div key={side.method}>
            <h3>{t(sideName(comparison, side))}</h3>
            <p className="mb-0">{t(sideSay(comparison, side))}</p>
          </div>
        ))}
      </div>
      <Meaning comparison={comparison} />
      <Table
        caption={t(purses ? 'compare.caption.residents' : 'compare.caption', { n: ballots })}
        columns={[
          { head: t('compare.what') },
          ...sides.map((side) => ({ head: t(sideName(comparison, side)) })),
        ]}
        rows={rows.map(([key, head, say]) => ({ key, cells: [head, ...sides.map(say)] }))}
      />
      <Parting comparison={comparison} slate={slate} />
      <Reading comparison={comparison} />
    </Section>
  )
}

/** Where no second rule is counted: nothing was decided, or nothing was chosen. */
export const NoComparison = ({ tally }: { tally: Pick<Tally, 'quorumMet'> }) => {
  const t = useT()
  return (
    <Section title={t('compare.none')}>
      <p>{t(tally.quorumMet ? 'compare.none.empty' : 'compare.none.quorum')}</p>
    </Section>
  )
}
