import { useT } from '#app/i18n/use-t.ts'
import type { TenderPage } from '#domain/buy/tender/tender-page.ts'
import { Entry } from '../entry.tsx'
import { useFormat } from '../format.ts'
import { Money } from '../money.tsx'
import { Section } from '../page.tsx'
import { lineName } from './line-name.ts'
import { Conditions } from './tender-words.tsx'
import { useNamed } from './use-named.ts'

type Shown = { tender: TenderPage['tender'] }

/** Words of several lines, each its own paragraph. */
export const Lines = ({ words }: { words: string }) =>
  words
    .split(/\n+/)
    .filter(Boolean)
    .map((line) => <p key={line}>{line}</p>)

const Needed = ({ tender }: Shown) => {
  const t = useT()
  return (
    <Entry
      title={tender.quantity}
      proof={tender.needs.map((n) => ({
        term: t('tender.need'),
        text: (
          <a href={`/needs/${n.id}`}>{t('tender.need.of', { title: n.title, people: n.beneficiaries })}</a>
        ),
      }))}
      links={[{ to: `/projects/${tender.planId}`, label: t('tender.project') }]}
    >
      <Lines words={tender.requirement} />
    </Entry>
  )
}

/** 买什么，为谁买: the requirement, how it is judged done, who may come. */
export const WhatIsBought = ({ tender }: Shown) => {
  const t = useT()
  const f = useFormat()
  const { individuals, groups } = tender.method
  return (
    <Section id="what" title={t('tender.what')}>
      <Needed tender={tender} />
      <Entry
        title={t('tender.done')}
        proof={[{ term: t('tender.proof.contract'), text: t('tender.proof.contract.text') }]}
      >
        <ul className="mb-3 list-disc pl-5">
          {tender.indicators.map((i) => (
            <li key={i.code}>
              {t('tender.indicator', { name: i.name, target: f.number(i.target), unit: i.unit })}
            </li>
          ))}
        </ul>
        <p>{tender.goals}</p>
      </Entry>
      <Entry
        title={t('tender.acceptance')}
        proof={[{ term: t('tender.proof.contract'), text: t('tender.acceptance.proof') }]}
      >
        <Lines words={tender.acceptance} />
      </Entry>
      <Entry
        title={t('tender.who')}
        proof={[{ term: t('tender.proof.qualified'), text: t('tender.proof.qualified.text') }]}
      >
        <Conditions items={tender.qualification} />
        {groups ? <p>{t('tender.who.groups')}</p> : null}
        {individuals ? <p>{t('tender.who.individuals', { reason: tender.individualReason ?? '' })}</p> : null}
        <p>{t('tender.who.not')}</p>
      </Entry>
    </Section>
  )
}

/** 钱从哪里来，怎么付. */
export const WhatIsPaid = ({ page: { tender, payment } }: { page: TenderPage }) => {
  const t = useT()
  const named = useNamed()
  return (
    <Section id="money" title={t('tender.money')}>
      <Entry
        title={
          <>
            {t('tender.ceiling')} <Money fen={tender.ceiling} />
          </>
        }
        proof={[{ term: t('tender.line'), text: lineName(tender.line.pool, tender.line) }]}
        links={[{ to: `/open/ledger?line=${tender.line.id}`, label: t('tender.line.see') }]}
      >
        <p>{t(tender.method.noPrice ? 'tender.ceiling.grant' : 'tender.ceiling.text')}</p>
      </Entry>
      <Entry
        title={t('tender.tranches', { n: tender.tranches.length })}
        proof={[
          {
            term: t('proof.ground'),
            text: t('tender.pay.clock', { n: payment.days, source: payment.source }),
          },
        ]}
      >
        <dl className="facts">
          {tender.tranches.map((tranche) => (
            <div key={tranche.gate}>
              <dt className="num">{`${tranche.percent}%`}</dt>
              <dd>{tranche.title}</dd>
            </div>
          ))}
        </dl>
        <p className="small quiet">{t('tender.payer', { buyer: named(tender.buyer) })}</p>
      </Entry>
    </Section>
  )
}
