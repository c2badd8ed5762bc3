import { Details } from '#app/components/card.tsx'
import { useFormat } from '#app/components/format.ts'
import { Money } from '#app/components/money.tsx'
import { Section } from '#app/components/page.tsx'
import { Table } from '#app/components/table.tsx'
import { useLang, useT } from '#app/i18n/use-t.ts'
import type { Comparison } from '#domain/ask/vote/compare-terms.ts'
import type { SlateItem } from '#domain/ask/vote/find-round.ts'
import type { Tally } from '#domain/ask/vote/tally-terms.ts'

type Props = {
  slate: readonly SlateItem[]
  tally: Tally
  comparison: Comparison | null
  lot: { seed: string; order: string[] } | null
}
const useTitles = (slate: readonly SlateItem[]) => {
  const lang = useLang()
  return (id: string) => {
    const item = slate.find(({ refNo }) => refNo === id)!
    return lang === 'en' ? (item.titleEn ?? item.title) : item.title
  }
}

/** 平等份额: the money behind each item, and how much of its cost it could bear. */
const MoneyBehind = ({ slate, comparison }: Pick<Props, 'slate'> & { comparison: Comparison }) => {
  const t = useT()
  const f = useFormat()
  const title = useTitles(slate)
  const { accounts, endowment } = comparison.sides.find(({ method }) => method === 'shares')!
  const { unit } = comparison
  const money = (fen: number | null) => (fen === null ? '—' : <Money fen={fen} />)
  return (
    <Details summary={t('money.behind')} open={comparison.binding === 'shares'}>
      <p className="quiet">{t(`money.behind.say.${unit}`, { amount: f.money(endowment ?? 0) })}</p>
      <Table
        caption={t('vote.result.caption')}
        columns={[
          { head: t('money.item') },
          { head: t('money.supporters') },
          { head: t('money.at-start'), money: true },
          { head: t('money.then'), money: true },
          { head: t(`money.payment.${unit}`), money: true },
          { head: t('money.effective') },
        ]}
        rows={accounts.map((account) => ({
          key: account.id,
          cells: [
            title(account.id),
            f.number(account.votes),
            money(account.behindAtStart),
            money(account.behind),
            money(account.payment),
            account.effectiveVotes === null
              ? t('money.percent', { n: account.percent })
              : t(`money.votes.${unit}`, { n: account.effectiveVotes, percent: account.percent }),
          ],
        }))}
      />
    </Details>
  )
}

/** The lot: its seed, published before the count, and the order it gives. */
const Lot = ({ slate, lot }: Pick<Props, 'slate'> & { lot: NonNullable<Props['lot']> }) => {
  const t = useT()
  const title = useTitles(slate)
  return (
    <Details summary={t('lot.drawn')} open>
      <p className="quiet">{t('lot.say')}</p>
      <p className="hash">{lot.seed}</p>
      <ol className="steps">
        {lot.order.map((id) => (
          <li key={id}>{title(id)}</li>
        ))}
      </ol>
    </Details>
  )
}

/** 计票的每一步: what was left when each turn came and after it, where the money came from, and the lot. */
export const CountSteps = ({ slate, tally, comparison, lot }: Props) => {
  const t = useT()
  const f = useFormat()
  const title = useTitles(slate)
  return (
    <Section title={t('steps.title')}>
      <Table
        caption={t('vote.result.caption')}
        columns={[
          { head: t('steps.turn') },
          { head: t('steps.score') },
          { head: t('steps.before'), money: true },
          { head: t('vote.result.cost'), money: true },
          { head: t('vote.result.outcome') },
          { head: t('vote.result.left'), money: true },
        ]}
        rows={tally.steps.map((step) => ({
          key: step.id,
          cells: [
            <span key="t">
              <span className="num quiet">{step.rank}.</span> {title(step.id)}
            </span>,
            f.number(step.score),
            <Money key="b" fen={step.before} />,
            <Money key="c" fen={step.cost} />,
            t(`vote.outcome.${step.outcome}`),
            <Money key="a" fen={step.after} />,
          ],
        }))}
      />
      {lot ? <Lot slate={slate} lot={lot} /> : null}
      {comparison ? <MoneyBehind slate={slate} comparison={comparison} /> : null}
    </Section>
  )
}
