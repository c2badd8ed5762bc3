import { type Fen, sum } from '../../money.ts'
import type { BudgetKind, Section, TextKind } from './sections.ts'

/** One line of the sheet; how many at what price, where its writer says so. */
export type BudgetLine = {
  kind: BudgetKind
  label: string
  amount: Fen
  unit?: string
  quantity?: number
  unitPrice?: Fen
}
export type Pledge = { code: string; name: string; unit: string; target: number; promised: number }
/** A sealed file: its bytes lie under `sealedHash`, its own hash shows that nothing was exchanged. */
export type Attachment = {
  name: string
  mime: string
  size: number
  hash: string
  sealedHash: string
  bound: string
  /** From the opening on, where the call's key was split: the file's own key, under the server's. */
  key?: string
}
export type Organisation = {
  name: string
  kind: string
  uscc: string | null
  form: string | null
  grade: string | null
  gradeUntil: string | null
  registeredYear: number | null
  contact: string
  bank?: Bank | null
}
/** 开户行和账号 */
export type Bank = { name: string; account: string }
/** 业绩: what a body has done before. */
export type PastProject = { title: string; buyer: string; year: number; amount: Fen; outcome: string }
/** 财务状况, a year. */
export type FinanceYear = { year: number; income: Fen; spending: Fen; auditor: string }
/** 联合体的一方: its share of the work in whole percent, and what it does. */
export type Partner = { partyId: string; name: string; uscc: string | null; share: number; duty: string }
/** 联合体协议: the lead and its share, every other party, and the signed paper's fingerprint. */
export type Consortium = { share: number; duty: string; partners: Partner[]; agreement: string | null }
export type Named = {
  personId: string
  name: string
  level: string
  certNo: string
  registeredUntil: string
  leads: boolean
}

/** What a bidder writes. Nothing of it is stored readable before the opening. */
export type Body = {
  organisation: Organisation | null
  /** Null: it bids alone. */
  consortium: Consortium | null
  experience: PastProject[]
  finance: FinanceYear[]
  texts: Partial<Record<TextKind, string>>
  /** One text a criterion, by its code. */
  plan: Record<string, string>
  budget: { price: Fen; lines: BudgetLine[] } | null
  indicators: Pledge[] | null
  integrity: { at: number; by: string } | null
  attachments: Attachment[]
}
/** 最后报价: the first sheet it has taken the place of, and what else was promised with it. */
export type FinalSaid = { first: NonNullable<Body['budget']>; commitment: string | null }
/** As it was sent: with the team that had said yes; and what a final offer changed of it. */
export type SentBody = Body & { team: Named[]; final?: FinalSaid }

export const emptyBody: Body = {
  organisation: null,
  consortium: null,
  experience: [],
  finance: [],
  texts: {},
  plan: {},
  budget: null,
  indicators: null,
  integrity: null,
  attachments: [],
}

type Asked = { code: string; kind: string }
type Member = { leads: boolean; consentedAt: Date | null }
type Ally = { agreed: boolean }

/** Every criterion that is judged by reading has its text; the price needs none. */
export const partsAsked = <C extends Asked>(criteria: readonly C[]): C[] =>
  criteria.filter((c) => c.kind !== 'formula')
export const partsMissing = (body: Body, criteria: readonly Asked[]) =>
  criteria.filter((c) => c.kind === 'subjective' && !body.plan[c.code])

export const budgetSums = (price: Fen, lines: readonly BudgetLine[]) =>
  sum(lines.map((l) => l.amount)) === price

/** The sections still to be done, in order. */
export function missing(
  body: Body,
  criteria: readonly Asked[],
  team: readonly Member[],
  allies: readonly Ally[] = [],
): Section[] {
  const one = team.filter((m) => m.leads).length === 1
  const done: Record<Section, boolean> = {
    organisation: body.organisation !== null,
    consortium:
      body.consortium === null || (body.consortium.agreement !== null && allies.every((a) => a.agreed)),
    team: one && team.every((m) => m.consentedAt !== null),
    plan: partsMissing(body, criteria).length === 0,
    record: true,
    texts: true,
    budget: body.budget !== null,
    indicators: body.indicators !== null,
    attachments: true,
    integrity: body.integrity !== null,
  }
  return (Object.keys(done) as Section[]).filter((section) => !done[section])
}
