import { useT } from '#app/i18n/use-t.ts'
import { burdenKinds } from '#db/vocabulary.ts'
import type { readBurdenEntry } from '#domain/ask/suggestion/burden/read-entry.ts'
import { FormDetails } from '../card.tsx'
import { Choices } from '../choices.tsx'
import { Field } from '../field.tsx'
import { Form } from '../form.tsx'
import { Table } from '../table.tsx'
import { hoursOf } from './burden-tables.tsx'
import { WhoseDuty } from './duty-choice.tsx'

type Entry = Awaited<ReturnType<typeof readBurdenEntry>>

/** What is asked of one table, certificate, ledger or report. */
export const BurdenFields = ({ months, duties }: Pick<Entry, 'months' | 'duties'>) => {
  const t = useT()
  return (
    <>
      <Field
        name="month"
        kind="select"
        label={t('burden.month')}
        fallback={months[0]}
        options={months.map((m) => ({ value: m, label: m }))}
      />
      <Field name="office" label={t('burden.office')} hint={t('burden.office.hint')} />
      <Choices
        name="kind"
        legend={t('burden.kind')}
        fallback="table"
        options={burdenKinds.map((k) => ({ value: k, label: t(`burden.kind.${k}`) }))}
      />
      <Field name="name" label={t('burden.name')} hint={t('burden.name.hint')} />
      <Field name="copies" kind="number" short label={t('burden.copies')} hint={t('burden.copies.hint')} />
      <Field name="hours" short label={t('burden.hours')} hint={t('burden.hours.hint')} />
      <WhoseDuty duties={duties} />
    </>
  )
}

/** What was entered; a mistake is struck out with its reason, here, and stays to be read. */
export const BurdenRows = ({ rows }: Pick<Entry, 'rows'>) => {
  const t = useT()
  return (
    <>
      <Table
        captionHidden
        caption={t('burden.entered')}
        columns={(['name', 'month', 'office', 'kind', 'copies', 'hours', 'duty'] as const).map((c) => ({
          head: t(`burden.${c}`),
        }))}
        rows={rows.map((r) => ({
          key: r.id,
          cells: [
            r.struckReason ? <s key={r.id}>{r.name}</s> : r.name,
            ...[r.month, r.office, t(`burden.kind.${r.kind}`), r.copies, hoursOf(r.minutes)],
            r.struckReason
              ? t('burden.struck', { reason: r.struckReason })
              : (r.duty ?? t('burden.duty.outside')),
          ],
        }))}
      />
      {rows.some((r) => !r.struckReason) ? (
        <FormDetails form="strike" summary={t('burden.strike')}>
          <Form name="strike" look="second" submit={t('burden.strike.submit')}>
            <Field
              name="id"
              kind="select"
              label={t('burden.strike.which')}
              options={rows
                .filter((r) => !r.struckReason)
                .map((r) => ({ value: r.id, label: `${r.month} ${r.office} ${r.name}` }))}
            />
            <Field name="reason" kind="long" rows={2} label={t('ask.reason')} />
          </Form>
        </FormDetails>
      ) : null}
    </>
  )
}
