import { useT } from '#app/i18n/use-t.ts'
import { Choices } from '../choices.tsx'

/** Five levels, in words. */
export const LevelChoices = () => {
  const t = useT()
  return (
    <Choices
      name="level"
      legend={t('opinion.question')}
      options={([5, 4, 3, 2, 1] as const).map((level) => ({
        value: String(level),
        label: t(`opinion.level.${level}`),
      }))}
    />
  )
}
