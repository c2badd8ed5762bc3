import type { ReactNode } from 'react'
import { ItemHeading, UnderHeading } from './heading.tsx'
import { Phrases } from './phrases.tsx'

export type Proof = { term: string; text: ReactNode }
type EntryProps = {
  title: ReactNode
  when?: ReactNode
  children?: ReactNode
  /** What stands behind the fact: ground, who signed, fingerprint. */
  proof?: readonly Proof[]
  /** A `<Sealed>` where a decision was published. */
  seal?: ReactNode
  links?: readonly { to: string; label: string }[]
  /** Not yet happened. */
  ahead?: boolean
}

const look = (when: boolean, ahead?: boolean) =>
  when ? (ahead ? 'entry ahead' : 'entry') : ahead ? 'entry wide ahead' : 'entry wide'

/** Fact and proof: what happened on the left, what proves it on the right (below, on a phone). */
export const Entry = ({ title, when, children, proof = [], seal, links = [], ahead }: EntryProps) => (
  <article className={look(when !== undefined, ahead)}>
    {when !== undefined ? <p className="when">{when}</p> : null}
    <div className="min-w-0">
      <ItemHeading>
        <Phrases>{title}</Phrases>
      </ItemHeading>
      {children}
    </div>
    <div className="proof">
      {seal}
      {proof.length > 0 ? (
        <dl>
          {proof.map(({ term, text }) => [<dt key={term}>{term}</dt>, <dd key={`${term}:`}>{text}</dd>])}
        </dl>
      ) : null}
      {links.length > 0 ? <Links links={links} /> : null}
    </div>
  </article>
)

/** The heading of one chapter within a trail of entries. */
export const TrailChapter = ({
  state,
  children,
}: {
  state: 'past' | 'now' | 'ahead'
  children: ReactNode
}) => (
  <h3 className={state === 'past' ? 'chapter' : state === 'now' ? 'chapter now' : 'chapter ahead'}>
    {children}
  </h3>
)

/** A chapter of a trail that folds: its heading and one line stand, its facts open at a tap or by a link into them. */
export const TrailFold = ({
  id,
  heading,
  said,
  open,
  children,
}: {
  id: string
  heading: ReactNode
  said: ReactNode
  open: boolean
  children: ReactNode
}) => (
  <details className="fold" open={open}>
    <summary>
      {heading}
      <span className="said">{said}</span>
    </summary>
    <div id={id}>
      <UnderHeading level={3}>{children}</UnderHeading>
    </div>
  </details>
)

/** A row of links, each big enough for a thumb. */
export const Links = ({ links }: { links: readonly { to: string; label: string }[] }) => (
  <p className="links">
    {links.map(({ to, label }) => (
      <a key={to + label} href={to}>
        {label}
      </a>
    ))}
  </p>
)
