import { useT } from '#app/i18n/use-t.ts'
import { Choices } from '../choices.tsx'

type Conditions = { name: string; conditions: readonly string[]; failed?: readonly number[] }
/** 资格条件逐条: what is marked is not met, with its number; what is not marked is met. */
export const ConditionChoices = ({ name, conditions, failed = [] }: Conditions) => {
  const t = useT()
  if (conditions.length === 0) return null
  return (
    <Choices
      name={name}
      many
      legend={t('panel.conditions')}
      hint={t('panel.conditions.hint')}
      fallback={failed.map(String)}
      options={conditions.map((words, n) => ({ value: String(n + 1), label: `${n + 1}. ${words}` }))}
    />
  )
}
