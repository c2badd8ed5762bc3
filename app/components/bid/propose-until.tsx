import { useT } from '#app/i18n/use-t.ts'
import type { Own } from '#domain/buy/proposal/read-own.ts'
import { useTimeLeft } from '../buy/use-time-left.ts'
import { ClockGround } from '../countdown.tsx'
import { useFormat } from '../format.ts'

/** 递交截止 on every page of a proposal: the instant, what is left, the article. */
export const ProposeUntil = ({ call: { deadline, now, state, clock } }: Pick<Own, 'call'>) => {
  const t = useT()
  const f = useFormat()
  const left = useTimeLeft()
  if (state !== 'published' || now >= deadline) return null
  return (
    <aside className="border-t border-hair mt-6 pt-3 print:hidden">
      <p className="mb-0">
        {t('tender.board.deadline')} <b className="nb">{f.dateTime(deadline)}</b>
        {t('bid.until.left', { left: left(deadline, now) })}
      </p>
      <ClockGround clock={clock} />
    </aside>
  )
}
