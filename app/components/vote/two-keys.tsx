import { Fragment } from 'react'
import { Note } from '#app/components/card.tsx'
import { Field } from '#app/components/field.tsx'
import { useT } from '#app/i18n/use-t.ts'
import type { ShownTrustee } from '#domain/ask/vote/trustees/read-trustees.ts'

/** Two keepers side by side, each with what only he knows; nothing typed here is ever shown again. */
export const TwoKeys = ({ trustees }: { trustees: readonly ShownTrustee[] }) => {
  const t = useT()
  const options = trustees.map(({ id, name, body }) => ({ value: id, label: `${name} · ${body}` }))
  const offered = trustees.find((one) => one.offered)
  return (
    <>
      {offered ? <Note kind="done">{t('key.offered', { name: offered.name })}</Note> : null}
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
            optional={trustees.some((one) => one.offered)}
            autoComplete="off"
          />
        </Fragment>
      ))}
    </>
  )
}
