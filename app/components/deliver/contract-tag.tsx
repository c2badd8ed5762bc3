import { useT } from '#app/i18n/use-t.ts'
import type { contractStates } from '#db/vocabulary.ts'
import { Tag, type TagKind } from '../tag.tsx'

type State = (typeof contractStates)[number]
const kinds: Record<State, TagKind> = {
  draft: 'plain',
  signed_by_supplier: 'wait',
  signed: 'wait',
  published: 'live',
  completed: 'done',
  terminated: 'late',
}

/** Where a contract stands. */
export const ContractTag = ({ state }: { state: State }) => {
  const t = useT()
  return <Tag kind={kinds[state]}>{t(`contract.state.${state}`)}</Tag>
}
