import { useT } from '#app/i18n/use-t.ts'
import type { FamilyRating } from '#domain/rate/rating/orders/order-rating-page.ts'
import type { FrameworkRatings } from '#domain/rate/rating/orders/order-summary.ts'
import { Details, Note } from '../card.tsx'
import { Facts } from '../check-answers.tsx'
import { Entry } from '../entry.tsx'
import { Field } from '../field.tsx'
import { Form } from '../form.tsx'
import { useFormat } from '../format.ts'
import { Section } from '../page.tsx'
import { Tag } from '../tag.tsx'
import { JudgeForm, LevelChoices, levelKey } from './rate-form.tsx'
import { Spread, useMean } from './rating-words.tsx'

type Fix = NonNullable<FamilyRating['fix']>
const kindOf = ({ state }: { state: Fix['state'] }) => (state === 'accepted_by_rater' ? 'done' : 'late')

/** What was said of an order, until when it is put right, and what was done about it. */
export const OrderSaid = ({ said, fix }: { said: NonNullable<FamilyRating['said']>; fix: Fix | null }) => {
  const t = useT()
  const f = useFormat()
  const open = fix && (fix.state === 'opened' || fix.state === 'reopened')
  return (
    <Facts
      facts={[
        { term: t('ratings.level'), text: t(levelKey(said.level)) },
        ...(said.words ? [{ term: t('ratings.said'), text: said.words }] : []),
        ...(fix
          ? [
              {
                term: t('rectification.title'),
                text: <Tag kind={kindOf(fix)}>{t(`rectification.state.${fix.state}`)}</Tag>,
              },
            ]
          : []),
        ...(fix && open
          ? [{ term: t('rectification.due'), text: f.day(new Date(new Date(fix.dueAt).getTime() - 1)) }]
          : []),
        ...(fix?.answer ? [{ term: t('rectification.answer.title'), text: fix.answer }] : []),
        ...(fix?.raterWords ? [{ term: t('rectification.rater'), text: fix.raterWords }] : []),
      ]}
    />
  )
}

/** On the family's page of a confirmed order: five levels, then what became of them. */
export const OrderRating = ({ rating }: { rating: FamilyRating | null }) => {
  const t = useT()
  if (!rating) return null
  if (rating.said)
    return (
      <Section title={t('order.rated.yours')}>
        <OrderSaid said={rating.said} fix={rating.fix} />
        {rating.judges ? <JudgeForm /> : null}
      </Section>
    )
  return (
    <Section title={t('order.rated.title')}>
      <p className="quiet">{t('order.rated.lead')}</p>
      <Form name="rate" submit={t('rating.submit')}>
        <LevelChoices />
        <Field
          name="words"
          kind="long"
          rows={2}
          label={t('rating.words')}
          hint={t('order.rated.words.hint')}
          note={t('rating.promise')}
          optional
        />
      </Form>
    </Section>
  )
}

/** What residents said of an agreement's orders, and what was put right; nobody by name, no words of theirs. */
export const FrameworkRated = ({ rated }: { rated: FrameworkRatings }) => {
  const t = useT()
  const mean = useMean()
  const { summary, least, fixes } = rated
  return (
    <Section plain title={t('order.rated.public.title')}>
      <p>
        {mean(summary, least)}
        {rated.mean === null ? null : (
          <>
            {' '}
            <span className="quiet">{t('order.rated.public.mean', { mean: rated.mean.toFixed(2) })}</span>
          </>
        )}
      </p>
      <Spread of="orders" summary={summary} />
      {fixes.all > 0 ? (
        <>
          <Note>{t('order.rated.public.fixes', { all: fixes.all, open: fixes.open })}</Note>
          <Details summary={t('order.rated.public.newest')}>
            {fixes.newest.map((fix) => (
              <Entry key={fix.id} when={fix.month} title={t(`rectification.state.${fix.state}`)}>
                {fix.answer ? <p>{fix.answer}</p> : null}
              </Entry>
            ))}
          </Details>
        </>
      ) : null}
    </Section>
  )
}
