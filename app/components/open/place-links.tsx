import { useLang, useT } from '#app/i18n/use-t.ts'

type Place = { id: string; name: string; nameEn: string | null }

/** Choosing a community: plain links, so that a page can be kept and shared. */
export const PlaceLinks = ({
  to,
  communities,
  chosen,
}: {
  to: string
  communities: readonly Place[]
  chosen: string | null
}) => {
  const t = useT()
  const lang = useLang()
  const named = (p: Place) => (lang === 'en' ? (p.nameEn ?? p.name) : p.name)
  return (
    <nav aria-label={t('place.choose')} className="links print:hidden">
      <a className="hit" href={to} aria-current={chosen ? undefined : 'true'}>
        {t('place.all')}
      </a>
      {communities.map((p) => (
        <a
          key={p.id}
          className="hit"
          href={`${to}?c=${p.id}`}
          aria-current={p.id === chosen ? 'true' : undefined}
        >
          {named(p)}
        </a>
      ))}
    </nav>
  )
}
