import { useT } from '#app/i18n/use-t.ts'
import type { Flag } from '#domain/buy/evaluation/collusion.ts'
import { fen } from '#domain/money.ts'
import { Empty } from '../card.tsx'
import { useFormat } from '../format.ts'
import { Table } from '../table.tsx'

const useFigure = () => {
  const t = useT()
  const f = useFormat()
  return ({ kind, figure }: Flag) => {
    if (kind === 'text_alike') return t('signal.figure.percent', { n: figure })
    if (kind === 'price_same') return t('signal.figure.money', { money: f.money(fen(figure)) })
    if (kind === 'price_steps') return t('signal.figure.step', { money: f.money(fen(figure)) })
    if (kind === 'price_ratio' || kind === 'lines_ratio')
      return t('signal.figure.ratio', { n: (figure / 10_000).toFixed(4) })
    return t('signal.figure.count', { n: figure })
  }
}

type Found = { flags: readonly Flag[]; limits: { tolerance: number; alike: number } }
/** 串通线索: what, between whom, and the figure; the rule and what a sign is not stand beside. */
export const Signals = ({ flags, limits, named }: Found & { named: (who: string) => string }) => {
  const t = useT()
  const figure = useFigure()
  return (
    <>
      {flags.length === 0 ? (
        <Empty>{t('signals.none')}</Empty>
      ) : (
        <Table
          caption={t('signals')}
          captionHidden
          columns={[
            { head: t('signals.what') },
            { head: t('signals.between') },
            { head: t('signals.figure') },
          ]}
          rows={flags.map((flag) => ({
            key: `${flag.kind}${flag.between.join()}`,
            cells: [t(`signal.${flag.kind}`), flag.between.map(named).join('、'), figure(flag)],
          }))}
        />
      )}
      <p className="small quiet mt-4">{t('signals.rule', limits)}</p>
      <p className="small quiet">{t('signals.private')}</p>
    </>
  )
}
