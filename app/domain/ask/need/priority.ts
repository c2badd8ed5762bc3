/** What each part can add; together 100. */
export const priorityWeights = { urgency: 30, severity: 30, share: 40 } as const
type Weighed = { urgency: number; severity: number; share: number | null }

/**
 * How pressing a need is on a scale of 100: urgency and severity from 1 to 5, and the share of survey answers
 * that named its category. It orders lists and nothing else; residents and the street decide.
 */
export function priorityOf({ urgency, severity, share }: Weighed): number {
  const points =
    (priorityWeights.urgency * urgency) / 5 +
    (priorityWeights.severity * severity) / 5 +
    priorityWeights.share * (share ?? 0)
  return Math.round(points * 10) / 10
}
