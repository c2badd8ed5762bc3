import { useT } from '#app/i18n/use-t.ts'
import { Links } from './entry.tsx'
import { Field } from './field.tsx'

/** Up to three photographs of what was done; who sees them is said in the hint. */
export const PhotosField = ({ hint }: { hint: string }) => {
  const t = useT()
  return (
    <Field
      name="photos"
      kind="file"
      many
      accept="image/jpeg,image/png,image/webp"
      label={t('diary.photos')}
      hint={hint}
      optional
    />
  )
}

/** Photographs of a visit, one link each: shown when asked for. */
export const PhotoLinks = ({ at, ids }: { at: string; ids: readonly string[] }) => {
  const t = useT()
  if (ids.length === 0) return null
  return <Links links={ids.map((id, i) => ({ to: `${at}/${id}`, label: t('diary.photo', { n: i + 1 }) }))} />
}
