import type { ReactNode } from 'react'
import { UnderHeading } from './heading.tsx'
import { useReply } from './reply.ts'

/** A box, only where something is one thing; `board` carries the teal rail of a notice. */
export const Card = ({
  board,
  title,
  children,
}: {
  board?: boolean
  title?: ReactNode
  children: ReactNode
}) => (
  <div className={board ? 'card board' : 'card'}>
    {title ? (
      <>
        <h2 className="mb-3">{title}</h2>
        <UnderHeading>{children}</UnderHeading>
      </>
    ) : (
      children
    )}
  </div>
)

const looks = { plain: 'note', wait: 'note wait', late: 'note late', done: 'note done' }

/** A sentence that must be seen before the rest: what holds, what to mind, why not. */
export const Note = ({ kind = 'plain', children }: { kind?: keyof typeof looks; children: ReactNode }) => (
  <div className={looks[kind]}>{children}</div>
)

type DetailsProps = { summary: ReactNode; open?: boolean; children: ReactNode }

/** More words for those who want them, one tap away. */
export const Details = ({ summary, open, children }: DetailsProps) => (
  <details open={open}>
    <summary>{summary}</summary>
    {children}
  </details>
)

/** A form one tap away; it stands open when it comes back with what is wrong. */
export const FormDetails = ({ form, summary, open, children }: DetailsProps & { form: string }) => {
  const { sent } = useReply(form)
  return (
    <Details summary={summary} open={open || sent}>
      {children}
    </Details>
  )
}

/** Nothing here yet: says why, and what to do. */
export const Empty = ({
  children,
  action,
}: {
  children: ReactNode
  action?: { to: string; label: string }
}) => (
  <div className="card">
    <p className="quiet">{children}</p>
    {action ? (
      <a className="btn second" href={action.to}>
        {action.label}
      </a>
    ) : null}
  </div>
)
