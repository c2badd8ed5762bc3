import { useT } from '#app/i18n/use-t.ts'
import { Facts } from '../check-answers.tsx'
import { useFormat } from '../format.ts'
import { Money } from '../money.tsx'
import { Tag } from '../tag.tsx'
import type { TenderDesk } from './tender-acts.tsx'
import { Lines } from './tender-facts.tsx'

type Kinded = { words: string; kind: string }
/** 资格条件, each with its kind: judged yes or no, never scored. */
export const Conditions = ({ items }: { items: readonly Kinded[] }) => {
  const t = useT()
  return (
    <ul className="mb-3 grid gap-2">
      {items.map(({ words, kind }) => (
        <li key={words}>
          <Tag>{t(`qualification.kind.${kind as 'other'}`)}</Tag> {words}
        </li>
      ))}
    </ul>
  )
}

/** All a tender says before it is public, for whoever reads it at the desk. */
export const TenderWordsOf = ({ tender }: { tender: TenderDesk['tender'] }) => {
  const t = useT()
  const f = useFormat()
  const survey = tender.marketSurvey
  return (
    <>
      <Lines words={tender.requirement} />
      <Facts
        facts={[
          { term: t('tender.qualification'), text: <Conditions items={tender.qualificationItems} /> },
          {
            term: t('tender.indicators'),
            text: tender.indicators.map((i) => `${i.name} ${i.target} ${i.unit}`).join(t('list.semicolon')),
          },
          { term: t('tender.acceptance'), text: <Lines words={tender.acceptancePlan ?? ''} /> },
          ...(survey
            ? [
                {
                  term: t('tender.survey'),
                  text: t('tender.survey.text', { n: survey.respondents, finding: survey.finding }),
                },
              ]
            : []),
          { term: t('tender.ceiling'), text: <Money fen={tender.ceiling} /> },
          { term: t('tender.payment'), text: tender.paid },
          { term: t('tender.deadline'), text: f.dateTime(tender.deadline) },
          { term: t('tender.questions-close'), text: f.dateTime(tender.questionsClose) },
        ]}
      />
    </>
  )
}
