import { useT } from '#app/i18n/use-t.ts'
import { Choices, Tick } from '../choices.tsx'
import { Field } from '../field.tsx'

type Props = { frameworks: ReadonlyArray<{ id: string; title: string; forWhom: string }> }

/** Which service, which conditions hold, where to come. */
export const ApplyFields = ({ frameworks }: Props) => {
  const t = useT()
  return (
    <>
      <Choices
        name="frameworkId"
        legend={t('care.apply.framework')}
        fallback={frameworks.length === 1 ? frameworks[0]!.id : undefined}
        options={frameworks.map(({ id, title, forWhom }) => ({ value: id, label: title, note: forWhom }))}
      />
      <p className="q">{t('care.apply.conditions')}</p>
      <Tick name="livesAlone">{t('care.apply.alone')}</Tick>
      <Tick name="lowIncome">{t('care.apply.poor')}</Tick>
      <p className="quiet small">{t('care.apply.age')}</p>
      <Field name="address" kind="long" rows={3} label={t('care.address')} hint={t('care.address.hint')} />
    </>
  )
}
