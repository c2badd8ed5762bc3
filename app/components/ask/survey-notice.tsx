import { useT } from '#app/i18n/use-t.ts'
import { Facts } from '../check-answers.tsx'
import { Tick } from '../choices.tsx'
import { Field } from '../field.tsx'
import { Section } from '../page.tsx'

const parts = ['who', 'why', 'what', 'how', 'long', 'rights'] as const
type Asked = { communityName: string; minCell: number; minAge: number; answerLimit: string }

/** 告知: who asks, why, what is kept, how and how long, and what one may ask for, before the first question. */
export const SurveyNotice = ({ survey }: { survey: Asked }) => {
  const t = useT()
  return (
    <Section title={t('survey.notice.title')} aside={t('survey.notice.law')}>
      <Facts
        facts={parts.map((part) => ({
          term: t(`survey.notice.${part}`),
          text: t(`survey.notice.${part}.text`, { committee: survey.communityName, n: survey.minCell }),
        }))}
      />
    </Section>
  )
}

const relations = ['family', 'neighbour', 'carer', 'worker', 'other'] as const
export const useRelations = () => {
  const t = useT()
  return relations.map((value) => ({ value, label: t(`relation.${value}`) }))
}

/** What is asked beside the questions: the code where there is one, the grid, for whom, and that the notice was read. */
export const SurveyTerms = ({
  survey,
  grids,
}: {
  survey: Asked
  grids: ReadonlyArray<{ id: string; name: string }>
}) => {
  const t = useT()
  const one = survey.answerLimit === 'slip'
  return (
    <>
      <Field
        name="sheet"
        short
        label={t('survey.sheet')}
        hint={t(one ? 'survey.sheet.hint' : 'survey.sheet.hint.optional')}
        optional={!one}
      />
      <Field
        name="gridId"
        kind="select"
        label={t('survey.grid.own')}
        optional
        options={grids.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Field
        name="relation"
        kind="select"
        label={t('survey.relation')}
        hint={t('survey.relation.hint')}
        optional
        options={useRelations()}
      />
      <Tick name="agreed">{t('survey.agree', { n: survey.minAge })}</Tick>
    </>
  )
}
