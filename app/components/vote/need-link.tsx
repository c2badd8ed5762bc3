import { useLang, useT } from '#app/i18n/use-t.ts'
import type { SlateItem } from '#domain/ask/vote/find-round.ts'

type Props = { item: SlateItem; className?: string }
/** An item's name, which leads to its need; one that stands alone leads nowhere and gives its number. */
export const NeedLink = ({ item, className }: Props) => {
  const lang = useLang()
  const title = lang === 'en' ? (item.titleEn ?? item.title) : item.title
  if (item.needId)
    return (
      <a className={className} href={`/needs/${item.needId}`}>
        {title}
      </a>
    )
  return (
    <span className={className}>
      {title}
      {title === item.refNo ? null : <small className="block quiet font-normal">{item.refNo}</small>}
    </span>
  )
}

/** 为了谁: whom an item serves; of a project from a file nothing is known. */
export const Served = ({ item: { targetGroup, beneficiaries } }: Props) => {
  const t = useT()
  if (targetGroup === null) return <>{t('own.served')}</>
  return <>{t('ballot.served', { group: targetGroup, n: beneficiaries ?? 0 })}</>
}
