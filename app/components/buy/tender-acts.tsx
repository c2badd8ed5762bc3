import { useT } from '#app/i18n/use-t.ts'
import type { tenderDesk } from '#domain/buy/tender/tender-desk.ts'
import { Note } from '../card.tsx'
import { Choices, Tick } from '../choices.tsx'
import { Field } from '../field.tsx'
import { Form } from '../form.tsx'
import { useFormat } from '../format.ts'
import { Section } from '../page.tsx'
import { TaskList } from '../task-list.tsx'

export type TenderDesk = Awaited<ReturnType<typeof tenderDesk>>
type Desk = { desk: TenderDesk }

/** What the writer still has to do before someone else reads it. */
export const ToDo = ({ desk: { tender, earliest, asksIntention, intentionUntil, may } }: Desk) => {
  const t = useT()
  const f = useFormat()
  if (!may.write) return null
  const total = Math.round(tender.criteria.reduce((sum, c) => sum + c.max * 100, 0)) / 100
  const path = `/desk/tenders/${tender.id}`
  return (
    <Section title={t('tender.todo')}>
      <TaskList
        tasks={[
          { title: t('tender.edit'), to: `${path}/edit`, state: t('tender.todo.written'), kind: 'done' },
          {
            title: t('criteria.title'),
            to: `${path}/criteria`,
            state: t('tender.todo.points', { n: f.number(total) }),
            kind: total === 100 ? 'done' : 'wait',
          },
          {
            title: t('seal.todo'),
            to: `${path}/key`,
            state: t(`seal.todo.${tender.sealMode}`),
            kind: 'plain',
          },
          {
            title: t('document.title'),
            to: `${path}/documents`,
            state: t('document.count', { n: tender.documents.length }),
            kind: tender.documents.length > 0 ? 'done' : 'plain',
          },
        ]}
      />
      <Note>{t('tender.todo.earliest', { earliest: f.date(earliest) })}</Note>
      {asksIntention ? (
        <Note kind={intentionUntil ? 'plain' : 'wait'}>
          {intentionUntil
            ? t('tender.todo.intention', { on: f.date(intentionUntil) })
            : t('tender.todo.no-intention')}
        </Note>
      ) : null}
      <Form name="submit" submit={t('tender.submit')} />
    </Section>
  )
}

/** Whoever did not write it reads it, and publishes or sends it back. */
export const ReviewTender = ({ desk: { may, earliest, wanting } }: Desk) => {
  const t = useT()
  const f = useFormat()
  if (!may.publish) return null
  return (
    <Section title={t('tender.review')} aside={t('tender.review.hint')}>
      <Note>{t('tender.todo.earliest', { earliest: f.date(earliest) })}</Note>
      {wanting.length === 0 ? (
        <Form name="publish" submit={t('tender.publish')}>
          <Tick name="read">{t('tender.review.read')}</Tick>
        </Form>
      ) : null}
      <details className="mt-6">
        <summary>{t('tender.return')}</summary>
        <Form name="return" look="second" submit={t('tender.return.do')}>
          <Field name="reason" kind="long" label={t('plan.decline.reason')} />
        </Form>
      </details>
    </Section>
  )
}

/** Ending a purchase, with a reason everyone reads. */
export const CancelTender = ({ desk: { endGrounds } }: Desk) => {
  const t = useT()
  return (
    <details className="mt-8">
      <summary>{t('tender.cancel')}</summary>
      <p className="small quiet">{t('tender.cancel.hint')}</p>
      <Form name="cancel" look="danger" submit={t('tender.cancel.do')}>
        <Choices
          name="ground"
          legend={t('end.ground')}
          options={endGrounds.map(({ code, source }) => ({
            value: code,
            label: t(`end.ground.${code as 'withdrawn'}`),
            note: source,
          }))}
        />
        <Field name="reason" kind="long" label={t('tender.cancel.reason')} note={t('end.told')} />
      </Form>
    </details>
  )
}
