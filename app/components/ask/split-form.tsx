import { useT } from '#app/i18n/use-t.ts'
import { FormDetails } from '../card.tsx'
import { Choices } from '../choices.tsx'
import { Field } from '../field.tsx'
import { Form } from '../form.tsx'

type Props = {
  need: { title: string; targetGroup: string; gridIds: string[] | null }
  grids: ReadonlyArray<{ id: string; name: string }>
}
/** Parting a need in two: what the part is called, for whom, where and for how much. */
export const SplitForm = ({ need, grids }: Props) => {
  const t = useT()
  const within = grids.filter((g) => (need.gridIds ?? []).length === 0 || need.gridIds?.includes(g.id))
  return (
    <FormDetails form="split" summary={t('need.split')}>
      <Form name="split" submit={t('need.split')} look="second">
        <p className="small quiet">{t('need.split.hint')}</p>
        <Field name="title" label={t('need.split.title')} hint={t('need.title.hint')} />
        <Field name="targetGroup" label={t('need.target-group')} fallback={need.targetGroup} />
        <Field name="beneficiaries" kind="number" label={t('need.beneficiaries')} />
        <Field name="estimate" kind="money" label={t('need.split.estimate')} />
        {within.length > 0 ? (
          <Choices
            many
            name="gridIds"
            legend={t('need.split.grids')}
            fallback={[]}
            options={within.map((g) => ({ value: g.id, label: g.name }))}
          />
        ) : null}
        <Field name="reason" kind="long" rows={2} label={t('ask.reason')} />
      </Form>
    </FormDetails>
  )
}
