import type { ReactNode } from 'react'
import { Button } from './button.tsx'
import { ErrorSummary } from './error-summary.tsx'
import { FormName } from './reply.ts'
import { useFormKey } from './shell/shell.ts'

type FormProps = {
  children?: ReactNode
  /** The words on the button: they name the act. */
  submit?: string
  look?: 'first' | 'second' | 'danger'
  /** Where it is sent; this page when left out. */
  action?: string
  /** Needed as soon as a page has two forms: errors and typed values go back to the right one. */
  name?: string
  hidden?: Readonly<Record<string, string | number>>
  /** Carries files. */
  files?: boolean
  /** A way out beside the button. */
  aside?: ReactNode
}

/** A form that works without scripts: says what is wrong, keeps what was typed, and is done once if sent twice. */
export const Form = ({
  children,
  submit,
  look = 'first',
  action,
  name = '',
  hidden = {},
  files,
  aside,
}: FormProps) => {
  const key = useFormKey()
  return (
    <FormName.Provider value={name}>
      <form
        method="post"
        action={action}
        noValidate
        encType={files ? 'multipart/form-data' : undefined}
        id={name ? `form-${name}` : undefined}
      >
        <ErrorSummary files={files} />
        <input type="hidden" name="_key" value={name ? `${key}.${name}` : key} />
        {name ? <input type="hidden" name="_form" value={name} /> : null}
        {Object.entries(hidden).map(([field, value]) => (
          <input key={field} type="hidden" name={field} value={value} />
        ))}
        {children}
        {submit ? (
          <div className="acts">
            <Button look={look}>{submit}</Button>
            {aside}
          </div>
        ) : null}
      </form>
    </FormName.Provider>
  )
}
