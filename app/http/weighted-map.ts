/** A map that forgets its least recently used entries once together they weigh too much. */
export function weightedMap<Value>(most: number, weigh: (key: string, value: Value) => number) {
  const kept = new Map<string, Value>()
  let weight = 0

  function drop(key: string) {
    const value = kept.get(key)
    if (value === undefined) return
    kept.delete(key)
    weight -= weigh(key, value)
  }

  function set(key: string, value: Value) {
    drop(key)
    kept.set(key, value)
    weight += weigh(key, value)
    for (const oldest of kept.keys()) {
      if (weight <= most) break
      drop(oldest)
    }
  }

  const get = (key: string) => readAnew(kept, key)

  return { get, set, weight: () => weight, count: () => kept.size }
}

/** Reads an entry and puts it last: a map keeps the order its keys were put in. */
function readAnew<Value>(kept: Map<string, Value>, key: string) {
  const value = kept.get(key)
  if (value === undefined) return undefined
  kept.delete(key)
  kept.set(key, value)
  return value
}
