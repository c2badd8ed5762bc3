import { useT } from '#app/i18n/use-t.ts'
import { evaluationGrounds } from '#db/vocabulary.ts'
import { FormDetails } from '../card.tsx'
import { Choices } from '../choices.tsx'
import { Field } from '../field.tsx'
import { Form } from '../form.tsx'

type Sources = { sources: Readonly<Record<(typeof evaluationGrounds)[number], { source: string }>> }
/** 重新评审: one of the listed grounds, each with its source, and what was found. */
export const ReopenForm = ({ sources }: Sources) => {
  const t = useT()
  return (
    <FormDetails form="reopen" summary={t('report.reopen')}>
      <p>{t('report.reopen.lead')}</p>
      <Form name="reopen" look="danger" submit={t('report.reopen.do')}>
        <Choices
          name="ground"
          legend={t('report.reopen.ground')}
          options={evaluationGrounds.map((g) => ({
            value: g,
            label: t(`reopen.${g}`),
            note: sources[g].source,
          }))}
        />
        <Field name="words" kind="long" rows={3} label={t('report.reopen.words')} />
      </Form>
    </FormDetails>
  )
}
