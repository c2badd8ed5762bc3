import { useFormat } from '#app/components/format.ts'
import { useT } from '#app/i18n/use-t.ts'
import type { ShownRound } from '#domain/ask/vote/read-round.ts'

/** 怎么算选上: the sealed rule in four sentences. */
export const RoundRules = ({ round }: { round: ShownRound }) => {
  const t = useT()
  const f = useFormat()
  return (
    <ol className="steps">
      {round.quorum > 0 ? (
        <li>
          {t('round.rule.quorum', {
            n: round.quorum,
            all: f.number(round.households),
            percent: round.quorumPercent,
          })}
        </li>
      ) : null}
      <li>
        {round.thresholdPercent === 50
          ? t('round.rule.half')
          : t('round.rule.share', { percent: round.thresholdPercent })}
      </li>
      <li>{t('round.rule.order', { amount: f.wan(round.budget) })}</li>
      <li>{t('round.rule.ties')}</li>
    </ol>
  )
}
