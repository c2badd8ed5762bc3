import type { Key } from '#app/i18n/index.ts'
import { useT } from '#app/i18n/use-t.ts'
import { categories, itemTypes, OUTSIDE_LIST } from '#db/vocabulary.ts'
import { Choices } from '../choices.tsx'
import { Field } from '../field.tsx'
import { WhoseDuty } from './duty-choice.tsx'

type Entry = { id: string; code: string; name: string; category: string | null }
type Written = {
  title: string
  category: string
  itemType: string
  gridIds: string[] | null
  evidence: string
  targetGroup: string
  beneficiaries: number | null
  outcome: string
  estimate: number | null
  urgency: number
  severity: number
  catalogueId: string | null
  startsOn: string | null
  endsOn: string | null
}
type Props = {
  need: (Written & { dutyOutside: boolean }) | null
  duties: Parameters<typeof WhoseDuty>[0]['duties']
  duty: { code: string } | null
  grids: ReadonlyArray<{ id: string; name: string }>
  entries: readonly Entry[]
}
const levels = ['1', '2', '3', '4', '5']

/** What a committee writes of a need. */
export const NeedFields = ({ need, grids, entries, duties, duty }: Props) => {
  const t = useT()
  const level = (name: 'urgency' | 'severity') => (
    <Field
      name={name}
      kind="select"
      label={t(`need.${name}`)}
      hint={t(`need.${name}.hint`)}
      fallback={need?.[name] ?? 3}
      options={levels.map((n) => ({ value: n, label: n }))}
    />
  )
  return (
    <>
      <Field name="title" label={t('need.title')} hint={t('need.title.hint')} fallback={need?.title} />
      <Field
        name="category"
        kind="select"
        label={t('need.category')}
        fallback={need?.category}
        options={categories.map((c) => ({ value: c, label: t(`category.${c}`) }))}
      />
      <Choices
        name="itemType"
        legend={t('need.item-type')}
        fallback={need?.itemType ?? 'service'}
        options={itemTypes.map((type) => ({
          value: type,
          label: t(`item-type.${type}`),
          note: t(`item-type.note.${type}` as Key),
        }))}
      />
      <WhoseDuty duties={duties} fallback={duty?.code ?? (need?.dutyOutside ? OUTSIDE_LIST : null)} />
      <Field
        name="evidence"
        kind="long"
        label={t('need.evidence')}
        hint={t('need.evidence.hint')}
        fallback={need?.evidence}
      />
      <Field
        name="targetGroup"
        label={t('need.target-group')}
        hint={t('need.target-group.hint')}
        fallback={need?.targetGroup}
      />
      <Field
        name="beneficiaries"
        kind="number"
        label={t('need.beneficiaries')}
        fallback={need?.beneficiaries}
      />
      <Field
        name="outcome"
        kind="long"
        label={t('need.outcome')}
        hint={t('need.outcome.hint')}
        fallback={need?.outcome}
      />
      <Field
        name="estimate"
        kind="money"
        label={t('need.estimate')}
        hint={t('need.estimate.hint')}
        fallback={need?.estimate == null ? null : need.estimate / 100}
      />
      <Field
        name="startsOn"
        kind="date"
        label={t('need.starts')}
        hint={t('need.dates.hint')}
        fallback={need?.startsOn}
        optional
      />
      <Field name="endsOn" kind="date" label={t('need.ends')} fallback={need?.endsOn} optional />
      <Choices
        many
        name="gridIds"
        legend={t('need.grids')}
        hint={t('need.grids.hint')}
        fallback={need?.gridIds ?? []}
        options={grids.map((g) => ({ value: g.id, label: g.name }))}
      />
      {level('urgency')}
      {level('severity')}
      <Field
        name="catalogueId"
        kind="select"
        label={t('need.catalogue')}
        hint={t('need.catalogue.hint')}
        fallback={need?.catalogueId}
        optional
        options={entries.map((e) => ({ value: e.id, label: `${e.code} ${e.name}` }))}
      />
    </>
  )
}
