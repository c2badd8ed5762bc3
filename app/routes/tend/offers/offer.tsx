import { useLoaderData } from '@remix-run/react'
import { Note } from '#app/components/card.tsx'
import { Facts } from '#app/components/check-answers.tsx'
import { useFormat } from '#app/components/format.ts'
import { Page } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { Tag } from '#app/components/tag.tsx'
import { OfferActs } from '#app/components/tend/offer-acts.tsx'
import { formActions, formsOf } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { declineOfferForm, emptyForm, honourForm, receiveForm } from '#domain/tend/offers/forms.ts'
import { offerPage } from '#domain/tend/offers/offer-pages.ts'
import { declineOffer, endOffer, listOffer } from '#domain/tend/offers/post-offer.ts'
import { honourUse, receiveGoods, takeOffer } from '#domain/tend/offers/use-offer.ts'

export const handle = titled<{ offer: { title: string } }>((_t, { offer }) => offer.title)
export const loader = pageLoader((ctx, { offerId }) => offerPage(ctx, offerId!))
const on = formsOf(
  ({ offerId = '' }) => ({ offerId }),
  ({ id }: { id: string }) => `/offers/${id}`,
)
export const action = formActions({
  list: on(emptyForm, listOffer),
  end: on(emptyForm, endOffer),
  take: on(emptyForm, takeOffer),
  decline: on(declineOfferForm, declineOffer),
  honour: on(honourForm, honourUse),
  receive: on(receiveForm, receiveGoods),
})

const kinds = { posted: 'wait', listed: 'live', declined: 'late', ended: 'plain' } as const

/** One offer or gift: by whom, to which service, what it is worth, how much was really given. */
export default function Offer() {
  const t = useT()
  const f = useFormat()
  const shown = useLoaderData<typeof loader>()
  const { offer: o, partner, line, left, counted, value } = shown
  return (
    <Page
      narrow
      back={{ to: '/offers', label: t('offers.title') }}
      eyebrow={`${t(`offer.kind.${o.kind}`)} · ${o.refNo}`}
      title={o.title}
      lead={<Tag kind={kinds[o.state]}>{t(`offer.state.${o.state}`)}</Tag>}
    >
      {o.reason ? <Note kind="wait">{t('offer.reason', { reason: o.reason })}</Note> : null}
      <p>{o.words}</p>
      <Facts
        facts={[
          { term: t('offer.partner'), text: partner },
          { term: t('offer.line'), text: <a href={line.to}>{line.title}</a> },
          { term: t('offer.term'), text: t('offer.term.say', { from: f.day(o.from), to: f.day(o.to) }) },
          {
            term: t('offer.quantity'),
            text: `${t('offer.of', { n: o.quantity })} · ${t('offer.left', { n: left })}`,
          },
          { term: t('offer.unit-value'), text: `${f.money(o.unitValue)} · ${o.valueGround}` },
          { term: t('offer.counted'), text: t('offer.counted.n', { n: counted, value: f.money(value) }) },
        ]}
      />
      <p className="quiet small">{t('offers.value.hint')}</p>
      <OfferActs {...shown} />
    </Page>
  )
}
