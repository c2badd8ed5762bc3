import { ErrorSummary } from './error-summary.tsx'
import { FormName } from './reply.ts'

/** Why a form was refused that does not stand on the page any more: somebody was faster, or it is another's. */
export const Refused = ({ of }: { of: string }) => (
  <FormName.Provider value={of}>
    <ErrorSummary />
  </FormName.Provider>
)
