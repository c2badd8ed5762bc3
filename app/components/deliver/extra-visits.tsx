import { useT } from '#app/i18n/use-t.ts'
import type { visitStates } from '#db/vocabulary.ts'
import { FormDetails } from '../card.tsx'
import { Field } from '../field.tsx'
import { Form } from '../form.tsx'
import { Table } from '../table.tsx'
import { VisitTag } from './visit-plan.tsx'

type Extra = { id: string; title: string; reason: string | null; state: (typeof visitStates)[number] }

/** 不定期检查 of the month, each with what it is for. */
export const ExtraVisits = ({ visits }: { visits: readonly Extra[] }) => {
  const t = useT()
  if (visits.length === 0) return <p className="quiet">{t('inspection.extra.none')}</p>
  return (
    <Table
      caption={t('inspection.extra')}
      captionHidden
      columns={[
        { head: t('inspection.project') },
        { head: t('inspection.reason') },
        { head: t('inspection.state') },
      ]}
      rows={visits.map(({ id, title, reason, state }) => ({
        key: id,
        cells: [
          <a key="to" href={`/desk/visits/${id}`}>
            {title}
          </a>,
          reason ?? '',
          <VisitTag key="state" state={state} />,
        ],
      }))}
    />
  )
}

/** A visit beside the plan: which project and why. */
export const AddVisit = ({ running }: { running: ReadonlyArray<{ id: string; title: string }> }) => {
  const t = useT()
  return (
    <FormDetails form="add" summary={t('inspection.add')}>
      <Form name="add" look="second" submit={t('inspection.add.do')}>
        <p className="quiet">{t('inspection.add.hint')}</p>
        <Field
          name="contractId"
          kind="select"
          label={t('inspection.project')}
          options={running.map(({ id, title }) => ({ value: id, label: title }))}
        />
        <Field name="reason" kind="long" rows={2} label={t('inspection.reason')} />
      </Form>
    </FormDetails>
  )
}
