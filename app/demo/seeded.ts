/** Chance that is the same every time it is asked: what the demo's file gives only as totals is drawn from it. */
export type Chance = ReturnType<typeof seeded>

/** mulberry32 from a word. */
export function seeded(word: string) {
  let state = [...word].reduce((h, c) => Math.imul(h ^ c.codePointAt(0)!, 0x01000193) >>> 0, 0x811c9dc5)
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 0x1_0000_0000
  }
  const below = (n: number) => Math.floor(next() * n)
  const pick = <T>(from: readonly T[]): T => from[below(from.length)]!
  const shuffled = <T>(from: readonly T[]): T[] => {
    const cards = [...from]
    for (let i = cards.length - 1; i > 0; i -= 1) {
      const j = below(i + 1)
      ;[cards[i], cards[j]] = [cards[j]!, cards[i]!]
    }
    return cards
  }
  /** One of the words, each as likely as its weight. */
  const weighted = <T>(from: ReadonlyArray<readonly [T, number]>): T => {
    let at = next() * from.reduce((sum, [, weight]) => sum + weight, 0)
    for (const [word, weight] of from) {
      at -= weight
      if (at < 0) return word
    }
    return from.at(-1)![0]
  }
  return { next, below, pick, shuffled, weighted }
}

/** `n` marks of 1 to 5 whose mean, to one decimal, is the one told. */
export function marksOf(chance: Chance, n: number, mean: number): number[] {
  const marks = Array.from({ length: n }, () =>
    Math.min(5, Math.max(1, Math.round(mean + (chance.next() + chance.next() - 1) * 2))),
  )
  let off = Math.round(mean * n) - marks.reduce((a, b) => a + b, 0)
  while (off !== 0) {
    const [at, step] = [chance.below(n), Math.sign(off)]
    const next = marks[at]! + step
    if (next < 1 || next > 5) continue
    marks[at] = next
    off -= step
  }
  return marks
}

/**
 * Deals `counts` of each label to `n` people so that nobody has one twice and all have as many as one another, or one more:
 * the numbers told come out exactly.
 */
export function dealt(
  chance: Chance,
  n: number,
  counts: ReadonlyArray<readonly [string, number]>,
): string[][] {
  const hands: string[][] = Array.from({ length: n }, () => [])
  let at = 0
  for (const [label, count] of counts)
    for (let i = 0; i < count; i += 1) {
      hands[at % n]!.push(label)
      at += 1
    }
  return chance.shuffled(hands)
}

const day = 86_400_000
/** The date so many days on. */
export const later = (date: string, days: number) =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * day).toISOString().slice(0, 10)
/** A moment between two dates, in the hours people are up. */
export function momentBetween(chance: Chance, from: string, to: string): string {
  const days = Math.round((Date.parse(to) - Date.parse(from)) / day)
  const two = (n: number) => String(n).padStart(2, '0')
  return `${later(from, chance.below(days + 1))} ${two(8 + chance.below(13))}:${two(chance.below(60))}`
}
