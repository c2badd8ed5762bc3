type Share = { over: boolean; num: number; den: number }
export type QuorumRule = { quorumOver: boolean; quorumNum: number; quorumDen: number }
export type MajorityRule = {
  majorityOver: boolean
  majorityNum: number
  majorityDen: number
  majorityBase: 'present' | 'body'
}

/** The least whole number that is more than a share of so many, or at least it. */
const leastOf = (of: number, { over, num, den }: Share) =>
  over ? Math.floor((of * num) / den) + 1 : Math.ceil((of * num) / den)

/** How many of a body must come before it can decide anything. */
export const quorumOf = (rule: QuorumRule, size: number) =>
  leastOf(size, { over: rule.quorumOver, num: rule.quorumNum, den: rule.quorumDen })

/** How many must be in favour: of those present, or of the whole body, as the rule says. */
export const majorityOf = (rule: MajorityRule, { present, size }: { present: number; size: number }) =>
  leastOf(rule.majorityBase === 'present' ? present : size, {
    over: rule.majorityOver,
    num: rule.majorityNum,
    den: rule.majorityDen,
  })

/** How many who ask together must be heard; null where the rule gives nobody that right. */
export const callersOf = (rule: { callerNum?: number | null; callerDen?: number | null }, of: number) =>
  !rule.callerNum || !rule.callerDen
    ? null
    : Math.max(1, leastOf(of, { over: false, num: rule.callerNum, den: rule.callerDen }))
