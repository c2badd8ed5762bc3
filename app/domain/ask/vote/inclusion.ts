import { hash } from 'node:crypto'

const sha = (bytes: Uint8Array): Buffer => hash('sha256', bytes, 'buffer') as unknown as Buffer
const pair = Buffer.alloc(65, 1)
/** RFC 6962 §2.1: a leaf is hashed behind a zero byte, two nodes behind a one. */
const nodeOf = (left: Buffer, right: Buffer): Buffer => {
  left.copy(pair, 1)
  right.copy(pair, 33)
  return sha(pair)
}
const single = Buffer.alloc(33)
export const leafNode = (leaf: string): Buffer => {
  single.write(leaf, 1, 'hex')
  return sha(single)
}

/** Takes leaf hashes one by one, in order, and answers the root at any time; holds no more than one node a level. */
export function growingTree() {
  const whole: Array<{ node: Buffer; size: number }> = []
  const add = (leaf: string) => {
    let [node, size] = [leafNode(leaf), 1]
    while (whole.at(-1)?.size === size) {
      node = nodeOf(whole.pop()!.node, node)
      size *= 2
    }
    whole.push({ node, size })
  }
  const root = (): string => {
    if (whole.length === 0) return hash('sha256', '', 'hex')
    return whole
      .map(({ node }) => node)
      .reduceRight((right, left) => nodeOf(left, right))
      .toString('hex')
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
    const other = Buffer.from(beside, 'hex')
    if (place % 2 === 1 || place === last) {
      node = nodeOf(other, node)
      while (place % 2 === 0 && place !== 0) [place, last] = [place >> 1, last >> 1]
    } else node = nodeOf(node, other)
    ;[place, last] = [place >> 1, last >> 1]
  }
  return last === 0 && node.toString('hex') === root
}
