import { type Fen, sum } from '../../money.ts'
import type { BudgetKind, Section } from './sections.ts'

export type BudgetLine = { kind: BudgetKind; label: string; amount: Fen }
export type Pledge = { code: string; name: string; unit: string; target: number; promised: number }
/** A sealed file: its bytes lie under `sealedHash`, its own hash shows that nothing was exchanged. */
export type Attachment = {
  name: string
  mime: string
  size: number
  hash: string
  sealedHash: string
  bound: string
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
}
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
  /** One text a criterion, by its code. */
  plan: Record<string, string>
  budget: { price: Fen; lines: BudgetLine[] } | null
  indicators: Pledge[] | null
  integrity: { at: number; by: string } | null
  attachments: Attachment[]
}
/** As it was sent: with the team that had said yes. */
export type SentBody = Body & { team: Named[] }

export const emptyBody: Body = {
  organisation: null,
  plan: {},
  budget: null,
  indicators: null,
  integrity: null,
  attachments: [],
}

type Asked = { code: string; kind: string }
type Member = { leads: boolean; consentedAt: Date | null }

/** Every criterion that is judged by reading has its text; the price needs none. */
export const partsAsked = <C extends Asked>(criteria: readonly C[]): C[] =>
  criteria.filter((c) => c.kind !== 'formula')
export const partsMissing = (body: Body, criteria: readonly Asked[]) =>
  criteria.filter((c) => c.kind === 'subjective' && !body.plan[c.code])

export const budgetSums = (price: Fen, lines: readonly BudgetLine[]) =>
  sum(lines.map((l) => l.amount)) === price

/** The sections still to be done, in order. */
export function missing(body: Body, criteria: readonly Asked[], team: readonly Member[]): Section[] {
  const one = team.filter((m) => m.leads).length === 1
  const done: Record<Section, boolean> = {
    organisation: body.organisation !== null,
    team: one && team.every((m) => m.consentedAt !== null),
    plan: partsMissing(body, criteria).length === 0,
    budget: body.budget !== null,
    indicators: body.indicators !== null,
    attachments: true,
    integrity: body.integrity !== null,
  }
  return (Object.keys(done) as Section[]).filter((section) => !done[section])
}
