import { yuan } from '../../money.ts'
import { Refusal } from '../../refusal.ts'
import type { PbFile } from './count/parse-pb.ts'
import type { RoundInput } from './round-form.ts'
import { lineOf } from './tally.ts'

type Rule = Pick<
  RoundInput,
  'rule' | 'thresholdPercent' | 'utility' | 'completion' | 'addStep' | 'tieOrder' | 'ballotKind'
> &
  Pick<RoundInput, 'maxChoices' | 'pointsTotal' | 'pointsEach'>

/** 门槛: the whole percent whose line over so many ballots is the file's; half where the file has no ballots to tell. */
function percentFor({ election: { threshold, voters } }: PbFile): number {
  const exact = Array.from({ length: 100 }, (_, p) => p).find((p) => lineOf(voters, p) === threshold)
  return voters === 0 ? 50 : (exact ?? Math.min(99, Math.floor((threshold * 100) / voters)))
}

/** What our own files say beside Pabulib's words: utility, completion, step in 元, ties. */
function ownWords(comment = '') {
  const [, utility, completion, step, ties] =
    /utility (cost|cardinal), completion (\w+), step ([\d.]+), ties (\w+)/.exec(comment) ?? []
  return { utility, completion, step: Number(step ?? 0), ties }
}

const rules: Record<string, Rule['rule']> = {
  greedy: 'greedy',
  'greedy-no-skip': 'greedy_no_skip',
  'greedy-threshold': 'greedy_threshold',
  equalshares: 'mes',
  'equalshares/add1': 'mes',
}
/** 元 a step, where the file does not say: a ten-thousandth of the budget, so that add1 comes to an end. */
const stepFor = ({ election: { budget, scale } }: PbFile) => Math.max(1, Math.round(budget / scale / 10_000))
const completions = ['none', 'greedy', 'add1', 'add1_greedy'] as const

function countOf(file: PbFile): Rule {
  const name = file.meta.get('rule') ?? ''
  const rule = Object.hasOwn(rules, name) ? rules[name] : undefined
  if (!rule) throw new Refusal('invalid', 'pb-rule-unknown', { rule: name })
  const own = ownWords(file.meta.get('comment'))
  const tieOrder = own.ties === 'lot' ? 'lot' : 'cost_votes_id'
  if (rule === 'greedy_threshold') return { rule, tieOrder, thresholdPercent: percentFor(file) }
  if (rule !== 'mes') return { rule, tieOrder }
  const named = completions.find((c) => c === own.completion)
  const completion = named ?? (name === 'equalshares/add1' ? 'add1' : 'none')
  const addStep = completion.startsWith('add1') ? { addStep: yuan(own.step || stepFor(file)) } : {}
  return { rule, tieOrder, utility: own.utility === 'cardinal' ? 'cardinal' : 'cost', completion, ...addStep }
}

/** The most points a ballot of the file gives in all, and to one item. */
function mostPoints({ groups }: PbFile['election']) {
  let [total, each] = [1, 1]
  for (let g = 0; g < groups.size; g += 1) {
    const points = groups.weight.subarray(groups.start[g], groups.start[g + 1])
    total = Math.max(
      total,
      points.reduce((sum, n) => sum + n, 0),
    )
    each = Math.max(each, ...points)
  }
  return { total, each }
}
const numberIn = (file: PbFile, key: string) => {
  const said = Number(file.meta.get(key))
  return Number.isInteger(said) && said > 0 ? said : null
}

/** The ballot kind and rule of a Pabulib file in the words of a round; `slate`: how many items it has. */
export function ruleInPb(file: PbFile, slate: number): Rule {
  const most = Math.min(numberIn(file, 'max_length') ?? slate, slate)
  const count = countOf(file)
  if (file.election.kind === 'ordinal') return { ...count, ballotKind: 'ranking', maxChoices: most }
  if (file.election.kind === 'approval') return { ...count, ballotKind: 'approval', maxChoices: most }
  const seen = mostPoints(file.election)
  const pointsTotal = numberIn(file, 'max_sum_points') ?? seen.total
  const pointsEach = Math.min(numberIn(file, 'max_points') ?? seen.each, pointsTotal)
  return { ...count, ballotKind: 'points', pointsTotal, pointsEach }
}
