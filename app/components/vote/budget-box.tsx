import { Button } from '#app/components/button.tsx'
import { useFormat } from '#app/components/format.ts'
import { useReply } from '#app/components/reply.ts'
import { useT } from '#app/i18n/use-t.ts'
import type { SlateItem } from '#domain/ask/vote/find-round.ts'
import type { ShownRound } from '#domain/ask/vote/read-round.ts'
import { Sum, wholeWan } from './slate-cards.tsx'

/** The words around the figures that the style sheet writes. */
const Running = ({ sums, capped }: { sums: boolean; capped: boolean }) => {
  const t = useT()
  return (
    <>
      <span className="run">
        {t('ballot.run.chosen')}
        <i className="n" />
        {t('ballot.run.items')}
        {sums ? (
          <span className="extra">
            {t('ballot.run.spent')}
            <i className="s" />
            {t('ballot.run.wan')}
          </span>
        ) : null}
      </span>
      {sums && capped ? (
        <span className="run">
          {t('ballot.run.left')}
          <i className="l" />
          {t('ballot.run.wan')}
        </span>
      ) : null}
    </>
  )
}

type Props = { round: ShownRound; items: readonly SlateItem[]; fallback: readonly string[]; submit: string }

/** How much is chosen and what is left: counted by the style sheet while marking, by the server after each sending. */
export const BudgetBox = ({ round, items, fallback, submit }: Props) => {
  const t = useT()
  const f = useFormat()
  const chosen = useReply().values('choices', fallback)
  const spent = items.filter((item) => chosen.includes(item.choice)).reduce((sum, item) => sum + item.cost, 0)
  const sums = wholeWan([round.budget, ...items.map((item) => item.cost)])
  return (
    <div className="box">
      {sums ? (
        <div className="whole">
          <Sum amount={round.budget} />
        </div>
      ) : null}
      <p className="totals" role="status">
        <span className="still">{t('ballot.chosen', { n: chosen.length, amount: f.wan(spent) })}</span>
        <Running sums={sums} capped={round.budgetCapped} />
        {round.budgetCapped ? (
          <span className={sums ? 'still' : undefined}>
            {t('ballot.left', { amount: f.wan(round.budget - spent) })}
          </span>
        ) : null}
      </p>
      <div className="meter" aria-hidden="true">
        {items.map((item, at) => (
          <svg
            key={item.choice}
            aria-hidden="true"
            className={`i${at}`}
            width={`${Math.min(100, (item.cost / round.budget) * 100)}%`}
          >
            <rect width="100%" height="100%" fill="#0f5f5c" />
          </svg>
        ))}
      </div>
      <Button>{submit}</Button>
    </div>
  )
}
