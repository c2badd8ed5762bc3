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

function useAsked({ annexes, ...report }: Report): Lines {
  const t = useT()
  const f = useFormat()
  const items = useItems()
  const name = by(report)
  const answer = (c: { agreed: boolean; answer: string | null }) =>
    t(
      !c.agreed
        ? 'report.annex.not-agreed'
        : c.answer === 'yes'
          ? 'report.annex.confirmed'
          : 'report.annex.not-confirmed',
    )
  return [
    {
      title: t('report.annex.buyer'),
      lines: (annexes?.buyerChecks ?? []).map((c) =>
        c.failed.length === 0
          ? t('report.condition.met', { by: name(c.proposalId) })
          : `${name(c.proposalId)} ${t('buyer-check.failed', { list: c.failed.join('、'), words: c.words ?? '' })}`,
      ),
    },
    {
      title: t('report.annex.supplements'),
      lines: (annexes?.supplements ?? []).map((s) =>
        t('report.annex.supplement', {
          by: name(s.proposalId),
          items: items(s.items),
          answered: t(s.answered ? 'report.annex.answered' : 'report.annex.silent'),
        }),
      ),
    },
    {
      title: t('report.annex.corrections'),
      lines: (annexes?.corrections ?? []).map((c) =>
        t('report.annex.correction', {
          by: name(c.proposalId),
          was: f.money(c.was),
          corrected: f.money(c.corrected),
          answer: answer(c),
        }),
      ),
    },
  ]
}

function useKept({ annexes, ...report }: Report): Lines {
  const t = useT()
  const f = useFormat()
  const name = by(report)
  const ground = (g: string) => (isKey(`reopen.${g}`) ? t(`reopen.${g}` as 'reopen.sum_wrong') : g)
  return [
    {
      title: t('report.annex.changes'),
      lines: (annexes?.changes ?? []).map((c) =>
        t('report.annex.change', {
          n: c.ordinal,
          by: name(c.proposalId),
          name: report.criteria.find((k) => k.id === c.criterionId)?.name ?? '',
          was: c.was,
          now: c.now,
          ground: ground(c.ground),
        }),
      ),
    },
    {
      title: t('report.annex.previous'),
      lines: (annexes?.previous ?? []).map(
        (p) =>
          `${t('report.annex.version', { n: p.version, at: f.dateTime(p.at), ground: ground(p.ground), words: p.words })} ${p.hash}`,
      ),
    },
    {
      title: t('report.annex.commitments'),
      lines: (annexes?.commitments ?? []).map(
        (c) => `${t('panel.number', { n: c.ordinal })} ${c.hash ?? ''} ${c.at ? f.dateTime(c.at) : ''}`,
      ),
    },
  ]
}

/** 过程记录: conditions, supplements, corrected prices, moved scores, earlier reports and what each sheet was locked with. */
export const ReportAnnexes = ({ report }: { report: Report }) => {
  const t = useT()
  const conditions = { title: t('report.conditions'), lines: useConditions(report) }
  const parts = [conditions, ...useAsked(report), ...useKept(report)]
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
