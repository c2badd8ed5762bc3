import type { Booked, Difference } from './funding-provider.ts'

const named = (b: Booked) => `${b.kind} ${b.key} ${b.proof}`

/** Ours against theirs, one answer a happening: matched, the sums or the fees differ, or only one side knows of it. */
export function compareBooks(ours: readonly Booked[], theirs: readonly Booked[]): Difference[] {
  const left = new Map(theirs.map((one) => [named(one), one]))
  const known = ours.map((mine): Difference => {
    const other = left.get(named(mine))
    left.delete(named(mine))
    const { key, proof, amount } = mine
    if (!other) return { kind: 'local_only', key, proof, ours: amount, theirs: null }
    if (other.amount !== amount) return { kind: 'amount', key, proof, ours: amount, theirs: other.amount }
    const fees = { ours: mine.fee ?? 0, theirs: other.fee ?? 0 }
    if (fees.ours !== fees.theirs) return { kind: 'fee', key, proof, ...fees }
    return { kind: 'matched', key, proof, ours: amount, theirs: other.amount }
  })
  const unknown = [...left.values()].map(
    ({ key, proof, amount }): Difference => ({ kind: 'remote_only', key, proof, ours: null, theirs: amount }),
  )
  return [...known, ...unknown]
}
