import { addFacts } from './add-facts.ts'
import { factsOf, type ProcessFacts } from './facts.ts'

/** What a line holds that says nothing, and why. */
export type Skipped = { line: number; why: 'not-json' | 'no-ocid' | 'only-links' }

type Loose = Record<string, unknown>
const object = (value: unknown): Loose | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Loose) : null

/** A record says what its releases come to, or holds them; one that only links to them says nothing. */
function releasesOfRecord(value: unknown): unknown[] | 'only-links' {
  const record = object(value)
  if (!record) return [value]
  const compiled = object(record.compiledRelease)
  if (compiled) return [{ ocid: record.ocid, ...compiled }]
  if (!Array.isArray(record.releases)) return [record]
  const held = record.releases.filter((one) => object(one)?.ocid !== undefined)
  return held.length > 0 || record.releases.length === 0 ? held : 'only-links'
}

/** A line may hold a release, a compiled release, a record, a package of either, or a list of these. */
function* releasesIn(value: unknown): Generator<unknown[] | 'only-links'> {
  for (const one of Array.isArray(value) && value.some(object) ? value : [value]) {
    const whole = object(one)
    if (whole && Array.isArray(whole.records)) yield* whole.records.map(releasesOfRecord)
    else if (whole && object(whole.compiledRelease)) yield releasesOfRecord(whole)
    else if (whole && Array.isArray(whole.releases))
      yield whole.ocid === undefined ? whole.releases : releasesOfRecord(whole)
    else yield [one]
  }
}

/** What is known of one process: its releases laid over one another in the order of their dates. */
function inOrder(told: readonly ProcessFacts[]): ProcessFacts {
  const dated = told.toSorted((a, b) => (a.date ?? 0) - (b.date ?? 0))
  return dated.slice(1).reduce(addFacts, dated[0]!)
}

/** Gathers what every process is known to be, line by line: only the facts are kept, never the text. */
export function gather() {
  const told = new Map<string, ProcessFacts[]>()
  const skipped: Skipped[] = []
  let line = 0
  const keep = (release: unknown) => {
    const facts = factsOf(release)
    if (!facts) return void skipped.push({ line, why: 'no-ocid' })
    const before = told.get(facts.ocid)
    if (before) before.push(facts)
    else told.set(facts.ocid, [facts])
  }
  const take = (text: string) => {
    line += 1
    const plain = line === 1 ? text.replace(/^\ufeff/, '').trim() : text.trim()
    if (plain === '') return
    let value: unknown
    try {
      value = JSON.parse(plain)
    } catch {
      skipped.push({ line, why: 'not-json' })
      return
    }
    for (const releases of releasesIn(value))
      if (releases === 'only-links') skipped.push({ line, why: releases })
      else for (const release of releases) keep(release)
  }
  return { take, skipped, all: () => [...told.values()].map(inOrder) }
}
