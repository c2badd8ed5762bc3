import { useLoaderData } from '@remix-run/react'
import { Empty, Note } from '#app/components/card.tsx'
import { useFormat } from '#app/components/format.ts'
import { Matters } from '#app/components/matters.tsx'
import { Page, Section } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { ServiceList } from '#app/components/tend/hour-list.tsx'
import { useMinutes } from '#app/components/tend/minutes.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { hoursDesk } from '#domain/tend/hours/hours-desk.ts'

export const handle = titled('hours.desk')
export const loader = pageLoader((ctx) => hoursDesk(ctx))

type Shown = ReturnType<typeof useLoaderData<typeof loader>>
const Doubles = ({ doubles }: Pick<Shown, 'doubles'>) => {
  const t = useT()
  const f = useFormat()
  const minutes = useMinutes()
  if (doubles.length === 0) return <Empty>{t('hours.doubles.none')}</Empty>
  return (
    <Matters
      matters={doubles.map((d) => ({
        key: d.id,
        kind: d.refNo,
        title: t('hours.doubles.row', { name: d.name, on: f.short(d.on) }),
        to: `/hours/services/${d.id}`,
        left: t(d.audited ? 'hours.doubles.looked' : 'hours.doubles.waits'),
        soon: !d.audited,
        say: t('hours.doubles.say', { amount: minutes(d.minutes), title: d.title }),
      }))}
    />
  )
}

const Accounts = ({ accounts }: Pick<Shown, 'accounts'>) => {
  const t = useT()
  const f = useFormat()
  const minutes = useMinutes()
  return (
    <Matters
      matters={accounts.map((a) => ({
        key: a.id,
        title: a.name,
        to: `/desk/hours/accounts/${a.id}`,
        left: minutes(a.minutes),
        until: a.closed ? t('hours.closed.short') : undefined,
        say: a.insuredUntil ? t('hours.insured.until', { on: f.day(a.insuredUntil) }) : t('hours.insured.no'),
      }))}
    />
  )
}

/** 义工银行台账: the accounts to who keeps them, what was claimed twice to who audits. */
export default function HoursDesk() {
  const t = useT()
  const minutes = useMinutes()
  const { keeps, bank, pool, accounts, services, doubles, faults } = useLoaderData<typeof loader>()
  return (
    <Page
      back={{ to: '/hours', label: t('hours.title') }}
      title={t('hours.desk')}
      lead={t('hours.desk.lead', { bank: bank ?? '—', pool: minutes(pool) })}
    >
      <Note kind={faults === 0 ? 'done' : 'late'}>
        {faults === 0 ? t('hours.sound') : t('hours.unsound', { n: faults })}
      </Note>
      <Section title={t('hours.doubles')}>
        <Doubles doubles={doubles} />
      </Section>
      {keeps ? (
        <Section title={t('hours.accounts')}>
          <Accounts accounts={accounts} />
        </Section>
      ) : null}
      <Section title={t('hours.recent')}>
        <ServiceList services={services} />
      </Section>
    </Page>
  )
}
