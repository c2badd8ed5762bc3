import { useT } from '#app/i18n/use-t.ts'
import type { LowPriceFigure } from '#domain/buy/evaluation/low-price.ts'
import { fen } from '#domain/money.ts'
import { useFormat } from '../format.ts'

/** Each test of a very low price: the share it is, of what, and the rule beside it. */
export const LowPriceFigures = ({ figures }: { figures: readonly LowPriceFigure[] }) => {
  const t = useT()
  const f = useFormat()
  return (
    <ul className="list-disc pl-6">
      {figures.map(({ test, limit, trips, share, against }) => (
        <li key={test} className={trips ? 'font-bold' : undefined}>
          {t('low-price.figure', {
            share: t(`low-price.share.${test}`, {
              against: f.money(fen(against)),
              share: (share / 100).toFixed(2),
            }),
            rule: t(trips ? 'low-price.rule' : 'low-price.rule.not', { limit }),
          })}
        </li>
      ))}
    </ul>
  )
}
