import type { Countdown as Clock } from '#domain/countdown.ts'
import { Due } from './due.tsx'

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
