import { useT } from '#app/i18n/use-t.ts'
import type { readPanelDesk } from '#domain/buy/evaluation/read-panel.ts'
import { Choices } from '../choices.tsx'
import { Field } from '../field.tsx'
import { Form } from '../form.tsx'

type Desk = { desk: Awaited<ReturnType<typeof readPanelDesk>> }

/** 抽取: how many experts by lot, and who sits for the buyer and the centre. */
export const DrawForm = ({ desk }: Desk) => {
  const { least, bodies } = desk
  const t = useT()
  return (
    <Form name="draw" submit={t('panel.draw.do')}>
      <Field
        name="experts"
        kind="number"
        label={t('panel.draw.experts')}
        hint={t('panel.draw.experts.hint', { size: least.size, experts: least.experts })}
        fallback={least.experts}
      />
      <Field
        name="buyerRepId"
        kind="select"
        optional
        label={t('panel.draw.buyer')}
        hint={t('panel.draw.buyer.hint')}
        options={bodies.buyer.map((p) => ({ value: p.id, label: `${p.name} ${t(`role.${p.role}`)}` }))}
      />
      <Field
        name="centreRepId"
        kind="select"
        optional
        label={t('panel.draw.centre')}
        options={bodies.centre.map((p) => ({ value: p.id, label: `${p.name} ${t(`role.${p.role}`)}` }))}
      />
      {desk.fields.length > 0 ? (
        <Field
          name="field"
          kind="select"
          optional
          label={t('draw.field')}
          hint={t('panel.draw.field.hint')}
          options={desk.fields.map((name) => ({ value: name, label: name }))}
        />
      ) : null}
      <Choices
        name="resident"
        legend={t('panel.draw.resident')}
        hint={t('panel.draw.resident.hint')}
        fallback="no"
        options={[
          { value: 'no', label: t('panel.draw.resident.no') },
          { value: 'yes', label: t('panel.draw.resident.yes') },
        ]}
      />
    </Form>
  )
}

/** A body names another for a member of its own who stood down. */
export const StandInForm = ({ desk: { bodies, empty } }: Desk) => {
  const t = useT()
  const fit = [
    ...(empty.includes('buyer') ? bodies.buyer : []),
    ...(empty.includes('centre') ? bodies.centre : []),
  ]
  if (fit.length === 0) return null
  return (
    <Form name="standIn" submit={t('panel.stand-in.do')}>
      <Field
        name="personId"
        kind="select"
        label={t('panel.stand-in')}
        options={fit.map((p) => ({ value: p.id, label: `${p.name} ${t(`role.${p.role}`)}` }))}
      />
    </Form>
  )
}
