import { useT } from '#app/i18n/use-t.ts'
import type { TenderPage } from '#domain/buy/tender/tender-page.ts'
import { useFormat } from '../format.ts'
import { Section } from '../page.tsx'
import { endWords } from './tender-heads.tsx'
import { WordChanges } from './word-changes.tsx'

/** 重新采购: the tender before, why it came to nothing, and every word that is not as it was. */
export const PutOutAgain = ({ previous }: Pick<TenderPage, 'previous'>) => {
  const t = useT()
  const f = useFormat()
  if (!previous) return null
  const piecesOf = ({ field, was, now, pieces }: (typeof previous.changes)[number]) =>
    field === 'ceiling'
      ? [
          { kind: 'gone' as const, text: f.money(Number(was)) },
          { kind: 'new' as const, text: f.money(Number(now)) },
        ]
      : pieces
  return (
    <Section id="again" title={t('retender.title')}>
      <p>
        <a href={`/tenders/${previous.id}`}>
          {t('retender.before', { no: previous.refNo, over: t(`tender.over.${previous.state}`) })}
        </a>{' '}
        {previous.endReason ? endWords(t, previous.endReason, previous) : null}
      </p>
      <p className="quiet">{t(previous.changes.length > 0 ? 'retender.changed' : 'retender.same')}</p>
      {previous.changes.map((change) => (
        <div key={change.field} className="my-3 border-l-4 border-hair pl-4">
          <p className="small quiet mb-0">{t(`retender.field.${change.field as 'title'}`)}</p>
          <WordChanges pieces={piecesOf(change)} />
        </div>
      ))}
    </Section>
  )
}
