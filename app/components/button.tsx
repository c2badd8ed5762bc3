import type { ReactNode } from 'react'

type Look = 'first' | 'second' | 'danger'
const looks: Record<Look, string> = { first: 'btn', second: 'btn second', danger: 'btn danger' }

type ButtonProps = { look?: Look; name?: string; value?: string; children: ReactNode }

/** Sends its form. One filled button a page. */
export const Button = ({ look = 'first', name, value, children }: ButtonProps) => (
  <button type="submit" className={looks[look]} name={name} value={value}>
    {children}
  </button>
)

/** A link that weighs as much as a button. */
export const ButtonLink = ({
  to,
  look = 'first',
  children,
}: {
  to: string
  look?: Look
  children: ReactNode
}) => (
  <a className={looks[look]} href={to}>
    {children}
  </a>
)

/** What one can do here, side by side; one below the other on a phone. */
export const Acts = ({ children }: { children: ReactNode }) => <div className="acts">{children}</div>
