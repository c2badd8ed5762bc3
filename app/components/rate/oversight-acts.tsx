import { useT } from '#app/i18n/use-t.ts'
import { Choices } from '../choices.tsx'
import { Field } from '../field.tsx'
import { Form } from '../form.tsx'
import { Section } from '../page.tsx'

type May = { answer: boolean; settle: boolean; escalate: boolean; rule: boolean }

/** What this seat may do about an objection. */
export const OversightActs = ({ may }: { may: May }) => {
  const t = useT()
  return (
    <>
      {may.answer ? (
        <Section title={t('oversight.answer.title')}>
          <Form name="answer" submit={t('oversight.answer.submit')}>
            <Field
              name="answer"
              kind="long"
              label={t('oversight.answer.words')}
              hint={t('oversight.answer.hint')}
            />
          </Form>
        </Section>
      ) : null}
      {may.settle ? (
        <Section title={t('oversight.settle.title')}>
          <p>{t('oversight.settle.say')}</p>
          <Form name="settle" submit={t('oversight.settle.submit')} />
        </Section>
      ) : null}
      {may.escalate ? (
        <Section title={t('oversight.escalate.title')}>
          <p>{t('oversight.escalate.say')}</p>
          <Form name="escalate" submit={t('oversight.escalate.submit')} look="second">
            <Field name="escalation" kind="long" rows={3} label={t('oversight.escalate.words')} />
          </Form>
        </Section>
      ) : null}
      {may.rule ? (
        <Section title={t('oversight.rule.title')}>
          <Form name="rule" submit={t('oversight.rule.submit')}>
            <Choices
              name="upheld"
              legend={t('oversight.rule.upheld')}
              options={[
                { value: 'yes', label: t('oversight.rule.yes') },
                { value: 'no', label: t('oversight.rule.no') },
              ]}
            />
            <Field
              name="ruling"
              kind="long"
              label={t('oversight.rule.words')}
              hint={t('oversight.rule.hint')}
            />
          </Form>
        </Section>
      ) : null}
    </>
  )
}
