import type { ReactNode } from 'react'
import { FieldErrors } from './field.tsx'
import { fieldId, useReply } from './reply.ts'

export type Choice = { value: string; label: ReactNode; note?: ReactNode }
type ChoicesProps = {
  name: string
  legend: ReactNode
  hint?: ReactNode
  options: readonly Choice[]
  /** More than one may be chosen. */
  many?: boolean
  fallback?: string | readonly string[]
  /** The legend is the page's question: use without a Page title. */
  asTitle?: boolean
}

/** One question answered by choosing; every choice is a whole card to press. */
export const Choices = ({ name, legend, hint, options, many, fallback = [], asTitle }: ChoicesProps) => {
  const reply = useReply()
  const id = fieldId(reply.form, name)
  const errors = reply.errors(name)
  const chosen = reply.values(name, typeof fallback === 'string' ? [fallback] : fallback)
  const described = [hint ? `${id}-hint` : '', errors.length > 0 ? `${id}-error` : '']
    .filter(Boolean)
    .join(' ')
  return (
    <fieldset className={errors.length > 0 ? 'field bad' : 'field'} aria-describedby={described || undefined}>
      <legend className={asTitle ? undefined : 'q'}>{asTitle ? <h1>{legend}</h1> : legend}</legend>
      {hint ? (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      <FieldErrors id={id} errors={errors} />
      <div className="choices">
        {options.map(({ value, label, note }, at) => (
          <label key={value} className="choice">
            <input
              type={many ? 'checkbox' : 'radio'}
              name={name}
              value={value}
              id={at === 0 ? id : undefined}
              defaultChecked={chosen.includes(value)}
            />
            <span>
              {label}
              {note ? <small>{note}</small> : null}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

/** One box to tick: a promise, a consent. */
export const Tick = ({
  name,
  value = 'yes',
  fallback = false,
  children,
}: {
  name: string
  value?: string
  /** How it stands before anything was sent. */
  fallback?: boolean
  children: ReactNode
}) => {
  const reply = useReply()
  const id = fieldId(reply.form, name)
  const errors = reply.errors(name)
  return (
    <div className={errors.length > 0 ? 'field bad' : 'field'}>
      <FieldErrors id={id} errors={errors} />
      <label className="choice">
        <input
          type="checkbox"
          name={name}
          value={value}
          id={id}
          aria-describedby={errors.length > 0 ? `${id}-error` : undefined}
          defaultChecked={reply.values(name, fallback ? [value] : []).includes(value)}
        />
        <span>{children}</span>
      </label>
    </div>
  )
}
