import { useLoaderData } from '@remix-run/react'
import { Acts, ButtonLink } from '#app/components/button.tsx'
import { Money } from '#app/components/money.tsx'
import { Page, Section } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { OfferList } from '#app/components/tend/offer-list.tsx'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { offersPage } from '#domain/tend/offers/offer-pages.ts'

export const handle = titled('offers.title')
export const loader = pageLoader((ctx) => offersPage(ctx))

/** 爱心商家与实物捐助, for anybody; what a body posted itself, to it. */
export default function Offers() {
  const t = useT()
  const { offers, value, posts, own } = useLoaderData<typeof loader>()
  return (
    <Page title={t('offers.title')} lead={t('offers.lead')}>
      {posts ? (
        <Acts>
          <ButtonLink to="/offers/new">{t('offers.post')}</ButtonLink>
        </Acts>
      ) : null}
      {offers.length > 0 ? (
        <p className="mt-6">
          {t('offers.value')} <Money fen={value} />
        </p>
      ) : null}
      <OfferList offers={offers} />
      {own.length > 0 ? (
        <Section title={t('offers.own')}>
          <OfferList offers={own} own />
        </Section>
      ) : null}
    </Page>
  )
}
