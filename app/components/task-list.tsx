import type { ReactNode } from 'react'
import { Tag, type TagKind } from './tag.tsx'

export type Task = { title: string; to?: string; state: string; kind: TagKind; note?: ReactNode }

/** Long work over several sittings: what is done, what is left. */
export const TaskList = ({ tasks }: { tasks: readonly Task[] }) => (
  <ul className="tasks">
    {tasks.map(({ title, to, state, kind, note }) => (
      <li key={title}>
        {to ? (
          <a className="hit" href={to}>
            {title}
          </a>
        ) : (
          <span className="hit">{title}</span>
        )}
        <Tag kind={kind}>{state}</Tag>
        {note ? <p className="small quiet">{note}</p> : null}
      </li>
    ))}
  </ul>
)
