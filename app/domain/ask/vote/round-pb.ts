import type { Mark } from '#db/vocabulary.ts'
import { dateOf } from '../../dates.ts'
import { writePb } from './count/write-pb.ts'
import type { SlateItem } from './find-round.ts'
import type { Round } from './phase.ts'
import { lineOf } from './tally.ts'
import type { TallyRule } from './tally-terms.ts'
import { electionOf } from './tally-turns.ts'

const dotted = (at: Date) => dateOf(at).split('-').reverse().join('.')
/** The name Pabulib has for a round's rule; a joint vote has none, for its other ballots are not in the file. */
function ruleName({ blocs, rule, completion }: Pick<Round, 'blocs' | 'rule' | 'completion'>): string {
  if (blocs) return 'greedy-custom'
  if (rule !== 'mes') return rule.replaceAll('_', '-')
  return completion.startsWith('add1') ? 'equalshares/add1' : 'equalshares'
}

type Counted = { rule: TallyRule; selected: readonly string[] }
/** The open form of participatory budgeting (Pabulib .pb): the valid ballots, sorted; blank ones weigh nothing and stay out. */
export function roundPb(
  round: Round,
  slate: readonly SlateItem[],
  ballots: ReadonlyArray<readonly Mark[]>,
  { rule, selected }: Counted,
): string {
  const valid = ballots.filter((ballot) => ballot.length > 0)
  const items = slate.map(({ refNo, cost, title }) => ({ id: refNo, cost, name: title }))
  // The line of a joint selection lies in the joint score, and nobody's votes alone reach it.
  const line =
    round.rule === 'greedy_threshold' && !round.blocs ? lineOf(valid.length, round.thresholdPercent) : 0
  return writePb(electionOf(valid, items, rule, line), {
    description: round.name,
    country: 'China',
    unit: round.communityId,
    instance: round.refNo,
    rule: ruleName(round),
    dateBegin: dotted(round.opensAt),
    dateEnd: dotted(new Date(round.closesAt.getTime() - 1)),
    currency: 'CNY',
    maxLength: round.maxChoices,
    comment: `utility ${round.utility}, completion ${round.completion}, step ${(round.addStep ?? 0) / 100}, ties ${round.tieOrder}`,
    selected,
  })
}
