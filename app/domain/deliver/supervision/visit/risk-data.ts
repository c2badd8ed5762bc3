/** 检查风险分: what each sign counts, in the order the plan shows them; the figures they rest on are parameters of the place. */
export const riskPoints = [
  { code: 'silent', points: 30 },
  { code: 'findings', points: 15 },
  { code: 'rating', points: 20 },
  { code: 'ahead', points: 20 },
  { code: 'unseen', points: 10 },
] as const
export type RiskCode = (typeof riskPoints)[number]['code']

/** How often one sign may count: two open findings at the most. */
export const mostTimes: Partial<Record<RiskCode, number>> = { findings: 2 }
