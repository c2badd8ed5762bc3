import { useT } from '#app/i18n/use-t.ts'
import { Choices } from '../choices.tsx'
import { Field } from '../field.tsx'
import { Form } from '../form.tsx'

/** 一致、不一致: what was found of one paper; `note` says what follows from the second. */
export const CheckVerdict = ({ note }: { note: string }) => {
  const t = useT()
  return (
    <Form submit={t('voucher-check.submit')}>
      <Choices
        name="verdict"
        legend={t('voucher-check.verdict')}
        options={[
          { value: 'agree', label: t('voucher-check.agree') },
          { value: 'differ', label: t('voucher-check.differ'), note },
        ]}
      />
      <Field name="words" kind="long" rows={3} label={t('voucher-check.words')} optional />
    </Form>
  )
}
