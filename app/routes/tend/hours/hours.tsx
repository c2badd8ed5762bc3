import { useLoaderData } from '@remix-run/react'
import { Acts, ButtonLink } from '#app/components/button.tsx'
import { Empty, Note } from '#app/components/card.tsx'
import { Facts } from '#app/components/check-answers.tsx'
import { useFormat } from '#app/components/format.ts'
import { Matters } from '#app/components/matters.tsx'
import { Page, Section } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { HourRules } from '#app/components/tend/hour-rules.tsx'
import { useMinutes } from '#app/components/tend/minutes.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { hoursPage } from '#domain/tend/hours/hours-page.ts'

export const handle = titled('hours.title')
export const loader = pageLoader((ctx) => hoursPage(ctx))

type Shown = ReturnType<typeof useLoaderData<typeof loader>>
const Asks = ({ asks, signedIn }: Pick<Shown, 'asks' | 'signedIn'>) => {
  const t = useT()
  const f = useFormat()
  const minutes = useMinutes()
  if (asks.length === 0) return <Empty>{t('hours.asks.none')}</Empty>
  return (
    <Matters
      matters={asks.map((ask) => ({
        key: ask.id,
        kind: ask.place ?? undefined,
        title: t(`hours.task.${ask.task}`),
        to: signedIn ? `/hours/services/${ask.id}` : `/sign-in?to=/hours/services/${ask.id}`,
        left: minutes(ask.minutes),
        until: f.shortDate(ask.on),
      }))}
    />
  )
}

/** 义工银行, for anybody: what it is, who keeps it, by which rules, who asks for help. */
export default function Hours() {
  const t = useT()
  const f = useFormat()
  const minutes = useMinutes()
  const { bank, rules, totals, asks, signedIn, ...desk } = useLoaderData<typeof loader>()
  const { keeps, appoints, audits } = desk
  const mine = signedIn ? '/hours/me' : '/sign-in?to=/hours/me'
  return (
    <Page title={t('hours.title')} lead={t('hours.lead')}>
      {bank ? null : <Note kind="wait">{t('hours.none-keeps')}</Note>}
      <Acts>
        {bank ? <ButtonLink to={mine}>{t('hours.mine')}</ButtonLink> : null}
        {keeps || audits ? (
          <ButtonLink to="/desk/hours" look="second">
            {t('hours.desk')}
          </ButtonLink>
        ) : null}
        {appoints ? (
          <ButtonLink to="/desk/hours/bank" look="second">
            {t('hours.appoint')}
          </ButtonLink>
        ) : null}
      </Acts>
      {bank ? (
        <Facts
          facts={[
            { term: t('hours.keeper'), text: <a href={`/orgs/${bank.partyId}`}>{bank.name}</a> },
            { term: t('hours.since'), text: f.day(bank.since) },
            { term: t('hours.total.people'), text: t('hours.total.people.n', { n: totals.people }) },
            {
              term: t('hours.total.served'),
              text: t('hours.total.served.n', { n: totals.services, amount: minutes(totals.minutes) }),
            },
            { term: t('hours.total.pool'), text: minutes(totals.pool) },
          ]}
        />
      ) : null}
      <Section title={t('hours.asks')}>
        <Asks asks={asks} signedIn={signedIn} />
      </Section>
      <Section title={t('hours.rules')}>
        <HourRules rules={rules} />
      </Section>
    </Page>
  )
}
