import { useT } from '#app/i18n/use-t.ts'
import { FormDetails } from '../../card.tsx'
import { Choices } from '../../choices.tsx'
import { Links } from '../../entry.tsx'
import { Field } from '../../field.tsx'
import { Form } from '../../form.tsx'
import { useFormat } from '../../format.ts'
import { Section } from '../../page.tsx'
import type { DeskMeeting } from './desk-facts.tsx'

type Props = { page: DeskMeeting }

/** The questions asked before the meeting, and one of them with the words to publish and its answer. */
export const AnswerForm = ({ page, chosen }: Props & { chosen: string | null }) => {
  const t = useT()
  const { questions } = page
  const q =
    questions.find((one) => one.id === chosen) ?? questions.find((one) => one.answer === null) ?? questions[0]
  if (!q) return null
  return (
    <Section title={t('meeting.answer.title')}>
      <Links
        links={questions.map((one, at) => ({
          to: `?q=${one.id}`,
          label: `${at + 1}. ${one.shown ?? one.words}${one.answer === null ? '' : ' ✓'}`,
        }))}
      />
      <Form name="answer" look="second" submit={t('meeting.answer.submit')} hidden={{ questionId: q.id }}>
        <blockquote className="whitespace-pre-line">{q.words}</blockquote>
        <Field
          name="shown"
          kind="long"
          rows={2}
          label={t('meeting.answer.shown')}
          fallback={q.shown ?? q.words}
        />
        <Field name="answer" kind="long" rows={3} label={t('meeting.answer.words')} fallback={q.answer} />
      </Form>
    </Section>
  )
}

/** Votes written down so far; any may be taken out again before publishing. */
export const Recorded = ({ page }: Props) => {
  const t = useT()
  const f = useFormat()
  if (page.resolutions.length === 0) return null
  return (
    <Section title={t('meeting.resolutions')}>
      {page.resolutions.map((r) => (
        <div key={r.id} className="card mt-3">
          <p className="mb-1">
            <b>{r.words}</b> {t(r.passed ? 'meeting.passed' : 'meeting.rejected')}
          </p>
          <p className="small num">
            {t('meeting.votes', { yes: r.inFavour, no: r.against, none: r.abstained })}
          </p>
          <ul className="small">
            {page.steps
              .filter((s) => s.resolutionId === r.id)
              .map((s) => (
                <li key={s.id}>
                  {s.words} · {t('meeting.step.due', { party: s.partyName, date: f.day(s.dueOn) })}
                </li>
              ))}
          </ul>
        </div>
      ))}
      <FormDetails form="drop" summary={t('meeting.resolution.drop')}>
        <Form name="drop" look="danger" submit={t('meeting.resolution.drop')}>
          <Field
            name="id"
            kind="select"
            label={t('meeting.step.of')}
            options={page.resolutions.map((r) => ({ value: r.id, label: r.words }))}
          />
        </Form>
      </FormDetails>
    </Section>
  )
}

export const ResolutionForm = ({ page }: Props) => {
  const t = useT()
  return (
    <Section title={t('meeting.resolution.title')}>
      <Form name="vote" look="second" submit={t('meeting.resolution.submit')}>
        <Choices
          name="itemId"
          legend={t('meeting.resolution.item')}
          options={page.items.map((i) => ({ value: i.id, label: i.title }))}
        />
        <Field name="words" kind="long" rows={2} label={t('meeting.resolution.words')} />
        <Field name="inFavour" kind="number" label={t('meeting.resolution.yes')} />
        <Field name="against" kind="number" label={t('meeting.resolution.no')} />
        <Field name="abstained" kind="number" label={t('meeting.resolution.none')} />
      </Form>
    </Section>
  )
}

export const StepForm = ({ page }: Props) => {
  const t = useT()
  const passed = page.resolutions.filter((r) => r.passed)
  if (passed.length === 0) return null
  return (
    <Section title={t('meeting.step.title')}>
      <Form name="step" look="second" submit={t('meeting.step.submit')}>
        <Field
          name="resolutionId"
          kind="select"
          label={t('meeting.step.of')}
          options={passed.map((r) => ({ value: r.id, label: r.words }))}
        />
        <Field name="words" label={t('meeting.step.words')} />
        <Field
          name="partyId"
          kind="select"
          label={t('meeting.step.party')}
          options={page.doers.map((p) => ({ value: p.id, label: p.name }))}
        />
        <Field name="dueOn" kind="date" label={t('meeting.step.dueOn')} />
      </Form>
    </Section>
  )
}

export const MinutesForm = ({ page }: Props) => {
  const t = useT()
  return (
    <Section title={t('meeting.minutes')}>
      <Form name="minutes" submit={t('meeting.minutes.submit')}>
        <Field
          name="minutes"
          kind="long"
          rows={10}
          label={t('meeting.minutes.label')}
          hint={t('meeting.minutes.hint')}
          fallback={page.meeting.minutes}
        />
      </Form>
    </Section>
  )
}

export const FileForm = ({ page }: Props) => {
  const t = useT()
  return (
    <Section title={t('meeting.file.title')}>
      <Links
        links={page.papers.map((p) => ({
          to: `/meetings/${page.meeting.id}/files/${p.id}`,
          label: p.open ? p.name : `${p.name} · ${t('meeting.paper.closed')}`,
        }))}
      />
      <Form name="attach" look="second" files submit={t('meeting.file.submit')}>
        <Field
          name="file"
          kind="file"
          label={t('meeting.file.label')}
          hint={t('meeting.file.hint')}
          accept=".pdf,.jpg,.jpeg,.png,.webp"
        />
        <Choices
          name="kind"
          legend={t('meeting.file.kind')}
          options={[
            { value: 'open', label: t('meeting.file.open') },
            { value: 'closed', label: t('meeting.file.closed') },
          ]}
        />
      </Form>
    </Section>
  )
}
