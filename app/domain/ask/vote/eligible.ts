import type { Round } from './phase.ts'

/** Who may vote in a round, as it is sealed. */
export type Eligibility = Pick<Round, 'minAge' | 'residence' | 'residenceMonths'>
export type Elector = {
  /** Years; null: the roll does not say, and whoever made it answers for it. */
  age: number | null
  /** 非户籍: registered elsewhere. */
  nonlocal: boolean
  /** Months lived here; null: not said. */
  livedMonths: number | null
}

/** Why somebody may not vote in a round: too young, or not here by its rule of residence; null: he may. */
export function barredBy(rule: Eligibility, elector: Elector): 'young' | 'lived' | null {
  if (elector.age !== null && elector.age < rule.minAge) return 'young'
  const long = (elector.livedMonths ?? 0) >= rule.residenceMonths
  if (rule.residence === 'registered') return elector.nonlocal ? 'lived' : null
  if (rule.residence === 'registered_or_living') return elector.nonlocal && !long ? 'lived' : null
  const said = elector.nonlocal || elector.livedMonths !== null
  return said && !long ? 'lived' : null
}
