import type { Groups } from './election.ts'

/** The most points a choice may carry; more is a programming error here, and refused where ballots are read. */
export const mostPoints = 1_000_000

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
    if (!(Number.isInteger(weight) && weight >= 0 && weight <= mostPoints))
      throw new RangeError(`no points: ${weight}`)
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

type Box = { kept: Growing; start: number[]; count: number[]; slots: Int32Array }

function slotOf({ kept, start, slots }: Box, from: number, end: number) {
  let slot = fingerprint(kept, from, end) & (slots.length - 1)
  for (; slots[slot]! >= 0; slot = (slot + 1) & (slots.length - 1))
    if (sameBallot(kept, start[slots[slot]!]!, start[slots[slot]! + 1]!, from, end)) break
  return slot
}

function widen(box: Box) {
  const { count, start } = box
  box.slots = new Int32Array(box.slots.length * 4).fill(-1)
  for (let g = 0; g < count.length; g++) box.slots[slotOf(box, start[g]!, start[g + 1]!)] = g
}

function drop(box: Box, choices: readonly number[], points?: readonly number[]) {
  const { kept, start, count } = box
  const end = write(kept, choices, points)
  const slot = slotOf(box, kept.used, end)
  const known = box.slots[slot]!
  if (known >= 0) {
    count[known] = count[known]! + 1
    return
  }
  box.slots[slot] = count.length
  count.push(1)
  start.push(end)
  kept.used = end
  if (count.length * 2 > box.slots.length) widen(box)
}

/** An empty box that groups equal ballots as they fall in; a choice of no points is no choice. */
export function ballotBox(): BallotBox {
  const kept: Growing = { choice: new Uint32Array(1024), weight: new Float64Array(1024), used: 0 }
  const box: Box = { kept, start: [0], count: [], slots: new Int32Array(1024).fill(-1) }
  const grouped = (): Groups => ({
    size: box.count.length,
    count: Float64Array.from(box.count),
    start: Uint32Array.from(box.start),
    choice: kept.choice.subarray(0, kept.used),
    weight: kept.weight.subarray(0, kept.used),
  })
  return { add: (choices, points) => drop(box, choices, points), grouped }
}
