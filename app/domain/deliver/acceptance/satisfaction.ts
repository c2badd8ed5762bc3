/** 满意率: the share, in whole percent and floored, of opinions at level 4 or 5; null while there is none. */
export const satisfactionOf = (levels: readonly number[]): number | null =>
  levels.length === 0 ? null : Math.floor((levels.filter((level) => level >= 4).length * 100) / levels.length)

/** How many service users must be heard: the least number, or the share of those served, but never more than there are. */
export const opinionsRequired = (of: {
  least: number
  share: number
  served: number
  users: number
}): number => Math.min(of.users, Math.max(of.least, Math.ceil((of.served * of.share) / 100)))

/** Opinions by level, fifth first. */
export const byLevel = (levels: readonly number[]) =>
  [5, 4, 3, 2, 1].map((level) => ({ level, n: levels.filter((l) => l === level).length }))
