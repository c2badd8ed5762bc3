import { useT } from '#app/i18n/use-t.ts'
import type { ConsultationPage } from '#domain/buy/evaluation/consultation/read-consultation.ts'
import { Money } from '../money.tsx'
import { Section } from '../page.tsx'
import { Table } from '../table.tsx'
import { Masked } from './masked.tsx'
import { useAlias } from './use-alias.ts'

/** Both prices of everybody who was asked, without a name; nothing before the opening. */
export const FinalOffers = ({ offers }: Pick<ConsultationPage, 'offers'>) => {
  const t = useT()
  const alias = useAlias()
  if (offers.length === 0) return null
  return (
    <Section title={t('consultation.offers')}>
      <Table
        caption={t('consultation.offers')}
        captionHidden
        columns={[
          { head: t('consultation.offers.by') },
          { head: t('consultation.offers.first'), money: true },
          { head: t('consultation.offers.final'), money: true },
          { head: t('consultation.offers.said') },
        ]}
        rows={offers.map((o) => ({
          key: o.id,
          cells: [
            alias(o.alias),
            <Money key="f" fen={o.first} />,
            o.final === null ? t('fact.none') : <Money key="p" fen={o.final} />,
            o.ground ? t(`ground.${o.ground as 'low_price'}`) : <Masked key="c" runs={o.commitment} />,
          ],
        }))}
      />
    </Section>
  )
}
