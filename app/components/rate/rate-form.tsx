import { useT } from '#app/i18n/use-t.ts'
import type { RatePage } from '#domain/rate/rating/rate-page.ts'
import { Choices } from '../choices.tsx'
import { Confirmation } from '../confirmation.tsx'
import { Field } from '../field.tsx'
import { Form } from '../form.tsx'
import { useFormat } from '../format.ts'
import { Page, Section } from '../page.tsx'

const levels = [5, 4, 3, 2, 1] as const
export const levelKey = (level: number) => `rating.level.${level as 1}` as const

/** Five levels in words, the kindest first. */
export const LevelChoices = () => {
  const t = useT()
  return (
    <Choices
      name="level"
      legend={t('rating.question')}
      options={levels.map((level) => ({ value: String(level), label: t(levelKey(level)) }))}
    />
  )
}

/** The one question, and room for words and a picture. */
export const RateForm = ({ page }: { page: RatePage }) => {
  const t = useT()
  return (
    <Page
      narrow
      eyebrow={page.supplier}
      title={t('rating.title')}
      lead={t('rating.lead', { supplier: page.supplier, title: page.title })}
    >
      <p className="quiet small">{t('rating.aloud')}</p>
      <Form name="rate" files submit={t('rating.submit')}>
        <LevelChoices />
        <Field
          name="words"
          kind="long"
          rows={3}
          label={t('rating.words')}
          hint={t('rating.words.hint')}
          optional
        />
        <Field
          name="photo"
          kind="file"
          accept="image/jpeg,image/png,image/webp"
          label={t('rating.photo')}
          hint={t('rating.photo.hint')}
          optional
        />
        <Field
          name="voice"
          kind="file"
          accept="audio/*"
          capture
          label={t('rating.voice')}
          hint={t('rating.voice.hint')}
          note={t('rating.promise')}
          optional
        />
      </Form>
    </Page>
  )
}

/** It is said: what was said, what follows, and the rater's word on what was put right. */
export const RateThanks = ({ page }: { page: RatePage }) => {
  const t = useT()
  const f = useFormat()
  const { said, fix } = page
  const level = t(levelKey(said!.level))
  const next = fix
    ? t('rating.thanks.next.bad', { date: f.day(new Date(new Date(fix.dueAt).getTime() - 1)) })
    : t('rating.thanks.next.good')
  return (
    <>
      <Confirmation
        title={t('rating.thanks')}
        said={t('rating.thanks.said', { title: page.title, level })}
        facts={[
          ...(said!.words ? [{ term: t('rating.words'), text: said!.words }] : []),
          ...(said!.spoken ? [{ term: t('rating.voice'), text: said!.heard ?? t('rating.voice.kept') }] : []),
          ...(said!.reply ? [{ term: t('rating.reply.org'), text: said!.reply }] : []),
          ...(fix ? [{ term: t('rectification.title'), text: t(`rectification.state.${fix.state}`) }] : []),
          ...(fix?.answer ? [{ term: t('rectification.answer.title'), text: fix.answer }] : []),
        ]}
        next={[{ term: fix ? t('rectification.title') : t('rating.thanks.next'), text: next }]}
      />
      {fix?.state === 'answered' ? (
        <div className="narrow">
          <Section title={t('rectification.judge.title')}>
            <JudgeForm />
          </Section>
        </div>
      ) : null}
    </>
  )
}

/** 改好了吗: yes, or no and why. */
export const JudgeForm = ({ note }: { note?: string }) => {
  const t = useT()
  return (
    <Form name="judge" submit={t('rectification.judge.submit')}>
      {note ? <p className="quiet">{note}</p> : null}
      <Choices
        name="judged"
        legend={t('rectification.judge.title')}
        options={[
          { value: 'accept', label: t('rectification.judge.accept') },
          { value: 'reopen', label: t('rectification.judge.reopen') },
        ]}
      />
      <Field
        name="words"
        kind="long"
        rows={2}
        label={t('rectification.judge.words')}
        hint={t('rectification.judge.words.hint')}
        optional
      />
    </Form>
  )
}
