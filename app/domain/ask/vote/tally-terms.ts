import type { BlocWeight } from '#db/vocabulary.ts'
import type { Fen } from '../../money.ts'
import type { Round } from './phase.ts'

/** What one side gave an item: its votes, of how many ballots, at which weight. */
export type Joint = { bloc: BlocWeight['bloc']; weight: number; votes: number; ballots: number }
/** The open ballot of one body; null: it did not vote, or abstained. */
export type JointBallot = { bloc: BlocWeight['bloc']; choices: string[] | null }

export type TallyItem = { id: string; cost: Fen }
export type TallyRule = {
  budget: Fen
  /** A ballot share to be passed, in whole percent; null: no line. */
  thresholdPercent: number | null
  /** Households that must have taken part; 0: none. */
  quorum: number
  participated: number
  /** What is left out is as it always was: approval ballots, by votes. */
  ballotKind?: Round['ballotKind']
  maxChoices?: number
  rule?: Round['rule']
  utility?: Round['utility']
  completion?: Round['completion']
  addStep?: number | null
  /** The drawn lot; null: none was to be drawn. */
  lotSeed?: string | null
  blocs?: BlocWeight[] | null
  bodies?: JointBallot[]
}
export type Outcome =
  | 'selected'
  | 'below_threshold'
  | 'no_money'
  | 'after_stop'
  | 'no_support'
  | 'quorum_not_met'
export type TallyStep = {
  id: string
  rank: number
  cost: Fen
  votes: number
  /** Votes on approval ballots, points on others; in a joint selection the joint share in percent. */
  score: number
  outcome: Outcome
  /** Paid for by its supporters' equal shares. */
  byShares: boolean
  /** 分 left when its turn came, and after it. */
  before: Fen
  after: Fen
  /** The ids that stood exactly as high in the walk: lower cost went first, then the published order. */
  tied: string[]
  /** 联合评选: what each side gave it. */
  joint: Joint[] | null
}
export type Tally = {
  /** 有效票: blank ones are counted apart. */
  ballots: number
  /** 空白票 */
  blank: number
  /** The votes an item must reach. */
  line: number
  quorumMet: boolean
  steps: TallyStep[]
  selected: string[]
  spent: Fen
  /** Ballots with at least one selected choice. */
  satisfied: number
}
/** One item's turn, in the order of the count. */
export type CountTurn = Pick<TallyStep, 'id' | 'votes' | 'score' | 'joint' | 'byShares'> & {
  /** What its turn in the walk went by, exactly; null where shares bought it, or it had no turn. */
  standing: string | null
  outcome: Exclude<Outcome, 'quorum_not_met'>
}
