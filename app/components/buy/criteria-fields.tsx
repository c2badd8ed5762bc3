import { useT } from '#app/i18n/use-t.ts'
import type { TenderFacts } from '#domain/buy/tender/find-tender.ts'
import { Field } from '../field.tsx'
import { useReply } from '../reply.ts'

type Row = TenderFacts['criteria'][number]
const levels = ['A', 'B', 'C', 'D'] as const
const kinds = ['formula', 'subjective', 'objective'] as const

const Criterion = ({ at, row }: { at: number; row?: Row }) => {
  const t = useT()
  const reply = useReply()
  const name = (field: string) => `criteria[${at}].${field}`
  const parts = [
    'name',
    'kind',
    'max',
    'items',
    'guidance',
    'bands.A',
    'bands.B',
    'bands.C',
    'bands.D',
    'levels.A',
    'levels.B',
    'levels.C',
    'levels.D',
  ]
  const wrong = parts.some((part) => reply.errors(name(part)).length > 0)
  const title = row ? t('criteria.row', { name: row.name, n: row.max }) : t('criteria.new')
  return (
    <details open={wrong} className="border-t border-hair py-2">
      <summary>{title}</summary>
      {row ? <input type="hidden" name={name('code')} value={row.code} /> : null}
      <div className="grid gap-4 md:grid-cols-2">
        <Field
          name={name('name')}
          label={t('criteria.name')}
          hint={t('criteria.name.hint')}
          fallback={row?.name}
        />
        <Field
          name={name('kind')}
          kind="select"
          label={t('criteria.kind')}
          fallback={row?.kind ?? 'subjective'}
          options={kinds.map((kind) => ({ value: kind, label: t(`criteria.kind.${kind}`) }))}
        />
        <Field name={name('max')} kind="number" label={t('criteria.max')} fallback={row?.max} />
        <Field name={name('items')} kind="number" label={t('criteria.items')} fallback={row?.items ?? 1} />
      </div>
      <div className="mt-4 grid grid-cols-2 gap-4 md:grid-cols-4">
        {levels.map((level) => (
          <Field
            key={level}
            name={name(`bands.${level}`)}
            kind="number"
            label={t(`criteria.band.${level}`)}
            fallback={row?.bands?.[level]}
          />
        ))}
      </div>
      <div className="mt-4 grid gap-4 md:grid-cols-2">
        {levels.map((level) => (
          <Field
            key={level}
            name={name(`levels.${level}`)}
            optional
            label={t('criteria.level', { band: t(`criteria.band.${level}`) })}
            fallback={row?.levels?.[level]}
          />
        ))}
      </div>
      <div className="mt-4">
        <Field
          name={name('guidance')}
          kind="long"
          rows={2}
          label={t('criteria.guidance')}
          fallback={row?.guidance}
        />
      </div>
    </details>
  )
}

/** 评分表: every factor's row, and two empty ones; a row without a name is taken out. */
export const CriteriaFields = ({ criteria }: { criteria: readonly Row[] }) => (
  <>
    {criteria.map((row, at) => (
      <Criterion key={row.id} at={at} row={row} />
    ))}
    {[0, 1].map((more) => (
      <Criterion key={`new-${more}`} at={criteria.length + more} />
    ))}
  </>
)
