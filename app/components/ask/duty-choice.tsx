import { useT } from '#app/i18n/use-t.ts'
import { OUTSIDE_LIST } from '#db/vocabulary.ts'
import { Field } from '../field.tsx'

type DutyRow = { code: string; kind: string; title: string; ground: string }
type Props = {
  duties: readonly DutyRow[]
  label: string
  hint: string
  fallback?: string | null | undefined
  /** Whether “no row of the list” may be chosen too. */
  outside?: boolean
}

/** A row of the responsibility list, chosen and not invented. */
export const DutyChoice = ({ duties, label, hint, fallback, outside = false }: Props) => {
  const t = useT()
  const rows = duties.map((d) => ({
    value: d.code,
    label: t('duty.row', { ...d, kind: t(`duty.${d.kind}` as 'duty.autonomy') }),
  }))
  return (
    <Field
      name="duty"
      kind="select"
      label={label}
      hint={hint}
      fallback={fallback}
      options={outside ? [...rows, { value: OUTSIDE_LIST, label: t('duty.outside') }] : rows}
    />
  )
}

/** 权责归类: under which row a matter is done, asked before anybody takes it on or answers it. */
export const WhoseDuty = ({ duties, fallback }: Pick<Props, 'duties' | 'fallback'>) => {
  const t = useT()
  return (
    <DutyChoice
      duties={duties}
      label={t('duty.whose')}
      hint={t('duty.whose.hint')}
      fallback={fallback}
      outside
    />
  )
}
