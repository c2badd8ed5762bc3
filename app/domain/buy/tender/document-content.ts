import { dateOf } from '../../dates.ts'
import { said } from '../../money.ts'
import { directGround } from '../plan/direct-grounds-data.ts'
import type { TenderFacts } from './find-tender.ts'
import { paymentTemplates } from './payment-templates.ts'
import { itemsOf } from './qualification-items.ts'

const two = (n: number) => String(n).padStart(2, '0')
const dayOf = (date: string) => {
  const [year, month, day] = date.split('-').map(Number)
  return `${year} 年 ${month} 月 ${day} 日`
}
const momentOf = (at: Date) => {
  const there = new Date(at.getTime() + 8 * 3_600_000)
  return `${dayOf(dateOf(at))} ${two(there.getUTCHours())}:${two(there.getUTCMinutes())}`
}
const units: Readonly<Record<string, string>> = { wd: '个工作日', d: '日' }
const termOf = ({ value, unit }: { value: number; unit: string }) => `${value} ${units[unit] ?? unit}`
const paidOf = (code: string) =>
  (paymentTemplates[code] ?? []).map((one) => `${one.title}，付 ${one.percent}%`).join('；')

/** The words a template leaves open, as this tender fills them. */
const wordsOf = (t: TenderFacts): Record<string, string> => ({
  buyer: t.buyer.name,
  title: t.title,
  refNo: t.refNo,
  method: t.method.name,
  basis: t.method.basis,
  quantity: t.plan.quantity,
  goals: t.plan.goals,
  ceiling: said(t.ceiling),
  deadline: momentOf(t.deadline),
  questionsClose: momentOf(t.questionsClose),
  from: dayOf(t.plan.from),
  to: dayOf(t.plan.to),
  payment: paidOf(t.paymentTemplate),
  amendDays: termOf({ value: t.method.amendDays, unit: t.method.bidUnit }),
  minProposals: String(t.method.minProposals),
  panelMin: String(t.method.panelMin),
  objectionDays: String(t.method.objectionDays),
  confirmDays: String(t.terms.CONFIRM_WINNER.value),
  signDays: String(t.terms.SIGN_CONTRACT.value),
  confirm: termOf(t.terms.CONFIRM_WINNER),
  sign: termOf(t.terms.SIGN_CONTRACT),
  challenge: termOf(t.terms.CHALLENGE_WINDOW),
  reply: termOf(t.terms.CHALLENGE_REPLY),
  complaint: termOf(t.terms.COMPLAINT_WINDOW),
  directGround: directGround(t.plan.directGround)?.said ?? '',
})
const fill = (clause: string, words: Record<string, string>) =>
  clause.replace(/\{\{(\w+)\}\}/g, (open, name: string) => words[name] ?? open)

const scored = ({
  code,
  name,
  kind,
  max,
  items,
  bands,
  levels,
  guidance,
}: TenderFacts['criteria'][number]) => ({
  code,
  name,
  kind,
  max,
  items,
  bands: bands && Object.entries(bands).sort(),
  levels: levels && Object.entries(levels).sort(),
  guidance,
})

/** 采购文件: all it says, in one order. Its text, byte for byte, is what the fingerprint is of. */
export function documentOf(t: TenderFacts) {
  const words = wordsOf(t)
  return {
    refNo: t.refNo,
    title: t.title,
    buyer: t.buyer.name,
    route: t.method.name,
    template: t.template && `${t.template.methodCode} ${t.template.version}`,
    parts: (t.template?.parts ?? []).map((part) => ({
      ...part,
      clauses: part.clauses.map((clause) => fill(clause, words)),
    })),
    requirement: t.requirement,
    quantity: t.plan.quantity,
    goals: t.plan.goals,
    qualification: t.qualificationItems ?? itemsOf(t.qualification),
    indicators: t.indicators.map(({ name, target, unit }) => ({ name, target, unit })),
    acceptance: t.acceptancePlan ?? '',
    ceiling: t.ceiling,
    payment: t.paymentTemplate,
    deadline: t.deadline.toISOString(),
    questionsClose: t.questionsClose.toISOString(),
    criteria: t.criteria.map(scored),
    files: t.documents.map(({ name, size, hash }) => ({ name, size, hash })),
  }
}
export type TenderDocumentText = ReturnType<typeof documentOf>
export const contentOf = (t: TenderFacts): string => JSON.stringify(documentOf(t))
