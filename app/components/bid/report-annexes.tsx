import { isKey } from '#app/i18n/index.ts'
import { useT } from '#app/i18n/use-t.ts'
import type { Report } from '#domain/buy/evaluation/compose-report.ts'
import { useFormat } from '../format.ts'
import { useItems } from './asked-bidder.tsx'

type Lines = Array<{ title: string; lines: string[] }>
const by = (report: Report) => (id: string) => report.rows.find((r) => r.proposalId === id)?.supplier ?? ''

/** Every condition that a member, or the buyer, found not met, by whom; and who met them all. */
function useConditions(report: Report): string[] {
  const t = useT()
  const name = by(report)
  const checked = report.votes.filter((v) => v.about === 'qualification')
  return report.rows.flatMap((r) => {
    const failed = checked.filter((v) => v.proposalId === r.proposalId && v.failed?.length)
    if (failed.length === 0)
      return r.ground === null ? [t('report.condition.met', { by: name(r.proposalId) })] : []
    return failed.map((v) =>
      t('report.condition.failed', { by: name(r.proposalId), n: v.ordinal, list: v.failed!.join('、') }),
    )
  })
}

const useGround = () => {
  const t = useT()
  return (g: string) => (isKey(`reopen.${g}`) ? t(`reopen.${g}` as 'reopen.sum_wrong') : g)
}

function useBuyer({ annexes, ...report }: Report): Lines[number] {
  const t = useT()
  const name = by(report)
  const lines = (annexes?.buyerChecks ?? []).map(({ proposalId, failed, words }) =>
    failed.length === 0
      ? t('report.condition.met', { by: name(proposalId) })
      : `${name(proposalId)} ${t('buyer-check.failed', { list: failed.join('、'), words: words ?? '' })}`,
  )
  return { title: t('report.annex.buyer'), lines }
}

function useSupplements({ annexes, ...report }: Report): Lines[number] {
  const t = useT()
  const list = useItems()
  const name = by(report)
  const lines = (annexes?.supplements ?? []).map(({ proposalId, items, answered }) => {
    const said = t(answered ? 'report.annex.answered' : 'report.annex.silent')
    return t('report.annex.supplement', { by: name(proposalId), items: list(items), answered: said })
  })
  return { title: t('report.annex.supplements'), lines }
}

function useCorrections({ annexes, ...report }: Report): Lines[number] {
  const t = useT()
  const f = useFormat()
  const name = by(report)
  const said = (c: { agreed: boolean; answer: string | null }) => {
    if (!c.agreed) return t('report.annex.not-agreed')
    return t(c.answer === 'yes' ? 'report.annex.confirmed' : 'report.annex.not-confirmed')
  }
  const lines = (annexes?.corrections ?? []).map((c) => {
    const money = { was: f.money(c.was), corrected: f.money(c.corrected) }
    return t('report.annex.correction', { by: name(c.proposalId), ...money, answer: said(c) })
  })
  return { title: t('report.annex.corrections'), lines }
}

function useTalks({ annexes }: Report): Lines[number] {
  const t = useT()
  const f = useFormat()
  const said = annexes?.consultation
  const title = t('report.annex.consultation')
  if (!said) return { title, lines: [] }
  const lines = [
    t('report.annex.consultation.said', { at: f.dateTime(said.askedAt), words: said.words }),
    said.changes === null
      ? t('report.annex.consultation.unchanged')
      : t('report.annex.consultation.changes', { changes: said.changes }),
    t('report.annex.consultation.due', { at: f.dateTime(said.dueAt - 1) }),
  ]
  return { title, lines }
}

function useChanges({ annexes, ...report }: Report): Lines[number] {
  const t = useT()
  const ground = useGround()
  const name = by(report)
  const lines = (annexes?.changes ?? []).map(({ ordinal, proposalId, criterionId, was, now, ...c }) => {
    const criterion = report.criteria.find((k) => k.id === criterionId)?.name ?? ''
    const which = { n: ordinal, by: name(proposalId), name: criterion }
    return t('report.annex.change', { ...which, was, now, ground: ground(c.ground) })
  })
  return { title: t('report.annex.changes'), lines }
}

function useKept({ annexes }: Report): Lines {
  const t = useT()
  const f = useFormat()
  const ground = useGround()
  const previous = (annexes?.previous ?? []).map(({ version, at, words, hash, ...p }) => {
    const which = { n: version, at: f.dateTime(at), ground: ground(p.ground), words }
    return `${t('report.annex.version', which)} ${hash}`
  })
  const commitments = (annexes?.commitments ?? []).map(
    (c) => `${t('panel.number', { n: c.ordinal })} ${c.hash ?? ''} ${c.at ? f.dateTime(c.at) : ''}`,
  )
  return [
    { title: t('report.annex.previous'), lines: previous },
    { title: t('report.annex.commitments'), lines: commitments },
  ]
}

/** 过程记录: conditions, supplements, corrected prices, moved scores, earlier reports and what each sheet was locked with. */
export const ReportAnnexes = ({ report }: { report: Report }) => {
  const t = useT()
  const conditions = { title: t('report.conditions'), lines: useConditions(report) }
  const asked = [useBuyer(report), useSupplements(report), useCorrections(report), useTalks(report)]
  const parts = [conditions, ...asked, useChanges(report), ...useKept(report)]
  return parts
    .filter(({ lines }) => lines.length > 0)
    .map(({ title, lines }) => (
      <div key={title} className="mt-4">
        <h3>{title}</h3>
        <ul className="list-disc pl-6">
          {lines.map((line) => (
            <li key={line} className="break-words">
              {line}
            </li>
          ))}
        </ul>
      </div>
    ))
}
