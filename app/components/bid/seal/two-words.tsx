import { Fragment } from 'react'
import { useT } from '#app/i18n/use-t.ts'
import type { ShownKeeper } from '#domain/buy/seal/read-keepers.ts'
import { Field } from '../../field.tsx'

type Props = { keepers: readonly ShownKeeper[]; first?: string | null }
/** Two keepers side by side, each with what only he knows; nothing typed here is ever shown again. */
export const TwoWords = ({ keepers, first }: Props) => {
  const t = useT()
  const options = keepers.map(({ id, name, body }) => ({ value: id, label: `${name} · ${body}` }))
  const one = first ?? keepers[0]?.id ?? null
  const other = keepers.find((k) => k.id !== one)?.id ?? null
  return (
    <>
      {(['first', 'second'] as const).map((nth) => (
        <Fragment key={nth}>
          <Field
            name={nth}
            kind="select"
            label={t(`key.${nth}`)}
            options={options}
            fallback={nth === 'first' ? one : other}
          />
          <Field
            name={`${nth}Words`}
            kind="password"
            label={t(`key.${nth}.words`)}
            hint={t('key.words.hint')}
            autoComplete="off"
          />
        </Fragment>
      ))}
    </>
  )
}
