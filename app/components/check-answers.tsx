import type { ReactNode } from 'react'
import { useT } from '#app/i18n/use-t.ts'

export type Fact = { term: string; text: ReactNode; change?: string }

/** What is known, term by term; with `change`, a way back to that question (核对信息); `dates` for what happens when. */
export const Facts = ({ facts, dates }: { facts: readonly Fact[]; dates?: boolean }) => {
  const t = useT()
  return (
    <dl className={dates ? 'facts later' : 'facts'}>
      {facts.map(({ term, text, change }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{text}</dd>
          {change ? (
            <dd className="fix">
              <a className="hit" href={change}>
                {t('check.change')}
                <span className="vh">{term}</span>
              </a>
            </dd>
          ) : null}
        </div>
      ))}
    </dl>
  )
}

/** The page before sending: everything answered, each with a way back. */
export const CheckAnswers = Facts
