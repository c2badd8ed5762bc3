import { useT } from '#app/i18n/use-t.ts'
import type { remedies } from '#db/vocabulary.ts'
import { Choices } from '../choices.tsx'

/** What follows where the objection holds; only what can still follow now is offered. */
export const RemedyChoices = ({ offered }: { offered: ReadonlyArray<(typeof remedies)[number]> }) => {
  const t = useT()
  return (
    <Choices
      name="remedy"
      legend={t('challenge.remedy.legend')}
      hint={t('challenge.remedy.hint')}
      options={offered.map((value) => ({
        value,
        label: t(`challenge.remedy.${value}`),
        note: t(`challenge.remedy.${value}.note`),
      }))}
    />
  )
}
