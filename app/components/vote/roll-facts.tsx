import { useFormat } from '#app/components/format.ts'
import { useT } from '#app/i18n/use-t.ts'
import type { ShownRound } from '#domain/ask/vote/read-round.ts'
import type { readRollFacts } from '#domain/ask/vote/roll-measure.ts'

type Props = { unit: ShownRound['unit']; facts: Awaited<ReturnType<typeof readRollFacts>> }

/** 名册差异: how the sealed roll stands to the community's register, and how many slips were changed since. */
export const RollFacts = ({ unit, facts: { roll, slips } }: Props) => {
  const t = useT()
  const f = useFormat()
  if (!roll) return null
  const { entries, registered, added, gone } = roll
  return (
    <>
      <p>
        {registered === null
          ? t('roll.public.plain', { entries: f.number(entries) })
          : t(`roll.public.${unit}`, {
              entries: f.number(entries),
              registered: f.number(registered),
              difference: f.number(Math.abs(entries - registered)),
            })}{' '}
        {t('roll.public.last', { added: f.number(added), gone: f.number(gone) })}
      </p>
      {slips.voided > 0 ? <p>{t('roll.public.slips', slips)}</p> : null}
    </>
  )
}
