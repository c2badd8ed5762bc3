import type { ReactNode } from 'react'
import { useT } from '#app/i18n/use-t.ts'
import { UnderHeading } from './heading.tsx'
import { Phrases } from './phrases.tsx'
import { RefusedOfNone } from './refused.tsx'
import { FormsHere } from './reply.ts'

type PageProps = {
  title: ReactNode
  /** The small line above the title: which matter, which step. */
  eyebrow?: ReactNode
  /** One plain sentence: who, what, by when. */
  lead?: ReactNode
  back?: { to: string; label?: string }
  narrow?: boolean
  children?: ReactNode
}

/** One page: where one came from, its title, the answer in a sentence, then the rest. */
export const Page = ({ title, eyebrow, lead, back, narrow, children }: PageProps) => {
  const t = useT()
  return (
    <div className={narrow ? 'page narrow' : 'page'}>
      <header className="top">
        {back ? (
          <p className="back">
            <a className="hit" href={back.to}>
              {back.label ?? t('back')}
            </a>
          </p>
        ) : null}
        {eyebrow ? <p className="eyebrow">{eyebrow}</p> : null}
        <h1>
          <Phrases>{title}</Phrases>
        </h1>
        {lead ? <p className="lead">{lead}</p> : null}
      </header>
      <FormsHere.Provider value={new Set()}>
        {children}
        <RefusedOfNone />
      </FormsHere.Provider>
    </div>
  )
}

type SectionProps = {
  title: ReactNode
  aside?: ReactNode
  plain?: boolean
  id?: string
  children?: ReactNode
}

/** A part of a page under its own heading; `plain` leaves out the rule. */
export const Section = ({ title, aside, plain, id, children }: SectionProps) => (
  <section className={plain ? 'section plain' : 'section'} id={id}>
    <h2>
      <Phrases>{title}</Phrases>
      {aside ? <small>{aside}</small> : null}
    </h2>
    <UnderHeading>{children}</UnderHeading>
  </section>
)

/** A wide page's two columns: what it says, and a board beside it; one column on a phone, the board first. */
export const Split = ({ board, children }: { board: ReactNode; children: ReactNode }) => (
  <div className="split">
    <div className="md:order-2">{board}</div>
    <div className="min-w-0">{children}</div>
  </div>
)
