import { useT } from '#app/i18n/use-t.ts'
import { Due } from '../due.tsx'
import { Section } from '../page.tsx'
import { Rows } from '../rows.tsx'

type Waiting = { id: string; words: string; dueAt: Date }
type Source = { source: string; mark: string }
const marks = { statute: 'law', reference: 'reference', local: 'local' } as const

/** Questions that wait for an answer, the first due on top. */
export const WaitingQuestions = ({
  tenderId,
  waiting,
  rule,
}: {
  tenderId: string
  waiting: readonly Waiting[]
  rule: Source
}) => {
  const t = useT()
  if (waiting.length === 0) return null
  return (
    <Section title={t('question.to-answer')} aside={t('question.to-answer.hint')}>
      <Rows
        rows={waiting.map((q) => ({
          key: q.id,
          title: q.words,
          to: `/desk/tenders/${tenderId}/answer/${q.id}`,
          due: (
            <Due
              on={new Date(q.dueAt.getTime() - 1)}
              mark={marks[rule.mark as keyof typeof marks]}
              article={rule.source}
            />
          ),
          action: { to: `/desk/tenders/${tenderId}/answer/${q.id}`, label: t('question.answer') },
        }))}
      />
    </Section>
  )
}
