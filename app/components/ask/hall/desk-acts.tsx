import { useT } from '#app/i18n/use-t.ts'
import { Acts, ButtonLink } from '../../button.tsx'
import { FormDetails } from '../../card.tsx'
import { Links } from '../../entry.tsx'
import { Field } from '../../field.tsx'
import { Form } from '../../form.tsx'
import { useFormat } from '../../format.ts'
import { Section } from '../../page.tsx'
import type { DeskMeeting } from './desk-facts.tsx'
import { noticeSays } from './rule-table.tsx'

type Props = { page: DeskMeeting }

const Call = ({ page }: Props) => {
  const t = useT()
  const f = useFormat()
  return (
    <Section title={t('meeting.call.title')}>
      <p>
        {t('meeting.call.lead', { notice: noticeSays(t, page.meeting.rule), date: f.date(page.earliest) })}
      </p>
      <Form name="call" submit={t('meeting.call.submit')} />
    </Section>
  )
}
const Change = ({ page }: Props) => {
  const t = useT()
  const f = useFormat()
  const called = page.meeting.state === 'called'
  return (
    <>
      {called ? (
        <FormDetails form="postpone" summary={t('meeting.postpone.title')}>
          <Form name="postpone" look="second" submit={t('meeting.postpone.submit')}>
            <Field
              name="startsAt"
              kind="datetime"
              label={t('meeting.again.starts')}
              hint={t('meeting.new.earliest', { date: f.date(page.earliest) })}
            />
            <Field name="place" label={t('meeting.new.place')} fallback={page.meeting.place} />
            <Field name="reason" kind="long" label={t('meeting.reason')} />
          </Form>
        </FormDetails>
      ) : null}
      <FormDetails form="cancel" summary={t('meeting.cancel.title')}>
        <Form name="cancel" look="danger" submit={t('meeting.cancel.submit')}>
          <Field name="reason" kind="long" label={t('meeting.reason')} />
        </Form>
      </FormDetails>
    </>
  )
}
const Publish = () => {
  const t = useT()
  return (
    <Section title={t('meeting.publish.title')}>
      <p className="quiet">{t('meeting.publish.lead')}</p>
      <Form name="publish" submit={t('meeting.publish.submit')} />
    </Section>
  )
}
const Report = () => {
  const t = useT()
  return (
    <Section title={t('meeting.report.title')}>
      <Form name="report" submit={t('meeting.report.submit')}>
        <Field name="report" kind="long" label={t('meeting.report.label')} />
      </Form>
    </Section>
  )
}
const Again = ({ page }: Props) => {
  const t = useT()
  const f = useFormat()
  return (
    <Section title={t('meeting.again.title')}>
      <Form name="again" submit={t('meeting.again.submit')}>
        <Field
          name="startsAt"
          kind="datetime"
          label={t('meeting.again.starts')}
          hint={t('meeting.new.earliest', { date: f.date(page.earliest) })}
        />
      </Form>
    </Section>
  )
}
const Cite = ({ page }: Props) => {
  const t = useT()
  const passed = page.resolutions.filter((r) => r.passed)
  if (passed.length === 0 || page.writing.length === 0) return null
  return (
    <FormDetails form="cite" summary={t('meeting.cite.title')}>
      <Form name="cite" look="second" submit={t('meeting.cite.submit')}>
        <Field
          name="needId"
          kind="select"
          label={t('meeting.cite.need')}
          options={page.writing.map((n) => ({ value: n.id, label: n.title }))}
        />
        <Field
          name="resolutionId"
          kind="select"
          label={t('meeting.step.of')}
          options={passed.map((r) => ({ value: r.id, label: r.words }))}
        />
      </Form>
    </FormDetails>
  )
}

/** What may be done with a meeting now, by this seat: one thing first, the rest folded. */
export const DeskActs = ({ page }: Props) => {
  const t = useT()
  const { meeting: m, keeps, records, directs, steps } = page
  const draft = m.state === 'draft'
  return (
    <>
      {draft && directs ? <Call page={page} /> : null}
      <Acts>
        {draft && keeps ? (
          <ButtonLink look="second" to={`/desk/meetings/${m.id}/edit`}>
            {t('meeting.edit')}
          </ButtonLink>
        ) : null}
        {m.state === 'called' && keeps && page.dayCome ? (
          <ButtonLink to={`/desk/meetings/${m.id}/attendance`}>{t('meeting.attendance')}</ButtonLink>
        ) : null}
        {(m.state === 'called' || m.state === 'held') && records ? (
          <ButtonLink look={m.state === 'held' ? 'first' : 'second'} to={`/desk/meetings/${m.id}/minutes`}>
            {t(m.state === 'held' ? 'meeting.minutes.title' : 'meeting.answer.title')}
          </ButtonLink>
        ) : null}
        {m.noticedAt ? (
          <ButtonLink look="second" to={`/meetings/${m.id}/notice`}>
            {t('meeting.notice.print')}
          </ButtonLink>
        ) : null}
      </Acts>
      {m.state === 'held' && page.publishes ? <Publish /> : null}
      {m.state === 'resolved' ? (
        <Links
          links={steps
            .filter((s) => s.mine && !s.doneAt)
            .map((s) => ({ to: `/desk/meetings/${m.id}/steps/${s.id}`, label: s.words }))}
        />
      ) : null}
      {m.state === 'executed' && directs ? <Report /> : null}
      {m.state === 'no_quorum' && keeps ? <Again page={page} /> : null}
      {m.publishedAt && keeps ? <Cite page={page} /> : null}
      {directs && (draft || m.state === 'called') ? <Change page={page} /> : null}
    </>
  )
}
