import { Choices } from '#app/components/choices.tsx'
import { Field } from '#app/components/field.tsx'
import { useT } from '#app/i18n/use-t.ts'
import type { readDraftPage } from '#domain/ask/vote/read-draft.ts'
import { Details } from '../card.tsx'
import { Section } from '../page.tsx'
import { useReply } from '../reply.ts'

type Data = Pick<Awaited<ReturnType<typeof readDraftPage>>, 'from'>

/** What only the Method of Equal Shares asks. */
const SharesFields = ({ from }: Data) => {
  const t = useT()
  const mes = useReply().value('rule', from?.rule) === 'mes'
  return (
    <Details summary={t('round.form.mes')} open={mes}>
      <Choices
        name="utility"
        legend={t('round.form.utility')}
        fallback={from?.utility ?? 'cost'}
        options={(['cost', 'cardinal'] as const).map((value) => ({
          value,
          label: t(`round.form.utility.${value}`),
        }))}
      />
      <Choices
        name="completion"
        legend={t('round.form.completion')}
        fallback={from?.completion ?? 'add1'}
        options={(['none', 'greedy', 'add1', 'add1_greedy'] as const).map((value) => ({
          value,
          label: t(`round.form.completion.${value}`),
        }))}
      />
      <Field
        name="addStep"
        kind="money"
        label={t('round.form.step')}
        hint={t('round.form.step.hint')}
        fallback={from?.addStep ? from.addStep / 100 : 1}
      />
    </Details>
  )
}

/** How it is counted, and what settles a tie. */
export const CountFields = ({ from }: Data) => {
  const t = useT()
  return (
    <Section title={t('round.form.part.count')}>
      <Choices
        name="rule"
        legend={t('round.form.rule')}
        fallback={from?.rule ?? 'greedy_threshold'}
        options={(['greedy_threshold', 'greedy', 'greedy_no_skip', 'mes'] as const).map((value) => ({
          value,
          label: t(`round.form.rule.${value}`),
          note: t(`round.form.rule.${value}.note`),
        }))}
      />
      <Field
        name="thresholdPercent"
        kind="number"
        label={t('round.form.threshold')}
        hint={t('round.form.threshold.hint')}
        fallback={from?.thresholdPercent ?? 50}
      />
      <SharesFields from={from} />
      <Choices
        name="tieOrder"
        legend={t('round.form.ties')}
        fallback={from?.tieOrder ?? 'cost_votes_id'}
        options={[
          { value: 'cost_votes_id', label: t('round.form.ties.cost_votes_id') },
          { value: 'lot', label: t('round.form.ties.lot'), note: t('round.form.ties.lot.note') },
        ]}
      />
    </Section>
  )
}
