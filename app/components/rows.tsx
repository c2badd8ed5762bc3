import type { ReactNode } from 'react'
import { ItemHeading } from './heading.tsx'
import { Phrases } from './phrases.tsx'

export type Row = {
  key: string
  /** Begins with a verb: what to do. */
  title: ReactNode
  to: string
  /** The matter, and its money. */
  of?: ReactNode
  /** A `<Road size="mini">`. */
  road?: ReactNode
  /** A `<Due>`. */
  due?: ReactNode
  why?: ReactNode
  action?: { to: string; label: string }
}

/** Work that waits: one action a row; only what is overdue gets the filled button. */
export const Rows = ({ rows, overdue }: { rows: readonly Row[]; overdue?: boolean }) => (
  <ul className={overdue ? 'rows over' : 'rows'}>
    {rows.map(({ key, title, to, of, road, due, why, action }) => (
      <li key={key}>
        <div>
          <ItemHeading>
            <a href={to}>
              <Phrases>{title}</Phrases>
            </a>
          </ItemHeading>
          {of ? <p className="of">{of}</p> : null}
          {road}
        </div>
        {due}
        {why ? <p className="why">{why}</p> : null}
        {action ? (
          <a className={overdue ? 'btn' : 'btn second'} href={action.to}>
            {action.label}
          </a>
        ) : null}
      </li>
    ))}
  </ul>
)
