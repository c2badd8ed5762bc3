import { useT } from '#app/i18n/use-t.ts'
import type { Own } from '#domain/buy/proposal/read-own.ts'
import { useFormat } from '../format.ts'
import { Tag } from '../tag.tsx'

/** Each party, its share, and whether its signer has said yes to the terms as they stand. */
export const ConsortiumState = ({ own: { body, allies, supplier } }: { own: Own }) => {
  const t = useT()
  const f = useFormat()
  const terms = body.consortium
  if (!terms) return null
  return (
    <ul className="tasks">
      <li>
        <span className="hit">
          {supplier.name} <span className="num quiet">{t('consortium.percent', { n: terms.share })}</span>
        </span>
        <Tag kind="plain">{t('consortium.lead.tag')}</Tag>
        <p className="small quiet">{terms.duty}</p>
      </li>
      {terms.partners.map(({ partyId, name, share, duty }) => {
        const ally = allies.find((one) => one.partyId === partyId)
        return (
          <li key={partyId}>
            <span className="hit">
              {name} <span className="num quiet">{t('consortium.percent', { n: share })}</span>
            </span>
            <Tag kind={ally?.agreed ? 'done' : 'wait'}>
              {t(ally?.agreed ? 'consortium.agreed' : 'consortium.waiting')}
            </Tag>
            <p className="small quiet">
              {duty} {ally?.agreed && ally.consentedAt ? f.dateTime(ally.consentedAt) : null}
            </p>
          </li>
        )
      })}
    </ul>
  )
}
