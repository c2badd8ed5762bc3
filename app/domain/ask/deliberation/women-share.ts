import type { Rule } from './find-rule.ts'

type Least = Pick<Rule, 'womenNum' | 'womenDen'>
/**
 * 妇女比例 of a roll beside what its rule says. It is told and stops nothing: who belongs is settled where members are
 * elected, and a roll is written as it is. Null: the rule names none, or there is no roll.
 */
export function womenShare({ womenNum: num, womenDen: den }: Least, roll: ReadonlyArray<{ woman: boolean }>) {
  if (!num || !den || roll.length === 0) return null
  const women = roll.filter(({ woman }) => woman).length
  return { num, den, women, of: roll.length, met: women * den >= num * roll.length }
}
