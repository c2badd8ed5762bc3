import { hash } from 'node:crypto'

/** A hash as 32 characters, one a byte: node:crypto makes such words four times as fast as a buffer. */
type Node = string
const sha = (bytes: Uint8Array): Node => hash('sha256', bytes, 'binary')
const hexOf = (node: Node): string =>
  Array.from(node, (byte) => byte.charCodeAt(0).toString(16).padStart(2, '0')).join('')
const digit = (code: number) => (code < 58 ? code - 48 : code - 87)
const byteIn = (hex: string, at: number) =>
  digit(hex.charCodeAt(at * 2)) * 16 + digit(hex.charCodeAt(at * 2 + 1))
const nodeIn = (hex: string): Node =>
  String.fromCharCode(...Array.from({ length: 32 }, (_, at) => byteIn(hex, at)))
function write(node: Node, into: Uint8Array, from: number) {
  for (let at = 0; at < 32; at += 1) into[from + at] = node.charCodeAt(at)
}
const pair = new Uint8Array(65).fill(1)
/** RFC 6962 §2.1: a leaf is hashed behind a zero byte, two nodes behind a one. */
function nodeOf(left: Node, right: Node): Node {
  write(left, pair, 1)
  write(right, pair, 33)
  return sha(pair)
}
const single = new Uint8Array(33)
const leafNode = (leaf: string): Node => {
  for (let at = 0; at < 32; at += 1) single[at + 1] = byteIn(leaf, at)
  return sha(single)
}
const nodeOfBytes = (leaf: Uint8Array): Node => {
  single.set(leaf, 1)
  return sha(single)
}

/** Takes leaf hashes one by one, in order, and answers the root at any time; holds no more than one node a level. */
export function growingTree() {
  const whole: Array<{ node: Node; size: number }> = []
  const join = (leaf: Node) => {
    let [node, size] = [leaf, 1]
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
  return {
    add: (leaf: string) => join(leafNode(leaf)),
    addBytes: (leaf: Uint8Array) => join(nodeOfBytes(leaf)),
    root,
  }
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
    const other = nodeIn(beside)
    if (place % 2 === 1 || place === last) {
      node = nodeOf(other, node)
      while (place % 2 === 0 && place !== 0) [place, last] = [place >> 1, last >> 1]
    } else node = nodeOf(node, other)
    ;[place, last] = [place >> 1, last >> 1]
  }
  return last === 0 && hexOf(node) === root
}
