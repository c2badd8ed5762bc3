import type { BlocWeight } from '#db/vocabulary.ts'
import type { Fen } from '../../money.ts'
import type { Round } from './phase.ts'

/** manifest.json as far as a verification reads it; `docs/verifying-a-round.md` tells the whole. */
export type Manifest = {
  round: string
  level: Round['level']
  electorate: { households: number; quorumPercent: number }
  ballot: { kind: Round['ballotKind'] } & Pick<Round, 'maxChoices' | 'pointsTotal' | 'pointsEach'>
  count: Pick<
    Round,
    'rule' | 'utility' | 'completion' | 'addStep' | 'thresholdPercent' | 'tieOrder' | 'budget'
  >
  blocs: BlocWeight[] | null
  bodies: Array<{ id: string }>
  slate: Array<{ id: string; cost: Fen }>
  signingKey: string | null
}
/** result.json. */
export type Result = {
  round: string
  sealHash: string
  box: { root: string; leaves: number; replaced: number; replacedHash: string; signature: string } | null
  votes: { participations: number; households: number; void: number; ballots: number; blank: number }
  lotSeed: string | null
  countHash: string
  outcome: {
    line: number
    quorumMet: boolean
    spent: number
    selected: string[]
    steps: Array<{ id: string; votes: number; score: number; outcome: string }>
  }
}
/** The public files of a round, wherever they lie. */
export type RoundFiles = {
  /** The words of one file; throws a sentence when it is not there. */
  text: (name: string) => string
  /** The lines of a long file, one by one. */
  lines: (name: string) => Iterable<string>
}
