type Named = { name: string }

/** A budget line with its pool, once where the line already carries the pool's name. */
export const lineName = (pool: Named | string, line: Named | string) => {
  const [pooled, own] = [pool, line].map((of) => (typeof of === 'string' ? of : of.name)) as [string, string]
  return own.includes(pooled) ? own : `${pooled}，${own}`
}
