const bigrams = (words: string) => {
  const plain = words
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s\p{P}]/gu, '')
  return new Set(Array.from({ length: Math.max(0, plain.length - 1) }, (_, i) => plain.slice(i, i + 2)))
}

/** How much of the shorter text's pairs of characters the other shares, from 0 to 1. */
export function likeness(one: string, other: string): number {
  const [a, b] = [bigrams(one), bigrams(other)]
  const least = Math.min(a.size, b.size)
  return least === 0 ? 0 : [...a].filter((pair) => b.has(pair)).length / least
}
