import { useT } from '#app/i18n/use-t.ts'
import { FormDetails } from '../card.tsx'
import { Choices } from '../choices.tsx'
import { Field } from '../field.tsx'
import { Form } from '../form.tsx'
import { Section } from '../page.tsx'

type ActsProps = {
  today: string
  heirs: ReadonlyArray<{ id: string; name: string }>
  may: { note: boolean; close: boolean; reopen: boolean }
}

const NoteForm = ({ today }: { today: string }) => {
  const t = useT()
  return (
    <Section title={t('case.note.new')}>
      <p className="quiet">{t('case.note.counted')}</p>
      <Form name="note" submit={t('case.note.do')}>
        <Field name="heldOn" kind="date" label={t('diary.held-on')} fallback={today} />
        <Field name="minutes" kind="number" short label={t('diary.minutes')} />
        <Field name="words" kind="long" label={t('case.note.words')} />
      </Form>
    </Section>
  )
}

/** What may be done with a file now: write, close, open again, hand over. */
export const CaseActs = ({ today, heirs, may }: ActsProps) => {
  const t = useT()
  return (
    <>
      {may.note ? <NoteForm today={today} /> : null}
      {may.close ? (
        <FormDetails form="close" summary={t('case.close')}>
          <Form name="close" look="second" submit={t('case.close')}>
            <Field name="closing" kind="long" label={t('case.close.words')} />
          </Form>
        </FormDetails>
      ) : null}
      {may.reopen ? <Form name="reopen" look="second" submit={t('case.reopen')} /> : null}
      {heirs.length > 0 ? (
        <FormDetails form="hand_over" summary={t('case.hand-over')}>
          <Form name="hand_over" look="second" submit={t('case.hand-over')}>
            <Choices
              name="workerId"
              legend={t('case.hand-over.to')}
              hint={t('case.hand-over.hint')}
              options={heirs.map(({ id, name }) => ({ value: id, label: name }))}
            />
          </Form>
        </FormDetails>
      ) : null}
    </>
  )
}
