import type { CountedFile } from '#db/vocabulary.ts'
import { Refusal } from '../../refusal.ts'
import { countElection } from './count/count-election.ts'
import { type PbFile, parsePb } from './count/parse-pb.ts'
import { decimalWords } from './count/pb-cells.ts'
import { ruleOf } from './count/rules.ts'
import { voterAccount } from './count/voter-account.ts'

/** Reads a Pabulib file by the count's own reader; what is wrong is said with its line. */
export function readPb(words: string | Uint8Array): PbFile {
  const read = parsePb(words)
  if (!read.ok) throw new Refusal('invalid', read.fault.key, read.fault.params)
  return read
}

/** On which line a project of the file stands. */
export function lineOfProject(words: string | Uint8Array, id: string): number {
  const lines = (typeof words === 'string' ? words : new TextDecoder().decode(words)).split(/\r?\n/)
  const from = lines.findIndex((line) => /^\s*projects\s*;*\s*$/i.test(line))
  const at = lines.findIndex((line, n) => n > from && line.replaceAll('"', '').startsWith(`${id};`))
  return at + 1
}

/** What both rules make of a file's ballots. */
export function countedIn({ election, meta }: PbFile): CountedFile {
  const sides = (['greedy', 'mes_add1u'] as const).map((name) => {
    const counted = countElection(election, ruleOf(name, election.scale)!)
    if (!counted.ok) throw new Refusal('conflict', 'count-too-many-runs')
    const { winners, cost } = counted.outcome
    const reached = voterAccount(election, winners).reached
    return { method: name, winners: [...winners], cost: decimalWords(cost, election.scale), reached }
  })
  const names = Object.fromEntries(election.projects.map(({ id, name }) => [id, name || id]))
  return { name: meta.get('description') ?? '', voters: election.voters, names, sides }
}

/** 只算一算: what both rules make of the ballots in a file; nothing is kept. */
export const countPb = (words: string | Uint8Array) => countedIn(readPb(words))
