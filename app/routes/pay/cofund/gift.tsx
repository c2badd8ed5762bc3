import { useLoaderData } from '@remix-run/react'
import { Note } from '#app/components/card.tsx'
import { Facts } from '#app/components/check-answers.tsx'
import { Clauses } from '#app/components/cofund/clauses.tsx'
import { GiftActs } from '#app/components/cofund/gift-acts.tsx'
import { WhereTag } from '#app/components/cofund/pots.tsx'
import { Links } from '#app/components/entry.tsx'
import { useFormat } from '#app/components/format.ts'
import { Money } from '#app/components/money.tsx'
import { Page, Section } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { giftAction } from '#app/http/gift-actions.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { giftPage } from '#domain/deliver/cofund/cofund-page.ts'

type Read = Awaited<ReturnType<typeof giftPage>>
export const handle = titled<Read>((t, { gift }) => t('gift.title', { no: gift.refNo }))
export const loader = pageLoader((ctx, { giftId }) => giftPage(ctx, giftId!))
export const action = giftAction

export default function GiftPage() {
  const t = useT()
  const f = useFormat()
  const { gift, pot, contract, agreement, ...rest } = useLoaderData<typeof loader>()
  const { accepted, frozen, payAt, asked, refundFailed, may, where, held, fee, settled } = rest
  const { state } = gift
  const lead =
    state === 'received' && accepted
      ? t('gift.lead.received.accepted')
      : t(`gift.lead.${state}`, { reason: gift.declineReason ?? '' })
  return (
    <Page
      narrow
      back={{ to: `/cofund/${pot.id}`, label: pot.title }}
      eyebrow={t(`cofund.kind.${gift.kind}`)}
      title={t('gift.title', { no: gift.refNo })}
      lead={lead}
    >
      {frozen ? <Note kind="late">{t('gift.frozen')}</Note> : null}
      <Facts
        facts={[
          { term: t('gift.payer'), text: gift.payer },
          { term: t('cofund.receiver'), text: pot.receiver },
          { term: t('cofund.project'), text: <a href={`/projects/${contract.planId}`}>{contract.title}</a> },
          { term: t('cofund.stage'), text: pot.part },
          { term: t('gift.amount'), text: <Money fen={gift.amount} /> },
          { term: t('cofund.currency'), text: t('cofund.currency.cny') },
          { term: t('gift.money'), text: <WhereTag where={where} /> },
          ...(where === 'nowhere'
            ? []
            : [
                { term: t('gift.held'), text: <Money fen={held} /> },
                { term: t('gift.fee'), text: <Money fen={fee} /> },
              ]),
          ...(settled
            ? [
                {
                  term: t('gift.settled'),
                  text: t('gift.settled.say', {
                    ...{ currency: settled.currency, rate: settled.rate ?? '—' },
                    amount: f.number(settled.amount / 100),
                  }),
                },
              ]
            : []),
        ]}
      />
      <GiftActs {...{ state, accepted, frozen, payAt, asked, refundFailed, where, may }} />
      <Section title={t('gift.agreement')}>
        <Clauses clauses={agreement} />
        <p className="quiet small mt-4">
          {t('gift.hash')} <span className="hash">{gift.agreementHash}</span>
        </p>
      </Section>
      <Links links={[{ to: `/cofund/${pot.id}`, label: pot.title }]} />
    </Page>
  )
}
