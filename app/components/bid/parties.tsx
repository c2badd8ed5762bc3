import { useT } from '#app/i18n/use-t.ts'
import type { Party } from '#domain/buy/proposal/consortium/parties-of.ts'

/** 联合体各方: who won together, with shares and work; nothing where one body stands alone. */
export const Parties = ({ parties }: { parties: readonly Party[] }) => {
  const t = useT()
  if (parties.length === 0) return null
  return (
    <>
      <p className="mb-1">{t('consortium.title')}</p>
      <ul className="list-disc pl-6">
        {parties.map(({ partyId, name, share, duty, leads }) => (
          <li key={partyId}>
            {name} <span className="num">{t('consortium.percent', { n: share })}</span>{' '}
            {leads ? t('consortium.lead.tag') : null} <span className="quiet">{duty}</span>
          </li>
        ))}
      </ul>
    </>
  )
}
