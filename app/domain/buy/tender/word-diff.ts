export type Piece = { kind: 'same' | 'gone' | 'new'; text: string }

const words = new Intl.Segmenter('zh-CN', { granularity: 'word' })
const wordsOf = (text: string) => [...words.segment(text)].map((one) => one.segment)
/** Beyond this the whole middle is shown as replaced: a comparison costs its two lengths multiplied. */
const mostSteps = 4_000_000

const joined = (pieces: readonly Piece[]): Piece[] => {
  const out: Piece[] = []
  for (const piece of pieces) {
    const last = out.at(-1)
    if (piece.text === '') continue
    if (last?.kind === piece.kind) last.text += piece.text
    else out.push({ ...piece })
  }
  return out
}

/** Lengths of the longest runs of words that two lists have in common, from each place on. */
function commonFrom(a: readonly string[], b: readonly string[]) {
  const width = b.length + 1
  const table = new Uint32Array((a.length + 1) * width)
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      table[i * width + j] =
        a[i] === b[j]
          ? table[(i + 1) * width + j + 1]! + 1
          : Math.max(table[(i + 1) * width + j]!, table[i * width + j + 1]!)
  return (i: number, j: number) => table[i * width + j]!
}

function middleDiff(a: readonly string[], b: readonly string[]): Piece[] {
  if (a.length * b.length > mostSteps)
    return [
      { kind: 'gone', text: a.join('') },
      { kind: 'new', text: b.join('') },
    ]
  const common = commonFrom(a, b)
  const out: Piece[] = []
  let [i, j] = [0, 0]
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      out.push({ kind: 'same', text: a[i++]! })
      j++
    } else if (j >= b.length || (i < a.length && common(i + 1, j) >= common(i, j + 1)))
      out.push({ kind: 'gone', text: a[i++]! })
    else out.push({ kind: 'new', text: b[j++]! })
  }
  return out
}

/** Two texts as one: what stayed, what went, what came, word by word. */
export function wordDiff(was: string, now: string): Piece[] {
  const [a, b] = [wordsOf(was), wordsOf(now)]
  let head = 0
  while (head < a.length && head < b.length && a[head] === b[head]) head++
  let tail = 0
  while (tail < a.length - head && tail < b.length - head && a.at(-1 - tail) === b.at(-1 - tail)) tail++
  return joined([
    { kind: 'same', text: a.slice(0, head).join('') },
    ...middleDiff(a.slice(head, a.length - tail), b.slice(head, b.length - tail)),
    { kind: 'same', text: a.slice(a.length - tail).join('') },
  ])
}

/** A change with its words compared. */
export const withPieces = <C extends { was: string; now: string }>(change: C) => ({
  ...change,
  pieces: wordDiff(change.was, change.now),
})
