import { useT } from '#app/i18n/use-t.ts'
import type { readQualification } from '#domain/buy/evaluation/read-proposals.ts'
import { Details } from '../card.tsx'
import { Facts } from '../check-answers.tsx'
import { useFormat } from '../format.ts'
import { Money } from '../money.tsx'
import { Table } from '../table.tsx'
import { JudgedRecord } from './judged-record.tsx'
import { Masked } from './masked.tsx'

export type ProposalFacts = Omit<
  Awaited<ReturnType<typeof readQualification>>['proposals'][number],
  'tests' | 'figures' | 'said' | 'supplied' | 'correction'
>

type Checked = Pick<
  ProposalFacts,
  | 'grade'
  | 'gradeUntil'
  | 'leadLevel'
  | 'leadUntil'
  | 'team'
  | 'integrity'
  | 'price'
  | 'ceiling'
  | 'indicators'
>
/** What can be checked yes or no of one proposal, without whose it is. */
export const CheckedFacts = ({ p }: { p: Checked }) => {
  const t = useT()
  const f = useFormat()
  return (
    <Facts
      facts={[
        {
          term: t('fact.grade'),
          text: p.grade
            ? t('bid.organisation.grade.until', {
                grade: p.grade,
                until: p.gradeUntil ? f.day(p.gradeUntil) : '',
              })
            : t('fact.none'),
        },
        {
          term: t('fact.lead'),
          text: p.leadLevel
            ? t('fact.lead.text', {
                level: t(`cert.${p.leadLevel as 'assistant'}`),
                until: p.leadUntil ? f.day(p.leadUntil) : '',
              })
            : t('fact.none'),
        },
        { term: t('fact.team'), text: t('fact.team.text', { n: p.team }) },
        { term: t('fact.integrity'), text: t(p.integrity ? 'fact.yes' : 'fact.none') },
        ...(p.price === null
          ? []
          : [{ term: t('fact.ceiling'), text: t(p.price <= p.ceiling ? 'fact.under' : 'fact.over') }]),
        ...p.indicators.map((i) => ({
          term: i.name,
          text: t('fact.indicator', { promised: i.promised, unit: i.unit, target: i.target }),
        })),
      ]}
    />
  )
}

/** The sheet, and what its body has done, earns and holds itself to. */
export const BudgetSheet = ({ p }: { p: Pick<ProposalFacts, 'lines' | 'judged'> }) => {
  const t = useT()
  return (
    <>
      {p.lines.length > 0 ? (
        <Details summary={t('bid.budget.lines')}>
          <Table
            caption={t('bid.budget.lines')}
            captionHidden
            columns={[
              { head: t('bid.budget.label') },
              { head: t('bid.budget.kind') },
              { head: t('bid.budget.amount'), money: true },
            ]}
            rows={p.lines.map((l, at) => ({
              key: String(at),
              cells: [
                <Masked key="l" runs={l.label} />,
                t(`bid.kind.${l.kind}`),
                <Money key="m" fen={l.amount} />,
              ],
            }))}
          />
        </Details>
      ) : null}
      <JudgedRecord judged={p.judged} />
    </>
  )
}

export const Papers = ({ p, tenderId }: { p: ProposalFacts; tenderId: string }) => {
  const t = useT()
  if (p.files.length === 0) return null
  return (
    <p className="links">
      {p.files.map((file) => (
        <a key={file.hash} href={`/panel/${tenderId}/files/${p.id}/${file.hash}`}>
          {t('fact.file', { n: file.at })}
        </a>
      ))}
    </p>
  )
}
