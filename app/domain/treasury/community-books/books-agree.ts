import { bookBalances, bookEntries } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'

/** 居委会账、服务站账: what is left of each kind is the sum of its approved entries, and never less than nought. */
export async function booksAgree(db: Reader) {
  const sums = new Map<string, number>()
  for (const { ownerId, kind, amount, state } of await db.select().from(bookEntries)) {
    const key = `${ownerId} ${kind}`
    sums.set(key, (sums.get(key) ?? 0) + (state === 'approved' ? amount : 0))
  }
  const kept = new Map(
    (await db.select().from(bookBalances)).map(({ ownerId, kind, amount }) => [`${ownerId} ${kind}`, amount]),
  )
  return [...new Set([...sums.keys(), ...kept.keys()])]
    .map((of) => ({ of, should: sums.get(of) ?? 0, is: kept.get(of) ?? 0 }))
    .filter(({ should, is }) => should !== is || should < 0)
    .map(({ of, should, is }) => ({ rule: 'books-agree', of, found: `${is} / ${should}` }))
}
