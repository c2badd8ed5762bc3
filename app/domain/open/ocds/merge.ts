import type { Json } from './words.ts'

/** Lists of objects that a later release replaces whole, as the schema of the standard marks them. */
const replacedWhole = new Set(['additionalIdentifiers', 'additionalClassifications', 'changes'])
const dropped = new Set(['id', 'date', 'tag'])

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const idOf = (item: Json) => (item.id === undefined || item.id === null ? null : JSON.stringify(item.id))

/** Objects with an id are brought up to date by it; one without is another one each time. */
function mergeLists(was: readonly unknown[], now: readonly Json[]): unknown[] {
  const merged = [...was]
  for (const item of now) {
    const id = idOf(item)
    const at = id === null ? -1 : merged.findIndex((old) => isObject(old) && idOf(old) === id)
    if (at < 0) merged.push(mergeObjects({}, item))
    else merged[at] = mergeObjects(merged[at] as Json, item)
  }
  return merged
}
function mergeValues(name: string, was: unknown, now: unknown): unknown {
  if (isObject(now)) return mergeObjects(isObject(was) ? was : {}, now)
  if (!Array.isArray(now) || now.length === 0 || replacedWhole.has(name) || !now.every(isObject)) return now
  return mergeLists(Array.isArray(was) && was.every(isObject) ? was : [], now)
}
function mergeObjects(was: Json, now: Json): Json {
  const merged = { ...was }
  for (const [name, value] of Object.entries(now))
    if (value === null) delete merged[name]
    else {
      const whole = mergeValues(name, merged[name], value)
      if (!isObject(whole) || Object.keys(whole).length > 0) merged[name] = whole
    }
  return merged
}

/** The compiled release: every release of one process laid over the one before, in the order of their dates (OCDS 1.1, merging). */
export function compileReleases(releases: readonly Json[]): Json {
  const inOrder = releases
    .map((release, at) => ({ release, at, date: Date.parse(String(release.date)) }))
    .sort((a, b) => a.date - b.date || a.at - b.at)
    .map(({ release }) => release)
  let merged: Json = {}
  for (const release of inOrder) {
    const told = Object.fromEntries(Object.entries(release).filter(([name]) => !dropped.has(name)))
    merged = mergeObjects(merged, told)
  }
  const last = inOrder.at(-1)
  return { tag: ['compiled'], id: `${last?.ocid}-${last?.date}`, date: last?.date, ...merged }
}
