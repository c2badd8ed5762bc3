import type { ReactNode } from 'react'
import { ItemHeading } from './heading.tsx'
import { Phrases } from './phrases.tsx'

export type Matter = {
  key: string
  kind?: ReactNode
  title: ReactNode
  /** Its page; none where it is not open to who reads. */
  to?: string
  /** The figure of the row: what is left, how many, how much; `soon` warns. */
  left?: ReactNode
  until?: ReactNode
  soon?: boolean
  say?: ReactNode
  /** A `<Road size="mini">`, below the words. */
  road?: ReactNode
  action?: { to: string; label: string }
}

/** A list of public matters: its kind, its name, a plain sentence, and what is left. */
export const Matters = ({ matters }: { matters: readonly Matter[] }) => (
  <ul className="matters">
    {matters.map(({ key, kind, title, to, left, until, soon, say, road, action }) => (
      <li key={key}>
        <span className="kind">{kind}</span>
        <ItemHeading>
          {to ? (
            <a href={to}>
              <Phrases>{title}</Phrases>
            </a>
          ) : (
            <Phrases>{title}</Phrases>
          )}
        </ItemHeading>
        {left || until ? (
          <p className={soon ? 'left soon' : 'left'}>
            <b>{left}</b>
            {until ? <small>{until}</small> : null}
          </p>
        ) : null}
        {say || road || action ? (
          <div className="say">
            {say ? <p>{say}</p> : null}
            {road ? <div className="mt-4 max-w-form">{road}</div> : null}
            {action ? (
              <a className="btn" href={action.to}>
                {action.label}
              </a>
            ) : null}
          </div>
        ) : null}
      </li>
    ))}
  </ul>
)

export type Trip = {
  key: string
  title: ReactNode
  to: string
  say?: ReactNode
  road: ReactNode
  seal?: ReactNode
}

/** Projects on the road: name and sentence left, the road right, a seal where it ended. */
export const Trips = ({ trips }: { trips: readonly Trip[] }) => (
  <ul className="trips">
    {trips.map(({ key, title, to, say, road, seal }) => (
      <li key={key} className={seal ? 'trip over' : 'trip'}>
        <ItemHeading>
          <a href={to}>
            <Phrases>{title}</Phrases>
          </a>
        </ItemHeading>
        {road}
        <p>{say}</p>
        {seal}
      </li>
    ))}
  </ul>
)
