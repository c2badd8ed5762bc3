import { useContext } from 'react'
import { told } from '#app/i18n/index.ts'
import { useT } from '#app/i18n/use-t.ts'
import { FormsHere, useReply } from './reply.ts'
import { Way } from './way.tsx'

/** What is wrong, on top, in the same words as beside each field, each a link to it; `gone`: of a form that does not stand here any more; `files`: of one whose files have to be chosen again. */
export const ErrorSummary = ({ gone, files }: { gone?: boolean; files?: boolean }) => {
  const t = useT()
  const { fields, refusals, wrong, form, keeps, secret } = useReply()
  useContext(FormsHere).add(form)
  if (!wrong) return null
  const kept = keeps ? 'form.errors.kept' : null
  const says = secret ? 'form.errors.kept.secret' : files ? 'form.errors.kept.files' : kept
  const heading = `errors-${form || 'form'}`
  return (
    // biome-ignore lint/a11y/noAutofocus: the page came back because of these errors, so reading starts here
    <div className="errors" role="alert" tabIndex={-1} autoFocus aria-labelledby={heading}>
      <h2 id={heading}>
        {fields.length > 0 ? t('form.errors.title', { n: fields.length }) : t('form.refused.title')}
      </h2>
      <ul>
        {refusals.map((message) => (
          <li key={message}>
            {told(t, message)} <Way message={message} />
          </li>
        ))}
        {fields.map(({ id, message }) => (
          <li key={id + message}>
            {gone ? (
              message
            ) : (
              <a className="hit" href={`#${id}`}>
                {message}
              </a>
            )}
          </li>
        ))}
      </ul>
      {says && !gone ? <p className="small">{t(says)}</p> : null}
    </div>
  )
}
