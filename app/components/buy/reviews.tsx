import { useT } from '#app/i18n/use-t.ts'
import { ButtonLink } from '../button.tsx'
import { Note } from '../card.tsx'
import { Entry } from '../entry.tsx'
import { useFormat } from '../format.ts'
import { Section } from '../page.tsx'
import { Tag } from '../tag.tsx'
import type { TenderDesk } from './tender-acts.tsx'

type Review = TenderDesk['reviews'][number]
type Kind = 'general' | 'key'
type Code = 'budget'

const Said = ({ review }: { review: Review }) => {
  const t = useT()
  return (
    <ul className="mb-3">
      {review.answers
        .filter((one) => one.says === 'no')
        .map(({ code, note }) => (
          <li key={code}>
            {t('review.says.no')} {t(`review.item.${code as Code}`)} <strong>{note}</strong>
          </li>
        ))}
    </ul>
  )
}

/** 审查意见: what was found, by whom, and whether it still stands for the words as they are. */
export const Reviews = ({ desk: { tender, reviews, wanting, may } }: { desk: TenderDesk }) => {
  const t = useT()
  const f = useFormat()
  if (tender.state === 'draft' && reviews.length === 0) return null
  const first = wanting[0]
  return (
    <Section title={t('review.title')}>
      {tender.state === 'in_review' && first ? (
        <Note kind="wait">
          {t('review.wanting', { kind: wanting.map((k) => t(`review.kind.${k}`)).join(' ') })}
        </Note>
      ) : null}
      {tender.state === 'in_review' && !first ? <Note kind="done">{t('review.done')}</Note> : null}
      {reviews.map((review) => (
        <Entry
          key={review.id}
          title={
            <>
              {t(`review.kind.${review.kind as Kind}`)}{' '}
              <Tag kind={review.passes ? 'done' : 'late'}>
                {t(review.passes ? 'review.passed' : 'review.not-passed')}
              </Tag>{' '}
              {review.stands || tender.publishedAt ? null : <Tag kind="plain">{t('review.stale')}</Tag>}
            </>
          }
          proof={[{ term: t('review.made', { by: review.by, at: f.dateTime(review.at) }), text: '' }]}
        >
          <Said review={review} />
          <p>{review.opinion}</p>
        </Entry>
      ))}
      {may.review && first ? (
        <p className="mt-4">
          <ButtonLink to={`/desk/tenders/${tender.id}/review`}>{t('review.open')}</ButtonLink>
        </p>
      ) : null}
    </Section>
  )
}
