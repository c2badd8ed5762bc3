/** Signs of a text without spaces and marks, so that layout does not hide a copy. */
const plain = (text: string) => text.normalize('NFKC').replace(/[\p{P}\p{Z}\p{C}\p{S}]/gu, '')
const long = 12

const pieces = (text: string) => {
  const all = new Set<string>()
  for (let at = 0; at + long <= text.length; at += 1) all.add(text.slice(at, at + long))
  return all
}

/** What a bidder wrote of its own: every piece of twelve signs that the tender's own papers do not hold. */
export function ownPieces(words: readonly string[], given: readonly string[]): Set<string> {
  const known = pieces(plain(given.join('')))
  return new Set(words.flatMap((text) => [...pieces(plain(text))].filter((piece) => !known.has(piece))))
}

/** The share, in whole percent, of the shorter text that stands in the other word for word; nought when too short to tell. */
export function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [short, other] = a.size <= b.size ? [a, b] : [b, a]
  if (short.size < 100) return 0
  let both = 0
  for (const piece of short) if (other.has(piece)) both += 1
  return Math.floor((both * 100) / short.size)
}
