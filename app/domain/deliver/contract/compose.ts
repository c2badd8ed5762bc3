import Nzh from 'nzh'
import { sha256 } from '#app/ports/vault.ts'
import type { Reader } from '#db/store.ts'
import type { Party } from '../../buy/proposal/consortium/parties-of.ts'
import type { Fen } from '../../money.ts'
import { parameter } from '../../parameters.ts'
import type { PlannedMilestone } from '../milestone/plan-milestones.ts'
import { capitalMoney, plainMoney } from './capital-money.ts'
import type { Template } from './template/find-template.ts'
import { contractTemplate } from './templates-data.ts'
import type { Indicator } from './terms-of-award.ts'

export type Clause = { heading: string; words: string; secret?: boolean }
export type Figures = {
  /** 联合体各方; empty: one body alone. */
  parties: readonly Party[]
  title: string
  requirement: string
  price: Fen
  from: string
  to: string
  indicators: readonly Indicator[]
  milestones: readonly PlannedMilestone[]
  /** 主体、关键性工作: codes of the indicators that may not be subcontracted. */
  core: readonly string[]
  /** The way of buying it was awarded by. */
  route: string
}

/** 磋商: what it changed of what is asked, and what the winner promised with its final price; neither: nothing is added. */
export type Talks = { changes: string | null; commitment: string | null }

const fill = (words: string, values: Record<string, string>) =>
  words.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? '')
const lines = (items: readonly string[]) => items.map((item, i) => `${i + 1}. ${item}`).join('\n')

/** The clauses of a version that a way of buying has, numbered in their order, with the figures in them. */
const filledClauses = (
  { clauses }: Pick<Template, 'clauses'>,
  route: string,
  values: Record<string, string>,
): Clause[] =>
  clauses
    .filter(({ routes }) => !routes || routes.includes(route))
    .map(({ heading, words }, i) => ({
      heading: fill(contractTemplate.numbered, { n: Nzh.cn.encodeS(i + 1, { tenMin: true }), heading }),
      words: fill(words, values),
    }))

/** 政府采购法 第二十四条: the parties of a consortium answer for the contract together. */
const jointClauses = (parties: readonly Party[]): Clause[] =>
  parties.length > 0 ? [jointClause(parties)] : []
const jointClause = (parties: readonly Party[]): Clause => ({
  heading: contractTemplate.joint.heading,
  words: fill(contractTemplate.joint.words, {
    parties: lines(
      parties.map(({ name, share, duty }) =>
        fill(contractTemplate.joint.line, { name, share: String(share), duty }),
      ),
    ),
  }),
})

/** What is asked for, as it stands after the talks: as published, what they changed, and what the final offer promises beyond it. */
export function asked(requirement: string, talks: Talks) {
  const { changes, commitment } = contractTemplate.talked
  const added = [
    ...(talks.changes ? [fill(changes, { words: talks.changes })] : []),
    ...(talks.commitment ? [fill(commitment, { words: talks.commitment })] : []),
  ]
  return [requirement, ...added].join('\n')
}

export type Promised = Pick<Indicator, 'name' | 'unit' | 'target'>
/** One indicator as a contract's text says it. */
export const indicatorLine = ({ name, unit, target }: Promised) =>
  fill(contractTemplate.indicatorLine, { name, unit, target: String(target) })
/** Indicators as a contract's text lists them, numbered. */
export const indicatorLines = (promised: readonly Promised[]) => lines(promised.map(indicatorLine))

/** What the award puts into a contract's clauses, by its mark. */
const ofAward = (f: Figures) => ({
  title: f.title,
  requirement: f.requirement,
  from: f.from,
  to: f.to,
  price: plainMoney(f.price),
  capitals: capitalMoney(f.price),
  indicators: indicatorLines(f.indicators),
  milestones: lines(
    f.milestones.map(({ title, percent, price }) =>
      fill(contractTemplate.milestoneLine, { title, percent: String(percent), price: plainMoney(price) }),
    ),
  ),
  core: f.indicators
    .filter((i) => f.core.includes(i.code))
    .map((i) => i.name)
    .join(contractTemplate.comma),
})

/** The template's clauses with the award's figures in them, then what this contract adds; contacts are secret. */
export async function compose(
  db: Reader,
  { on, template }: { on: string; template: Pick<Template, 'clauses'> },
  f: Figures,
  more: { special?: string; contacts?: string },
) {
  const figure = async (code: string) => String((await parameter(db, code, on)).value)
  const values = {
    ...ofAward(f),
    acceptanceDays: await figure('ACCEPTANCE_DUE'),
    satisfactionMin: await figure('SATISFACTION_MIN'),
    withholdBelow: await figure('KPI_WITHHOLD'),
  }
  const clauses = [...filledClauses(template, f.route, values), ...jointClauses(f.parties)]
  if (more.special) clauses.push({ heading: contractTemplate.special, words: more.special })
  if (more.contacts) clauses.push({ heading: contractTemplate.contacts, words: more.contacts, secret: true })
  return clauses
}

type Body = {
  refNo: string
  buyerId: string
  supplierId: string
  price: Fen
  from: string
  to: string
  clauses: readonly Clause[]
}
/** The fingerprint of what is signed: parties, price, term and every clause, in this order. */
export const bodyHash = ({ refNo, buyerId, supplierId, price, from, to, clauses }: Body) =>
  sha256(
    JSON.stringify([
      refNo,
      buyerId,
      supplierId,
      price,
      from,
      to,
      clauses.map((c) => [c.heading, c.words, c.secret ?? false]),
    ]),
  )
