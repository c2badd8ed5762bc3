import type { Countdown as Clock } from '#domain/countdown.ts'
import { Due, Ground } from './due.tsx'

const marks = { statute: 'law', reference: 'reference', local: 'local' } as const

/** A legal clock on the page that waits for it: last day, days left, article. */
export const Countdown = ({ clock }: { clock: Clock }) => (
  <Due
    on={clock.on}
    left={clock.left ?? undefined}
    count={clock.count}
    mark={marks[clock.mark]}
    article={clock.article}
  />
)

/** What a clock rests on, where its date and what is left stand beside it already. */
export const ClockGround = ({ clock }: { clock: Pick<Clock, 'mark' | 'article'> }) => (
  <p className="due mb-3">
    <Ground mark={marks[clock.mark]} article={clock.article} />
  </p>
)
