/** 满意占比 with the range it lies in nineteen times of twenty (威尔逊区间): votes of ballots. */
export function shareOf(votes: number, ballots: number) {
  if (ballots === 0) return { share: 0, low: 0, high: 1 }
  const z = 1.96
  const p = votes / ballots
  const whole = 1 + (z * z) / ballots
  const centre = (p + (z * z) / (2 * ballots)) / whole
  const half = (z * Math.sqrt((p * (1 - p)) / ballots + (z * z) / (4 * ballots * ballots))) / whole
  const low = Math.max(0, Math.min(p, centre - half))
  return { share: p, low, high: Math.min(1, Math.max(p, centre + half)) }
}
