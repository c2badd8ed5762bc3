import { useT } from '#app/i18n/use-t.ts'
import type { ShownSubcontract } from '#domain/deliver/contract/subcontract/subcontract-page.ts'
import type { TransferSignal } from '#domain/deliver/contract/subcontract/transfer-signals.ts'
import { ButtonLink } from '../button.tsx'
import { Note } from '../card.tsx'
import { Facts } from '../check-answers.tsx'
import { useFormat } from '../format.ts'
import { Section } from '../page.tsx'
import { Table } from '../table.tsx'
import { Tag } from '../tag.tsx'

const kinds = { requested: 'wait', consented: 'done', declined: 'late' } as const

/** Where a subcontract stands. */
export const SubcontractTag = ({ state }: { state: ShownSubcontract['state'] }) => {
  const t = useT()
  return <Tag kind={kinds[state]}>{t(`subcontract.state.${state}`)}</Tag>
}

/** 转包迹象: each with its figure and the figure from which it shows; a sign to look, not a verdict. */
export const TransferSignals = ({ signals }: { signals: readonly TransferSignal[] }) => {
  const t = useT()
  if (signals.length === 0) return null
  return (
    <Note kind="late">
      <b>{t('transfer.title')}</b>
      <ul className="mt-2 grid gap-2">
        {signals.map(({ key, n, least, bodies }) => (
          <li key={key}>
            {t(`transfer.${key}`, { n, least })}
            {bodies.length > 0 ? (
              <span className="small quiet block">{bodies.join(t('list.comma'))}</span>
            ) : null}
          </li>
        ))}
      </ul>
      <p className="small quiet mt-2">{t('transfer.look')}</p>
    </Note>
  )
}

type RoomProps = {
  id: string
  room: { all: readonly ShownSubcontract[]; signals: readonly TransferSignal[]; mayRequest: boolean }
}
/** 分包 in the room: each a link to its page, the signs of 转包, and the way to ask for one. */
export const SubcontractLinks = ({ id, room: { all, signals, mayRequest } }: RoomProps) => {
  const t = useT()
  return (
    <Section title={t('subcontract.title')} id="subcontracts">
      <TransferSignals signals={signals} />
      {all.length === 0 ? (
        <p className="quiet">{t('subcontract.none')}</p>
      ) : (
        <Table
          caption={t('subcontract.title')}
          captionHidden
          columns={[
            { head: t('subcontract.part') },
            { head: t('subcontract.body') },
            { head: t('subcontract.percent') },
            { head: t('milestone.state') },
          ]}
          rows={all.map((s) => ({
            key: s.id,
            cells: [
              <a key="to" href={`/work/${id}/subcontracts/${s.id}`}>
                {s.part}
              </a>,
              s.body,
              t('consortium.percent', { n: s.percent }),
              <SubcontractTag key="state" state={s.state} />,
            ],
          }))}
        />
      )}
      {mayRequest ? (
        <ButtonLink look="second" to={`/work/${id}/subcontracts/new`}>
          {t('subcontract.request')}
        </ButtonLink>
      ) : null}
    </Section>
  )
}

/** One subcontract: to whom, which part, which share, why, and what the buyer said. */
export const SubcontractFacts = ({ one: s }: { one: ShownSubcontract }) => {
  const t = useT()
  const f = useFormat()
  return (
    <Facts
      facts={[
        { term: t('subcontract.body'), text: <a href={`/orgs/${s.partyId}`}>{s.body}</a> },
        { term: t('subcontract.part'), text: s.part },
        { term: t('subcontract.work'), text: s.work.join(t('list.comma')) },
        { term: t('subcontract.percent'), text: t('consortium.percent', { n: s.percent }) },
        { term: t('subcontract.reason'), text: s.reason },
        ...(s.decision ? [{ term: t('subcontract.decision'), text: s.decision }] : []),
        ...(s.decidedAt ? [{ term: t('subcontract.decided'), text: f.date(s.decidedAt) }] : []),
        ...(s.hash ? [{ term: t('contract.hash'), text: <span className="hash">{s.hash}</span> }] : []),
      ]}
    />
  )
}

/** 分包公示, on the published contract. */
export const PublicSubcontracts = ({ subcontracts }: { subcontracts: readonly ShownSubcontract[] }) => {
  const t = useT()
  if (subcontracts.length === 0) return null
  return (
    <Section title={t('subcontract.title')} id="subcontracts">
      <p className="quiet">{t('subcontract.public.lead')}</p>
      <div className="grid gap-6">
        {subcontracts.map((s) => (
          <SubcontractFacts key={s.id} one={s} />
        ))}
      </div>
    </Section>
  )
}
