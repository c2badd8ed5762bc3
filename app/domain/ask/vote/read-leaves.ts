import { growingTree } from './inclusion.ts'

const LINE = 65
const NEWLINE = 10
/** What a byte is worth as a lower-case hex digit; 255: it is none. */
const worth = new Uint8Array(256).fill(255)
for (let n = 0; n < 16; n += 1) worth['0123456789abcdef'.charCodeAt(n)] = n

/** Reads 64 digits and the end of the line; false: they are no hash. */
function readHex(from: Uint8Array, at: number, into: Uint8Array): boolean {
  let seen = 0
  for (let byte = 0; byte < 32; byte += 1) {
    const [high, low] = [worth[from[at + byte * 2]!]!, worth[from[at + byte * 2 + 1]!]!]
    seen |= high | low
    into[byte] = (high << 4) | low
  }
  return seen < 16 && from[at + 64] === NEWLINE
}

/** Which of two hashes comes first: below zero the first, zero when they are one. */
export function byBytes(a: Uint8Array, b: Uint8Array, from = 0): number {
  for (let at = 0; at < 32; at += 1) {
    const less = a[at]! - b[from + at]!
    if (less !== 0) return less
  }
  return 0
}

/** Lines of one length out of pieces of any: each piece with what was left of the one before. */
function* wholeLines(pieces: Iterable<Uint8Array>): Iterable<Uint8Array> {
  let rest = new Uint8Array()
  for (const piece of pieces) {
    let lines: Uint8Array = piece
    if (rest.length > 0) {
      lines = new Uint8Array(rest.length + piece.length)
      lines.set(rest)
      lines.set(piece, rest.length)
    }
    const end = lines.length - (lines.length % LINE)
    rest = lines.slice(end)
    yield lines.subarray(0, end)
  }
  if (rest.length > 0) yield rest
}

type Leaves = { n: number; root: string; fault: string | null }
/** A file of hashes, one a line, each once, in strict order: counted, and joined to their root. */
export function readLeaves(pieces: Iterable<Uint8Array>, each?: (leaf: Uint8Array) => void): Leaves {
  const tree = growingTree()
  let [leaf, last] = [new Uint8Array(32), new Uint8Array(32)]
  let n = 0
  const found = (fault: string | null) => ({ n, root: fault ? '' : tree.root(), fault })
  for (const lines of wholeLines(pieces))
    for (let at = 0; at < lines.length; at += LINE) {
      n += 1
      if (!readHex(lines, at, leaf)) return found(`line ${n} is no hash`)
      if (n > 1 && byBytes(leaf, last) <= 0) return found(`line ${n} is out of order or twice`)
      tree.addBytes(leaf)
      each?.(leaf)
      ;[leaf, last] = [last, leaf]
    }
  return found(null)
}
