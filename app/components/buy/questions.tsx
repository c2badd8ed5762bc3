import { useT } from '#app/i18n/use-t.ts'
import type { TenderPage } from '#domain/buy/tender/tender-page.ts'
import { ButtonLink } from '../button.tsx'
import { useFormat } from '../format.ts'
import { Section } from '../page.tsx'

type Question = TenderPage['questions'][number]

const Answer = ({ question: q }: { question: Question }) => {
  const t = useT()
  const f = useFormat()
  if (q.state !== 'asked')
    return (
      <p className="border-l-4 border-teal pl-4">
        {q.state === 'rejected' ? t('question.rejected') : null}
        {q.answer}
        {q.affects ? <strong className="block">{t('question.affected')}</strong> : null}
      </p>
    )
  const due = f.short(new Date(q.dueAt.getTime() - 1))
  return (
    <p className="border-l-4 border-wheat pl-4 text-wheat">
      {t(q.late ? 'question.late' : 'question.waits', { due })}
    </p>
  )
}

const asked = (q: Question, f: ReturnType<typeof useFormat>) => ({
  asked: f.short(q.createdAt),
  answered: q.answeredAt ? f.short(q.answeredAt) : '',
})

/** 问与答: everyone reads the same; nobody sees who asked. */
export const Questions = ({ page: { tender, questions, mayAsk } }: { page: TenderPage }) => {
  const t = useT()
  const f = useFormat()
  const open = questions.filter((q) => q.state === 'asked').length
  return (
    <Section id="qa" title={t('question.title')} aside={t('question.count', { n: questions.length, open })}>
      <p className="quiet small">{t('question.unseen')}</p>
      <ol>
        {questions.map((q) => (
          <li key={q.id} className="border-b border-hair py-4">
            <p className="mb-1 font-bold">{q.words}</p>
            <p className="when mb-1">
              {t(q.answeredAt ? 'question.when.answered' : 'question.when', asked(q, f))}
            </p>
            <Answer question={q} />
          </li>
        ))}
      </ol>
      {questions.length === 0 ? <p className="quiet">{t('question.none')}</p> : null}
      {mayAsk ? (
        <p className="mt-4 print:hidden">
          <ButtonLink look="second" to={`/tenders/${tender.id}/ask`}>
            {t('question.ask')}
          </ButtonLink>
        </p>
      ) : null}
    </Section>
  )
}
