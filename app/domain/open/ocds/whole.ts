import type { Section, Told } from './events.ts'
import type { Process } from './find-process.ts'
import { reached } from './ways.ts'

/** Everything a process has come to, for one that has no release yet: what was never told is told at once. */
export function allOf(p: Process): Told {
  const { tender, award, contract, ended } = reached(p)
  const all: Array<[boolean, string, Section]> = [
    [true, 'planning', 'planning'],
    [tender, 'tender', 'tender'],
    [award, 'award', 'award'],
    [contract, 'contract', 'contract'],
    [ended, 'contractTermination', 'contract'],
  ]
  const now = all.filter(([yes]) => yes)
  return { tags: now.map(([, tag]) => tag), sections: [...new Set(now.map(([, , section]) => section))] }
}
