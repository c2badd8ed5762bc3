import { useT } from '#app/i18n/use-t.ts'
import type { paymentStates } from '#db/vocabulary.ts'
import { Tag, type TagKind } from '../tag.tsx'

type State = (typeof paymentStates)[number]
const kinds: Record<State, TagKind> = {
  requested: 'wait',
  checked: 'wait',
  approved: 'wait',
  submitted: 'live',
  returned_by_bank: 'late',
  corrected: 'wait',
  paid: 'done',
  declined: 'late',
}

/** Where a payment stands. */
export const PaymentTag = ({ state }: { state: State }) => {
  const t = useT()
  return <Tag kind={kinds[state]}>{t(`payment.state.${state}`)}</Tag>
}
