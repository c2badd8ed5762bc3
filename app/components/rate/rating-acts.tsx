import { useT } from '#app/i18n/use-t.ts'
import { hideGrounds } from '#db/vocabulary.ts'
import type { OneRating } from '#domain/rate/rating/ratings-page.ts'
import { FormDetails } from '../card.tsx'
import { Choices } from '../choices.tsx'
import { Field } from '../field.tsx'
import { Form } from '../form.tsx'
import { Section } from '../page.tsx'
import { JudgeForm } from './rate-form.tsx'

const WriteDown = ({ heard }: { heard: string | null }) => {
  const t = useT()
  return (
    <Section title={t('rating.heard.title')}>
      <Form name="heard" submit={t('rating.heard.submit')} look="second">
        <Field
          name="words"
          kind="long"
          rows={3}
          label={t('rating.heard.words')}
          hint={t('rating.heard.hint')}
          fallback={heard ?? undefined}
        />
      </Form>
    </Section>
  )
}

/** What this person may do about a rating: put right, answer, judge for a rater, hide. */
export const RatingActs = ({ page: { may, heard } }: { page: OneRating }) => {
  const t = useT()
  return (
    <>
      {may.answer ? (
        <Section title={t('rectification.answer.title')}>
          <Form name="answer" submit={t('rectification.answer.submit')}>
            <Field
              name="answer"
              kind="long"
              label={t('rectification.answer.words')}
              hint={t('rectification.answer.hint')}
            />
          </Form>
        </Section>
      ) : null}
      {may.judge ? (
        <Section title={t('rectification.judge.title')}>
          <JudgeForm note={t('rectification.judge.clerk')} />
        </Section>
      ) : null}
      {may.writeDown ? <WriteDown heard={heard} /> : null}
      {may.reply ? (
        <Section title={t('rating.reply.title')}>
          <Form name="reply" submit={t('rating.reply.submit')} look={may.answer ? 'second' : 'first'}>
            <Field
              name="reply"
              kind="long"
              rows={3}
              label={t('rating.reply.words')}
              hint={t('rating.reply.say')}
            />
          </Form>
        </Section>
      ) : null}
      {may.hide ? (
        <FormDetails form="hide" summary={t('rating.hide.title')}>
          <p>{t('rating.hide.say')}</p>
          <Form name="hide" submit={t('rating.hide.submit')} look="danger">
            <Choices
              name="ground"
              legend={t('rating.hide.ground')}
              options={hideGrounds.map((value) => ({ value, label: t(`rating.ground.${value}`) }))}
            />
            <Field name="reason" kind="long" rows={2} label={t('rating.hide.reason')} />
          </Form>
        </FormDetails>
      ) : null}
      {may.restore ? (
        <FormDetails form="restore" summary={t('rating.restore.title')}>
          <p>{t('rating.restore.say')}</p>
          <Form name="restore" submit={t('rating.restore.submit')} look="second">
            <Field name="reason" kind="long" rows={2} label={t('rating.restore.reason')} />
          </Form>
        </FormDetails>
      ) : null}
    </>
  )
}
