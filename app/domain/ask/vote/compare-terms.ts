import type { BlocWeight } from '#db/vocabulary.ts'
import { type Fen, fen } from '../../money.ts'
import type { Election } from './count/election.ts'
import type { ProjectAccount } from './count/explain.ts'
import type { Rule } from './count/rules.ts'

/** 按票数高低, or 平等份额法. */
export type Method = 'votes' | 'shares'
/** What supporters are counted in: ballots, points given, or points of weight in a joint selection. */
export type Unit = 'ballot' | 'point' | 'weight'
/** Why an item stands where it stands under one of the two; amounts in 分. */
export type Account = Pick<ProjectAccount, 'id' | 'votes' | 'score' | 'verdict' | 'place' | 'percent'> & {
  cost: Fen
  /** What was wanting, of its supporters' shares or of the money left. */
  missing: Fen
  left: Fen | null
  /** What its supporters held together at the start, and when it was bought or the shares ended. */
  behindAtStart: Fen | null
  behind: Fen | null
  /** The most paid for it by one unit (a ballot, a point, a point of weight), rounded up; and its cost over that. */
  payment: Fen | null
  effectiveVotes: number | null
}
export type Side = {
  method: Method
  winners: string[]
  spent: Fen
  /** Residents' ballots with at least one selected choice. */
  reached: number
  accounts: Account[]
  /** What each ballot, or in a joint selection each point of weight, held in the run that counts; null where votes decided. */
  endowment: Fen | null
}
/** 联合评选: what one side held under equal shares in the run that counts, together and on each of its ballots. */
export type SidePurse = BlocWeight & { ballots: number; together: Fen; each: Fen }
export type Comparison = {
  binding: Method
  unit: Unit
  sides: [Side, Side]
  /** Residents' ballots with more selected choices under the first, under the second, and as many. */
  better: { first: number; second: number; same: number }
  /** Items the two decide otherwise. */
  differing: string[]
  /** By how much a ballot, or a point of weight, is raised a step in the compared equal shares. */
  step: Fen | null
  /** Null where residents alone decide. */
  purses: SidePurse[] | null
  /** What the first place of a ranking is worth; null where no places were given. */
  topPlace: number | null
}

/** Roughly a thousandth of what each holds, in whole 元: fine enough, and never without end. */
export const stepFor = (budget: number, holders: number): Fen =>
  fen(Math.max(1, Math.round(budget / holders / 100_000)) * 100)

/** One round ready to be counted by two rules. */
export type Contest = {
  unit: Unit
  election: Election
  own: Rule
  other: Rule
  step: Fen | null
  /** How many ballots name an item; null: the election itself says. */
  named: ((id: string) => number) | null
  /** The sides with a ballot; null where residents alone decide. */
  present: ReadonlyArray<BlocWeight & { ballots: readonly unknown[] }> | null
}
