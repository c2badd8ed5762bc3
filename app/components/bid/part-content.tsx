import { useT } from '#app/i18n/use-t.ts'
import type {
  Body,
  BudgetLine,
  Consortium,
  FinanceYear,
  Organisation,
  PastProject,
  Pledge,
} from '#domain/buy/proposal/body.ts'
import type { Fen } from '#domain/money.ts'
import { Facts } from '../check-answers.tsx'
import { useFormat } from '../format.ts'
import { Money } from '../money.tsx'
import { Table } from '../table.tsx'

const texts = ['methods', 'safeguarding', 'complaints'] as const

const Said = ({ words }: { words: string }) => <p className="whitespace-pre-line">{words}</p>

export const BudgetSaid = ({ price, lines }: { price: Fen; lines: readonly BudgetLine[] }) => {
  const t = useT()
  const f = useFormat()
  const times = ({ quantity, unit, unitPrice }: BudgetLine) =>
    quantity !== undefined && unitPrice !== undefined
      ? t('bid.budget.times', { quantity, unit: unit ?? '', price: f.money(unitPrice) })
      : ''
  return (
    <Table
      caption={t('bid.budget.lines')}
      columns={[
        { head: t('bid.budget.label') },
        { head: t('bid.budget.kind') },
        { head: t('bid.budget.quantity') },
        { head: t('bid.budget.amount'), money: true },
      ]}
      rows={[
        ...lines.map((l, at) => ({
          key: String(at),
          cells: [l.label, t(`bid.kind.${l.kind}`), times(l), <Money key="m" fen={l.amount} />],
        })),
        { key: 'sum', sum: true, cells: [t('bid.budget.sum'), '', '', <Money key="m" fen={price} />] },
      ]}
    />
  )
}

type Record = { experience: readonly PastProject[]; finance: readonly FinanceYear[] }
export const RecordSaid = ({ experience, finance }: Record) => {
  const t = useT()
  return (
    <>
      {experience.length === 0 ? (
        <p className="quiet">{t('record.none')}</p>
      ) : (
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
            cells: [e.title, e.buyer, String(e.year), <Money key="m" fen={e.amount} />, e.outcome],
          }))}
        />
      )}
      {finance.length === 0 ? (
        <p className="quiet">{t('record.finance.none')}</p>
      ) : (
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
              y.auditor,
            ],
          }))}
        />
      )}
    </>
  )
}

export const TextsSaid = ({ said }: { said: Body['texts'] }) => {
  const t = useT()
  const written = texts.filter((kind) => said[kind])
  if (written.length === 0) return <p className="quiet">{t('texts.none')}</p>
  return written.map((kind) => (
    <div key={kind}>
      <h3>{t(`texts.${kind}`)}</h3>
      <Said words={said[kind]!} />
    </div>
  ))
}

export const ConsortiumSaid = ({ lead, terms }: { lead: string; terms: Consortium | null }) => {
  const t = useT()
  if (!terms) return <p className="quiet">{t('bid.alone')}</p>
  const parties = [{ partyId: 'lead', name: lead, share: terms.share, duty: terms.duty }, ...terms.partners]
  return (
    <Table
      caption={t('consortium.terms')}
      columns={[
        { head: t('consortium.party') },
        { head: t('consortium.share') },
        { head: t('consortium.duty') },
      ]}
      rows={parties.map(({ partyId, name, share, duty }) => ({
        key: partyId,
        cells: [
          partyId === 'lead' ? t('consortium.lead.party', { name }) : name,
          t('consortium.percent', { n: share }),
          duty,
        ],
      }))}
    />
  )
}

const OrganisationSaid = ({ of }: { of: Organisation | null }) => {
  const t = useT()
  const bank = of?.bank && t('bid.bank.tail', { name: of.bank.name, tail: of.bank.account.slice(-4) })
  return (
    <Facts
      facts={[
        { term: t('bid.organisation.contact'), text: of?.contact ?? '' },
        { term: t('bid.organisation.bank'), text: bank ?? '' },
      ]}
    />
  )
}

const IndicatorsSaid = ({ pledges }: { pledges: readonly Pledge[] }) => (
  <Facts facts={pledges.map((i) => ({ term: i.name, text: `${i.promised} ${i.unit}` }))} />
)

type Props = { part: string; content: unknown; lead: string }

/** One part of a proposal as it was saved, to read: beside what somebody else is typing, or as it stood before. */
export const PartContent = ({ part, content, lead }: Props) => {
  if (content === null || content === undefined) return null
  if (part.startsWith('plan.')) return <Said words={String(content)} />
  if (part === 'budget') return <BudgetSaid {...(content as NonNullable<Body['budget']>)} />
  if (part === 'texts') return <TextsSaid said={content as Body['texts']} />
  if (part === 'consortium') return <ConsortiumSaid lead={lead} terms={content as Consortium} />
  if (part === 'organisation') return <OrganisationSaid of={content as Organisation} />
  if (part === 'indicators') return <IndicatorsSaid pledges={content as Pledge[]} />
  const [experience, finance] = content as [PastProject[], FinanceYear[]]
  return <RecordSaid experience={experience} finance={finance} />
}
