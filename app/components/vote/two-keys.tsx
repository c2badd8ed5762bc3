import { Fragment } from 'react'
import { Field } from '#app/components/field.tsx'
import { useT } from '#app/i18n/use-t.ts'
import type { ShownTrustee } from '#domain/ask/vote/trustees/read-trustees.ts'

/** Two keepers side by side, each with what only he knows; nothing typed here is ever shown again. */
export const TwoKeys = ({ trustees }: { trustees: readonly ShownTrustee[] }) => {
  const t = useT()
  const options = trustees.map(({ id, name, body }) => ({ value: id, label: `${name} · ${body}` }))
  return (
    <>
      {(['first', 'second'] as const).map((nth, i) => (
        <Fragment key={nth}>
          <Field
            name={nth}
            kind="select"
            label={t(`key.${nth}`)}
            options={options}
            fallback={trustees[i]?.id ?? null}
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
