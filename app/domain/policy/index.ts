import { Refusal } from '../refusal.ts'
import type { Actor } from '../who/actor.ts'
import { askRows } from './ask.ts'
import { bidRows } from './bid.ts'
import { buyRows } from './buy.ts'
import { careRows } from './care.ts'
import { caseworkRows } from './casework.ts'
import { cofundRows } from './cofund.ts'
import { deliverRows } from './deliver.ts'
import { evaluationRows } from './evaluation.ts'
import { frameworkRows } from './framework.ts'
import { hallRows } from './hall.ts'
import { minorRows } from './minor.ts'
import { openRows } from './open.ts'
import { payRows } from './pay.ts'
import { proposalRows } from './proposal.ts'
import { rateRows } from './rate.ts'
import { tendRows } from './tend.ts'
import { answer, type Row, type SubjectOf } from './terms.ts'
import { voteRows } from './vote.ts'
import { whoRows } from './who.ts'

/** Who may do what. No other place decides this. */
export const policy = {
  ...askRows,
  ...hallRows,
  ...voteRows,
  ...buyRows,
  ...frameworkRows,
  ...minorRows,
  ...bidRows,
  ...proposalRows,
  ...evaluationRows,
  ...deliverRows,
  ...careRows,
  ...caseworkRows,
  ...tendRows,
  ...payRows,
  ...cofundRows,
  ...rateRows,
  ...whoRows,
  ...openRows,
}
export type Act = keyof typeof policy
type Subject<A extends Act> = SubjectOf<(typeof policy)[A]>

/** True, or the key of the reason why this actor may not. */
export const whyNot = <A extends Act>(actor: Actor, act: A, subject: Subject<A>): true | string =>
  answer(actor, policy[act] as unknown as Row<Subject<A>>, subject)

export const may = <A extends Act>(actor: Actor, act: A, subject: Subject<A>): boolean =>
  whyNot(actor, act, subject) === true

/** Lets pass or refuses; every command calls it inside its transaction, every loader of a closed page too. */
export function authorize<A extends Act>(actor: Actor, act: A, subject: Subject<A>): void {
  const said = whyNot(actor, act, subject)
  if (said !== true) throw new Refusal('forbidden', said)
}
