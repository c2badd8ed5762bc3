import { useT } from '#app/i18n/use-t.ts'
import type { Judged } from '#domain/buy/proposal/as-judged.ts'
import { Details } from '../card.tsx'
import { Money } from '../money.tsx'
import { Table } from '../table.tsx'
import { Masked } from './masked.tsx'

type Of = { judged: Judged }

const Past = ({ judged: { experience } }: Of) => {
  const t = useT()
  if (experience.length === 0) return <p className="quiet">{t('record.none')}</p>
  return (
    <Table
      caption={t('record.experience')}
      columns={[
        { head: t('record.title') },
        { head: t('record.buyer') },
        { head: t('record.year') },
        { head: t('record.amount'), money: true },
        { head: t('record.outcome') },
      ]}
      rows={experience.map((e, at) => ({
        key: String(at),
        cells: [
          <Masked key="t" runs={e.title} />,
          <Masked key="b" runs={e.buyer} />,
          String(e.year),
          <Money key="m" fen={e.amount} />,
          <Masked key="o" runs={e.outcome} />,
        ],
      }))}
    />
  )
}

const Accounts = ({ judged: { finance } }: Of) => {
  const t = useT()
  if (finance.length === 0) return <p className="quiet">{t('record.finance.none')}</p>
  return (
    <Table
      caption={t('record.finance')}
      columns={[
        { head: t('record.year') },
        { head: t('record.income'), money: true },
        { head: t('record.spending'), money: true },
        { head: t('record.auditor') },
      ]}
      rows={finance.map((y, at) => ({
        key: String(at),
        cells: [
          String(y.year),
          <Money key="i" fen={y.income} />,
          <Money key="s" fen={y.spending} />,
          t(y.audited ? 'fact.yes' : 'fact.none'),
        ],
      }))}
    />
  )
}

/** 业绩、财务、制度 and the shares of a consortium, as the panel reads them: every name covered. */
export const JudgedRecord = ({ judged }: Of) => {
  const t = useT()
  return (
    <>
      {judged.partners.length > 0 ? (
        <p>
          {t('bid.allied', { n: judged.partners.length })}{' '}
          {judged.partners.map(({ share, duty }) => (
            <span key={share + duty.map((run) => run.words).join('')}>
              {t('consortium.percent', { n: share })} <Masked runs={duty} />{' '}
            </span>
          ))}
        </p>
      ) : null}
      <Details summary={t('bid.section.record')}>
        <Past judged={judged} />
        <Accounts judged={judged} />
      </Details>
      <Details summary={t('bid.section.texts')}>
        {judged.texts.length === 0 ? <p className="quiet">{t('texts.none')}</p> : null}
        {judged.texts.map(({ kind, words }) => (
          <div key={kind}>
            <h3>{t(`texts.${kind}`)}</h3>
            <p className="whitespace-pre-line">
              <Masked runs={words} />
            </p>
          </div>
        ))}
      </Details>
    </>
  )
}
