/** The pairs of characters in a text, without blanks and signs. */
export const bigramsOf = (words: string): ReadonlySet<string> => {
  const plain = plainOf(words)
  return new Set(Array.from({ length: Math.max(0, plain.length - 1) }, (_, i) => plain.slice(i, i + 2)))
}
/** A text as it is compared: one width, one case, no blanks and signs. */
export const plainOf = (words: string) =>
  words
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s\p{P}]/gu, '')

/** How much of the smaller set the other shares, from 0 to 1. */
export function shareOf(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a]
  return small.size === 0 ? 0 : [...small].filter((pair) => large.has(pair)).length / small.size
}

/** How much of the shorter text's pairs of characters the other shares, from 0 to 1. */
export const likeness = (one: string, other: string): number => shareOf(bigramsOf(one), bigramsOf(other))
