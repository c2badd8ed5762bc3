import { useT } from '#app/i18n/use-t.ts'
import type { NegativeItem } from '#domain/ask/need/negative-list.ts'
import { Note } from '../card.tsx'

/** Which articles bar a need, in words, and where such a matter goes instead. */
export const NegativeHits = ({ hits }: { hits: readonly Pick<NegativeItem, 'id' | 'article' | 'to'>[] }) => {
  const t = useT()
  if (hits.length === 0) return null
  return (
    <Note kind="late">
      <h2>{t('negative.hit.title')}</h2>
      {hits.map((hit) => (
        <p key={hit.id}>
          <b>{hit.article}</b>
          {t('negative.hit.say', { what: t(`negative.${hit.id}`) })} {t(`negative.to.${hit.to}`)}
        </p>
      ))}
    </Note>
  )
}
