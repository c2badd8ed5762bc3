import { useT } from '#app/i18n/use-t.ts'
import type { CorrectionStep } from '#domain/buy/evaluation/arithmetic.ts'
import type { readQualification } from '#domain/buy/evaluation/read-proposals.ts'
import type { SupplementItem } from '#domain/buy/evaluation/supplement-items.ts'
import { Note } from '../card.tsx'
import { useFormat } from '../format.ts'
import { Masked } from './masked.tsx'

export type AskedProposal = Awaited<ReturnType<typeof readQualification>>['proposals'][number]

export const useItems = () => {
  const t = useT()
  return (items: readonly string[]) =>
    items.map((i) => t(`supplement.item.${i as SupplementItem}`)).join('、')
}
export const useSteps = () => {
  const t = useT()
  return (steps: readonly string[]) => steps.map((s) => t(`step.${s as CorrectionStep}`)).join('；')
}

/** 补正: what was asked, by when, and what came. */
export const Supplied = ({ callId, p: { id, supplied } }: { callId: string; p: AskedProposal }) => {
  const t = useT()
  const f = useFormat()
  const items = useItems()
  if (!supplied) return null
  return (
    <Note kind={supplied.waits ? 'wait' : supplied.words ? 'done' : 'late'}>
      <b>{t('panel.supplement.asked', { items: items(supplied.items) })}</b>
      <p>{supplied.wanted}</p>
      {supplied.waits ? (
        <p>{t('panel.supplement.waits', { at: f.dateTime(supplied.dueAt.getTime() - 1) })}</p>
      ) : null}
      {!supplied.waits && !supplied.words ? <p>{t('panel.supplement.silent')}</p> : null}
      {supplied.words ? (
        <p>
          {t('panel.supplement.said')} <Masked runs={supplied.words} />
        </p>
      ) : null}
      {supplied.withFile ? (
        <a href={`/panel/${callId}/supplements/${id}`}>{t('panel.supplement.file')}</a>
      ) : null}
    </Note>
  )
}

/** 报价修正: what one member read, how many read it so, and what the bidder says. */
export const Corrected = ({ p: { correction: c } }: { p: AskedProposal }) => {
  const t = useT()
  const f = useFormat()
  const steps = useSteps()
  if (!c) return null
  return (
    <Note kind={c.answer === 'yes' ? 'done' : c.answer === 'no' ? 'late' : 'wait'}>
      <p>
        {t('panel.correction.found', {
          n: c.foundBy,
          was: f.money(c.was),
          corrected: f.money(c.corrected),
          steps: steps(c.steps),
          words: c.words,
        })}
      </p>
      {c.asked ? null : <p>{t('panel.correction.agreed', { n: c.agreed, agreed: c.agreed })}</p>}
      {c.asked && !c.answer && c.dueAt ? (
        <p>{t('panel.correction.asked', { at: f.dateTime(c.dueAt.getTime() - 1) })}</p>
      ) : null}
      {c.answer ? <p>{t(c.answer === 'yes' ? 'panel.correction.yes' : 'panel.correction.no')}</p> : null}
    </Note>
  )
}
