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
  /** `abstains`: declared before the seal. */
  bodies: Array<{ id: string; abstains?: true }>
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
  /** SHA-256 of every other file of the round. */
  files: Record<string, string>
  countHash: string
  outcome: {
    line: number
    quorumMet: boolean
    spent: number
    selected: string[]
    steps: Array<{ id: string; votes: number; score: number; outcome: string }>
  }
}
/** turnout.json: a cell that is `null` is hidden; ages are those that may vote, and `unknown`. */
export type Turnout = {
  round: string
  participations: number
  channels: Record<string, number | null>
  ages: Record<string, number | null>
}
/** The public files of a round, wherever they lie. */
export type RoundFiles = {
  /** The words of one file; throws a sentence when it is not there. */
  text: (name: string) => string
  /** The bytes of a long file, piece by piece. */
  pieces: (name: string) => Iterable<Uint8Array>
  /** SHA-256 of the bytes of one file. */
  sha256: (name: string) => string
}

/** The files of a round that can be verified, but for result.json, which names the fingerprint of each. */
export const signedFiles = [
  'manifest.json',
  'turnout.json',
  'blocs.json',
  'sealed.txt',
  'superseded.txt',
  'ballots.csv',
  'round.pb',
] as const
