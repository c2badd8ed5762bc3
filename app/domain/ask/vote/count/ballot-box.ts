import type { Groups } from './election.ts'

/** Ballots as they come in, each choice a number of the project list; points beside it where there are any. */
export type BallotBox = {
  add: (choices: readonly number[], points?: readonly number[]) => void
  grouped: () => Groups
}

type Growing = { choice: Uint32Array; weight: Float64Array; used: number }

const roomFor = (kept: Growing, more: number) => {
  if (kept.used + more <= kept.choice.length) return
  const size = Math.max(kept.choice.length * 2, kept.used + more)
  const [choice, weight] = [new Uint32Array(size), new Float64Array(size)]
  choice.set(kept.choice)
  weight.set(kept.weight)
  kept.choice = choice
  kept.weight = weight
}

const sameBallot = (kept: Growing, at: number, to: number, from: number, end: number) => {
  if (to - at !== end - from) return false
  for (let i = 0; i < to - at; i++)
    if (kept.choice[at + i] !== kept.choice[from + i] || kept.weight[at + i] !== kept.weight[from + i])
      return false
  return true
}

const fingerprint = (kept: Growing, from: number, end: number) => {
  let hash = 2166136261
  for (let i = from; i < end; i++) {
    hash = Math.imul(hash ^ kept.choice[i]!, 16777619)
    hash = Math.imul(hash ^ kept.weight[i]!, 16777619)
  }
  return (hash ^ (hash >>> 15)) >>> 0
}

/** Writes one ballot at the end, its choices sorted so that equal ballots look equal; answers its end. */
function write(kept: Growing, choices: readonly number[], points?: readonly number[]) {
  roomFor(kept, choices.length)
  let end = kept.used
  for (let nth = 0; nth < choices.length; nth++) {
    const [project, weight] = [choices[nth]!, points ? points[nth]! : 1]
    if (weight === 0) continue
    let at = end++
    for (; at > kept.used && kept.choice[at - 1]! > project; at--) {
      kept.choice[at] = kept.choice[at - 1]!
      kept.weight[at] = kept.weight[at - 1]!
    }
    kept.choice[at] = project
    kept.weight[at] = weight
  }
  return end
}

/** An empty box that groups equal ballots as they fall in; a choice of no points is no choice. */
export function ballotBox(): BallotBox {
  const kept: Growing = { choice: new Uint32Array(1024), weight: new Float64Array(1024), used: 0 }
  const start = [0]
  const count: number[] = []
  let slots = new Int32Array(1024).fill(-1)
  const slotOf = (from: number, end: number) => {
    let slot = fingerprint(kept, from, end) & (slots.length - 1)
    for (; slots[slot]! >= 0; slot = (slot + 1) & (slots.length - 1))
      if (sameBallot(kept, start[slots[slot]!]!, start[slots[slot]! + 1]!, from, end)) break
    return slot
  }
  const widen = () => {
    slots = new Int32Array(slots.length * 4).fill(-1)
    for (let g = 0; g < count.length; g++) slots[slotOf(start[g]!, start[g + 1]!)] = g
  }
  const add: BallotBox['add'] = (choices, points) => {
    const end = write(kept, choices, points)
    const slot = slotOf(kept.used, end)
    const known = slots[slot]!
    if (known >= 0) {
      count[known] = count[known]! + 1
      return
    }
    slots[slot] = count.length
    count.push(1)
    start.push(end)
    kept.used = end
    if (count.length * 2 > slots.length) widen()
  }
  const grouped = (): Groups => ({
    size: count.length,
    count: Float64Array.from(count),
    start: Uint32Array.from(start),
    choice: kept.choice.slice(0, kept.used),
    weight: kept.weight.slice(0, kept.used),
  })
  return { add, grouped }
}
