import type { ReactNode } from 'react'
import { useT } from '#app/i18n/use-t.ts'
import { Control, type ControlProps } from './control.tsx'
import { fieldId, useReply } from './reply.ts'

export type FieldProps = Omit<ControlProps, 'id' | 'described' | 'invalid' | 'value'> & {
  label: ReactNode
  hint?: ReactNode
  /** Below the control: limits, what not to write. */
  note?: ReactNode
  /** What stands there before anything was typed. */
  fallback?: string | number | null
  optional?: boolean
  /** The label is the page's question: use without a Page title. */
  asTitle?: boolean
}

/** One question: label, hint, error, control. Errors say what to do. */
export const Field = ({ label, hint, note, fallback, optional, asTitle, ...control }: FieldProps) => {
  const t = useT()
  const reply = useReply()
  const id = fieldId(reply.form, control.name)
  const errors = reply.errors(control.name)
  const described = [hint ? `${id}-hint` : '', errors.length > 0 ? `${id}-error` : '']
    .filter(Boolean)
    .join(' ')
  const words = (
    <label className="q" htmlFor={id}>
      {label}
      {optional ? <span className="quiet font-sans text-sm font-normal">{t('form.optional')}</span> : null}
    </label>
  )
  return (
    <div className={errors.length > 0 ? 'field bad' : 'field'}>
      {asTitle ? <h1>{words}</h1> : words}
      {hint ? (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      <FieldErrors id={id} errors={errors} />
      <Control
        {...control}
        id={id}
        value={reply.value(control.name, fallback === null || fallback === undefined ? '' : String(fallback))}
        described={described || undefined}
        invalid={errors.length > 0}
      />
      {note ? <p className="small quiet mt-2 mb-0">{note}</p> : null}
    </div>
  )
}

/** What is wrong with one answer, beside it. */
export const FieldErrors = ({ id, errors }: { id: string; errors: readonly string[] }) => {
  const t = useT()
  if (errors.length === 0) return null
  return (
    <p className="err" id={`${id}-error`}>
      {t('form.wrong')}
      {errors.join(' ')}
    </p>
  )
}
