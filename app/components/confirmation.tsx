import type { ReactNode } from 'react'
import { useT } from '#app/i18n/use-t.ts'
import { type Fact, Facts } from './check-answers.tsx'
import { Section } from './page.tsx'

type ConfirmationProps = {
  title: ReactNode
  said?: ReactNode
  /** 回执号, 编号: what to keep. */
  number?: { label: string; text: string }
  facts?: readonly Fact[]
  /** Below the facts, inside the slip: a QR, what the slip does not show. */
  children?: ReactNode
  /** What happens next, and when. */
  next: readonly Fact[]
  contact?: ReactNode
  acts?: ReactNode
}

/** It is done, unmistakably: the number to keep, what happens next and when, whom to ask. */
export const Confirmation = (props: ConfirmationProps) => {
  const { title, said, number, facts = [], children, next, contact, acts } = props
  const t = useT()
  return (
    <div className="narrow">
      <div className="slip">
        <div className="got">
          <svg viewBox="0 0 48 48" aria-hidden="true">
            <circle cx="24" cy="24" r="22" fill="#2f6b2f" />
            <path d="M13 25l8 8 15-17" fill="none" stroke="#fff" strokeWidth="5" />
          </svg>
          <div>
            <h1>{title}</h1>
            {said ? <p>{said}</p> : null}
          </div>
        </div>
        <div className="slip-body">
          {number ? (
            <p>
              <span className="small quiet block">{number.label}</span>
              <span className="slip-no">{number.text}</span>
            </p>
          ) : null}
          <Facts facts={facts} />
          {children}
        </div>
      </div>
      {acts ? <div className="acts">{acts}</div> : null}
      <p className="small quiet screen mt-4">{t('confirm.print')}</p>
      <Section title={t('confirm.next')}>
        <Facts facts={next} dates />
      </Section>
      {contact ? <Section title={t('confirm.contact')}>{contact}</Section> : null}
    </div>
  )
}
