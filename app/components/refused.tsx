import { useContext } from 'react'
import { ErrorSummary } from './error-summary.tsx'
import { FormName, FormsHere, useAnswered } from './reply.ts'

/** Why a form was refused that does not stand on the page any more: somebody was faster, or it is another's. */
export const Refused = ({ of }: { of: string }) => (
  <FormName.Provider value={of}>
    <ErrorSummary gone />
  </FormName.Provider>
)

/** The same for whichever form that was: drawn after all that stands on the page, read before it. */
export const RefusedOfNone = () => {
  const last = useAnswered()
  const here = useContext(FormsHere)
  if (!last || here.has(last.form)) return null
  return (
    <div className="of-none">
      <Refused of={last.form} />
    </div>
  )
}
