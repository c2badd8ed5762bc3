import { useT } from '#app/i18n/use-t.ts'

export type Option = { value: string; label: string }
export type ControlKind =
  | 'text'
  | 'long'
  | 'number'
  | 'money'
  | 'date'
  | 'datetime'
  | 'select'
  | 'file'
  | 'phone'
  | 'code'
  | 'password'
export type ControlProps = {
  id: string
  name: string
  kind?: ControlKind
  value: string
  described: string | undefined
  invalid: boolean
  rows?: number
  options?: readonly Option[]
  accept?: string
  many?: boolean
  short?: boolean
  autoComplete?: string
  /** A telephone opens its camera or its recorder at once. */
  capture?: boolean
}

const types: Partial<Record<ControlKind, string>> = {
  date: 'date',
  datetime: 'datetime-local',
  phone: 'tel',
  password: 'password',
}
const modes: Partial<Record<ControlKind, 'numeric' | 'decimal'>> = {
  number: 'decimal',
  money: 'decimal',
  code: 'numeric',
}
const narrow: readonly ControlKind[] = ['number', 'money', 'date', 'datetime', 'code', 'phone']

const Select = ({
  options = [],
  value,
  ...rest
}: {
  options?: readonly Option[]
  value: string
  id: string
}) => {
  const t = useT()
  return (
    <select {...rest} defaultValue={value}>
      <option value="">{t('form.choose')}</option>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  )
}

/** The control itself; typed numbers stay text so that nothing is lost or rounded on the way. */
export const Control = (props: ControlProps) => {
  const {
    id,
    name,
    kind = 'text',
    value,
    described,
    invalid,
    rows,
    options,
    accept,
    many,
    short,
    autoComplete,
    capture,
  } = props
  const t = useT()
  const look = `input${short || narrow.includes(kind) ? ' short' : ''}${modes[kind] ? ' num' : ''}`
  const shared = {
    id,
    name,
    className: look,
    'aria-describedby': described,
    'aria-invalid': invalid || undefined,
    autoComplete: autoComplete ?? (kind === 'code' ? 'one-time-code' : kind === 'phone' ? 'tel' : undefined),
  }
  if (kind === 'long') return <textarea {...shared} rows={rows ?? 4} defaultValue={value} />
  if (kind === 'select') return <Select {...shared} options={options} value={value} />
  if (kind === 'file')
    return <input {...shared} type="file" accept={accept} multiple={many} capture={capture} />
  const input = (
    <input
      {...shared}
      type={types[kind] ?? 'text'}
      inputMode={modes[kind]}
      defaultValue={kind === 'password' ? undefined : value}
    />
  )
  return kind === 'money' ? (
    <span className="yuan">
      {input}
      <span>{t('form.money.unit')}</span>
    </span>
  ) : (
    input
  )
}
