import { useT } from '#app/i18n/use-t.ts'
import { Choices } from '../choices.tsx'
import { Field } from '../field.tsx'
import { Form } from '../form.tsx'
import { Section } from '../page.tsx'
import type { PlanShown } from './plan-facts.tsx'

/** Sends a plan into its chain: with the handler's own signature where he is the first of it. */
export const SubmitPlan = ({ plan }: Pick<PlanShown, 'plan'>) => {
  const t = useT()
  if (plan.chain[0] !== 'handler') return <Form name="submit" submit={t('plan.submit.plain')} />
  return (
    <Form name="submit" submit={t('plan.submit.do')}>
      <Field
        name="opinion"
        kind="long"
        rows={2}
        label={t('plan.opinion')}
        fallback={t('plan.opinion.usual')}
      />
    </Form>
  )
}

/** The signer's own step: agree, or send back, or end it. */
export const Sign = ({ plan }: Pick<PlanShown, 'plan'>) => {
  const t = useT()
  return (
    <Section title={t('plan.sign')} aside={t(`plan.step.${plan.nextStep!}`)}>
      <Form name="sign" submit={t('plan.sign.do')} hidden={{ version: plan.version }}>
        <Field name="opinion" kind="long" rows={2} label={t('plan.opinion')} />
      </Form>
      <details className="mt-6">
        <summary>{t('plan.decline')}</summary>
        <Form name="decline" look="second" submit={t('plan.decline.do')}>
          <Choices
            name="how"
            legend={t('plan.decline.how')}
            options={(['return', 'reject'] as const).map((how) => ({
              value: how,
              label: t(`plan.decline.${how}`),
            }))}
          />
          <Field name="reason" kind="long" label={t('plan.decline.reason')} />
        </Form>
      </details>
    </Section>
  )
}
