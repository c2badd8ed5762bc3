import { useT } from '#app/i18n/use-t.ts'
import type { offersPage } from '#domain/tend/offers/offer-pages.ts'
import { Empty } from '../card.tsx'
import { useFormat } from '../format.ts'
import { Matters } from '../matters.tsx'
import { Money } from '../money.tsx'
import { Section } from '../page.tsx'

type Shown = Awaited<ReturnType<typeof offersPage>>

/** Offers as rows: by whom, what, how many were really given. */
export const OfferList = ({ offers, own }: { offers: Shown['offers']; own?: boolean }) => {
  const t = useT()
  const f = useFormat()
  if (offers.length === 0) return <Empty>{t('offers.none')}</Empty>
  return (
    <Matters
      matters={offers.map((o) => ({
        key: o.id,
        kind: t(`offer.kind.${o.kind}`),
        title: o.title,
        to: `/offers/${o.id}`,
        left: own || o.state === 'ended' ? t(`offer.state.${o.state}`) : t('offer.left', { n: o.left }),
        until: f.shortDate(o.to),
        say: [o.partner, t('offer.counted.n', { n: o.counted, value: f.money(o.value) })].join(' · '),
      }))}
    />
  )
}

/** 社会资源 on the page of a project or an agreement: apart from its money, and said so. */
export const GivenBeside = ({ given }: { given: Pick<Shown, 'offers' | 'value'> }) => {
  const t = useT()
  if (given.offers.length === 0) return null
  return (
    <Section title={t('offers.beside')}>
      <p>
        {t('offers.value')} <Money fen={given.value} />
      </p>
      <p className="quiet small">{t('offers.value.hint')}</p>
      <OfferList offers={given.offers} />
    </Section>
  )
}
