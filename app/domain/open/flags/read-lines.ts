import { addFacts } from './add-facts.ts'
import { factsOf, type ProcessFacts } from './facts.ts'

/** A line that says nothing, and why. */
export type Skipped = { line: number; why: 'not-json' | 'no-ocid' }

type Loose = { releases?: unknown; records?: unknown; compiledRelease?: unknown }
/** A line may hold a release, a compiled release, a record, or a package of either. */
function releasesIn(value: unknown): unknown[] {
  if (typeof value !== 'object' || value === null) return [value]
  const { releases, records, compiledRelease } = value as Loose
  if (compiledRelease) return [compiledRelease]
  if (Array.isArray(records)) return records.flatMap(releasesIn)
  return Array.isArray(releases) ? releases : [value]
}

/** Gathers what every process is known to be, line by line: only the facts are kept, never the text. */
export function gather() {
  const known = new Map<string, ProcessFacts>()
  const skipped: Skipped[] = []
  let line = 0
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
    for (const release of releasesIn(value)) {
      const facts = factsOf(release)
      if (facts) known.set(facts.ocid, addFacts(known.get(facts.ocid), facts))
      else skipped.push({ line, why: 'no-ocid' })
    }
  }
  return { take, skipped, all: () => [...known.values()] }
}
