import { sha256 } from '#app/ports/vault.ts'
import type { Mark } from '#db/vocabulary.ts'
import type { BodyOfRound } from './bodies.ts'
import type { SlateItem } from './find-round.ts'
import type { Round } from './phase.ts'
import { quorumOf } from './tally.ts'
import type { TallyRule } from './tally-terms.ts'

const byWords = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** One ballot on one line: numbers in its own order, points behind a colon; nothing for a blank one. */
export const lineOfBallot = (marks: readonly Mark[]): string =>
  marks.map((mark) => (typeof mark === 'string' ? mark : mark.join(':'))).join(' ')

/** Ballots in an order that says nothing about when they were cast. */
export const sortedBallots = (ballots: ReadonlyArray<readonly Mark[]>): Mark[][] =>
  ballots.map((marks) => [...marks]).sort((a, b) => byWords(lineOfBallot(a), lineOfBallot(b)))

/** 选票明细 as it is downloaded: one line a ballot. Its SHA-256 is the round's fingerprint. */
export const ballotsCsv = (ballots: ReadonlyArray<readonly Mark[]>): string =>
  ['ballot,choices', ...ballots.map((marks, i) => `${i + 1},${lineOfBallot(marks)}`), ''].join('\n')
export const countHashOf = (ballots: ReadonlyArray<readonly Mark[]>): string => sha256(ballotsCsv(ballots))

/** The rule in the shape the tally takes, with the open ballots of the bodies where it is a joint vote. */
export const ruleOf = (
  round: Round,
  participated: number,
  bodies: readonly BodyOfRound[] = [],
): TallyRule => ({
  budget: round.budget,
  thresholdPercent: round.rule === 'greedy_threshold' ? round.thresholdPercent : null,
  quorum: quorumOf(round.households, round.quorumPercent),
  participated,
  ballotKind: round.ballotKind,
  maxChoices: round.maxChoices,
  rule: round.rule,
  utility: round.utility,
  completion: round.completion,
  addStep: round.addStep,
  lotSeed: round.lotSeed,
  blocs: round.blocs,
  bodies: bodies.map(({ bloc, choices, abstained }) => ({ bloc, choices: abstained ? null : choices })),
})
export const itemsOf = (slate: readonly SlateItem[]) => slate.map(({ refNo, cost }) => ({ id: refNo, cost }))

/** Everything a recount needs, and nothing about anybody; amounts in 分. */
export const ballotsJson = (
  round: Round,
  slate: readonly SlateItem[],
  rule: TallyRule,
  ballots: Mark[][],
): string =>
  `${JSON.stringify({ round: round.refNo, sealHash: round.sealHash, countHash: round.countHash, rule, items: itemsOf(slate), ballots })}\n`
