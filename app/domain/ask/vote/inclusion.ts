import { hash } from 'node:crypto'

const sha = (bytes: Uint8Array): Uint8Array => hash('sha256', bytes, 'buffer')
const hexOf = (bytes: Uint8Array): string =>
  Array.from(bytes, (b) => b.toString(16).padStart(2, '0')).join('')
const digit = (code: number) => (code < 58 ? code - 48 : code - 87)
/** Writes a hash in lower-case hex behind the first byte of `into`. */
function writeHex(hex: string, into: Uint8Array) {
  for (let at = 0; at < 32; at += 1)
    into[at + 1] = digit(hex.charCodeAt(at * 2)) * 16 + digit(hex.charCodeAt(at * 2 + 1))
}
const bytesOf = (hex: string): Uint8Array => {
  const bytes = new Uint8Array(33)
  writeHex(hex, bytes)
  return bytes.subarray(1)
}
const pair = new Uint8Array(65).fill(1)
/** RFC 6962 §2.1: a leaf is hashed behind a zero byte, two nodes behind a one. */
const nodeOf = (left: Uint8Array, right: Uint8Array): Uint8Array => {
  pair.set(left, 1)
  pair.set(right, 33)
  return sha(pair)
}
const single = new Uint8Array(33)
export const leafNode = (leaf: string): Uint8Array => {
  writeHex(leaf, single)
  return sha(single)
}

/** Takes leaf hashes one by one, in order, and answers the root at any time; holds no more than one node a level. */
export function growingTree() {
  const whole: Array<{ node: Uint8Array; size: number }> = []
  const add = (leaf: string) => {
    let [node, size] = [leafNode(leaf), 1]
    while (whole[whole.length - 1]?.size === size) {
      node = nodeOf(whole.pop()!.node, node)
      size *= 2
    }
    whole.push({ node, size })
  }
  const root = (): string => {
    if (whole.length === 0) return hash('sha256', '', 'hex')
    return hexOf(whole.map(({ node }) => node).reduceRight((right, left) => nodeOf(left, right)))
  }
  return { add, root }
}

/** The root over leaves in their published order. */
export function rootOf(leaves: readonly string[]): string {
  const tree = growingTree()
  for (const leaf of leaves) tree.add(leaf)
  return tree.root()
}

const halfOf = (n: number) => 2 ** Math.ceil(Math.log2(n) - 1)

/** RFC 6962 §2.1.1: the nodes beside the way from one leaf to the root, from the leaf upwards. */
export function pathOf(leaves: readonly string[], index: number): string[] {
  if (leaves.length <= 1) return []
  const half = halfOf(leaves.length)
  const [left, right] = [leaves.slice(0, half), leaves.slice(half)]
  return index < half
    ? [...pathOf(left, index), rootOf(right)]
    : [...pathOf(right, index - half), rootOf(left)]
}

/** Whether a leaf at this place of so many, with these nodes beside its way, leads to the root (RFC 9162 §2.1.3.2). */
export function isIncluded(
  leaf: string,
  at: { index: number; size: number; path: readonly string[] },
  root: string,
): boolean {
  let [place, last] = [at.index, at.size - 1]
  if (place > last || place < 0) return false
  let node = leafNode(leaf)
  for (const beside of at.path) {
    if (last === 0) return false
    const other = bytesOf(beside)
    if (place % 2 === 1 || place === last) {
      node = nodeOf(other, node)
      while (place % 2 === 0 && place !== 0) [place, last] = [place >> 1, last >> 1]
    } else node = nodeOf(node, other)
    ;[place, last] = [place >> 1, last >> 1]
  }
  return last === 0 && hexOf(node) === root
}
