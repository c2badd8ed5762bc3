import { Choices } from '#app/components/choices.tsx'
import { Field } from '#app/components/field.tsx'
import { useT } from '#app/i18n/use-t.ts'
import type { readDraftPage } from '#domain/ask/vote/read-draft.ts'
import { Details } from '../card.tsx'
import { Section } from '../page.tsx'
import { useReply } from '../reply.ts'

type Data = Pick<Awaited<ReturnType<typeof readDraftPage>>, 'from'>

/** How a ballot is filled in; what only points ballots need is one tap away. */
export const BallotFields = ({ from }: Data) => {
  const t = useT()
  const points = useReply().value('ballotKind', from?.ballotKind) === 'points'
  return (
    <Section title={t('round.form.part.ballot')}>
      <Choices
        name="level"
        legend={t('round.form.level')}
        fallback={from?.level ?? 'L1'}
        options={(['L1', 'L0'] as const).map((value) => ({
          value,
          label: t(`round.form.level.${value}`),
          note: t(`round.form.level.${value}.note`),
        }))}
      />
      <Choices
        name="ballotKind"
        legend={t('round.form.kind')}
        fallback={from?.ballotKind ?? 'approval'}
        options={(['approval', 'knapsack', 'points', 'ranking'] as const).map((value) => ({
          value,
          label: t(`round.form.kind.${value}`),
          note: t(`round.form.kind.${value}.note`),
        }))}
      />
      <Field
        name="maxChoices"
        kind="number"
        label={t('round.form.choices')}
        hint={t('round.form.choices.hint')}
        fallback={from?.maxChoices ?? 3}
      />
      <Details summary={t('round.form.points')} open={points}>
        <Field
          name="pointsTotal"
          kind="number"
          label={t('round.form.points.total')}
          fallback={from?.pointsTotal ?? 10}
        />
        <Field
          name="pointsEach"
          kind="number"
          label={t('round.form.points.each')}
          fallback={from?.pointsEach ?? 5}
        />
      </Details>
    </Section>
  )
}
