import type { ReactNode } from 'react'
import { ItemHeading } from './heading.tsx'

export type Moment = { key: string; when: ReactNode; title: ReactNode; text?: ReactNode; ahead?: boolean }

/** What happened, in order, and what is still to come. */
export const Timeline = ({ moments }: { moments: readonly Moment[] }) => (
  <ol className="timeline">
    {moments.map(({ key, when, title, text, ahead }) => (
      <li key={key} className={ahead ? 'ahead' : undefined}>
        <span className="when">{when}</span>
        <ItemHeading>{title}</ItemHeading>
        {text ? <p>{text}</p> : null}
      </li>
    ))}
  </ol>
)

/** Steps to take, numbered. */
export const Steps = ({ steps }: { steps: readonly string[] }) => (
  <ol className="steps">
    {steps.map((step) => (
      <li key={step}>{step}</li>
    ))}
  </ol>
)
