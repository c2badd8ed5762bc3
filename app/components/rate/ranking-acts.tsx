import { useT } from '#app/i18n/use-t.ts'
import { meritKinds } from '#db/vocabulary.ts'
import type { OneRanking } from '#domain/rate/ranking/ranking-page.ts'
import { Choices } from '../choices.tsx'
import { Field } from '../field.tsx'
import { Form } from '../form.tsx'
import { Section } from '../page.tsx'

/** The answer to one objection, by who did not publish the ranking. */
export const DecideForm = ({ id }: { id: string }) => {
  const t = useT()
  return (
    <Form name={`decide-${id}`} submit={t('ranking.decide.submit')} hidden={{ objectionId: id }}>
      <Choices
        name="decided"
        legend={t('ranking.decide.legend')}
        options={(['uphold', 'dismiss'] as const).map((value) => ({
          value,
          label: t(`ranking.decide.${value}`),
        }))}
      />
      <Field name="answer" kind="long" rows={3} label={t('ranking.decide.words')} />
    </Form>
  )
}

/** What a body on the ranking, or the district, may do about it. */
export const RankingActs = ({
  may,
  lines,
}: {
  may: OneRanking['may']
  lines: OneRanking['ranking']['lines']
}) => {
  const t = useT()
  return (
    <>
      {may.object ? (
        <Section title={t('ranking.object')}>
          <p>{t('ranking.object.say')}</p>
          <Form name="object" submit={t('ranking.object.submit')}>
            <Field name="words" kind="long" label={t('ranking.object.words')} />
          </Form>
        </Section>
      ) : null}
      {may.merit ? (
        <Section title={t('ranking.merit')}>
          <p>{t('ranking.merit.say')}</p>
          <Form name="merit" submit={t('ranking.merit.submit')}>
            <Choices
              name="kind"
              legend={t('ranking.merit.which')}
              options={meritKinds.map((value) => ({ value, label: t(`ranking.merit.${value}`) }))}
            />
            <Field
              name="partyId"
              kind="select"
              label={t('ranking.merit.party')}
              options={lines.map((l) => ({ value: l.partyId, label: l.name }))}
            />
            <Field name="words" kind="long" label={t('ranking.merit.words')} />
          </Form>
        </Section>
      ) : null}
    </>
  )
}
