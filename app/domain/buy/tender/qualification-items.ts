import type { QualificationItem } from '#db/schema/index.ts'
import { Refusal } from '../../refusal.ts'
import { plainNumbers, plainWords } from './plain-words.ts'
import { refuseProhibited } from './prohibited-factors.ts'
import { mostContracts, otherKind, qualificationKinds } from './qualification-kinds-data.ts'

/** What kind of condition a line is, told by its words. */
export const kindOfLine = (words: string): string => {
  const { flat } = plainWords(words)
  return qualificationKinds.find((kind) => kind.words.test(flat))?.code ?? otherKind
}

/** Conditions with their kinds: what the writer chose, or else what the words say. */
export const itemsOf = (lines: readonly string[], chosen: readonly QualificationItem[] = []) =>
  lines.map((words): QualificationItem => {
    const told = chosen.find((item) => item.words === words)?.kind
    const read = kindOfLine(words)
    return { words, kind: !told || told === otherKind ? read : told }
  })

function refuseManyContracts({ kind, words }: QualificationItem) {
  if (kind !== 'contracts') return
  const counted = plainNumbers(plainWords(words).flat).matchAll(/(\d+)(?=个|份|项|例|次|家)/g)
  const most = Math.max(0, ...[...counted].map(([n]) => Number(n)))
  if (most > mostContracts)
    throw new Refusal('invalid', 'qualification-contracts', { words, most: mostContracts })
}

/** Refuses conditions that shut suppliers out, ask for too many contracts, or stand there twice. */
export function checkQualification(items: readonly QualificationItem[]) {
  refuseProhibited(items.map((item) => item.words))
  for (const item of items) refuseManyContracts(item)
  if (new Set(items.map((item) => plainWords(item.words).flat)).size !== items.length)
    throw new Refusal('invalid', 'qualification-twice')
}

type Scored = { name: string; guidance: string; levels?: Record<string, string> | null }
const sameRun = 10
const saysTheSame = (condition: string, judged: string) => {
  for (let at = 0; at + sameRun <= condition.length; at++)
    if (judged.includes(condition.slice(at, at + sameRun))) return true
  return false
}

/** 资格条件不得作为评审因素 (财政部令第87号 第五十五条): what admits a supplier earns it no points. */
export function refuseScoredAgain(items: readonly QualificationItem[], criteria: readonly Scored[]) {
  for (const { kind, words } of items)
    for (const { name, guidance, levels } of criteria) {
      const judged = plainWords([name, guidance, ...Object.values(levels ?? {})].join('，')).flat
      const again = qualificationKinds.find((one) => one.code === kind)?.words.test(judged)
      if (again || saysTheSame(plainWords(words).flat, judged))
        throw new Refusal('invalid', 'prohibited-again', { words, name })
    }
}
