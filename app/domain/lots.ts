import { sha256 } from '#app/ports/vault.ts'

const lotOf = (seed: string, id: string) => sha256(`${seed}:${id}`)
/** 抽签: the order a seed puts things in; whoever knows seed and list draws the same. */
export const inLots = <T>(seed: string, all: readonly T[], idOf: (one: T) => string): T[] =>
  [...all].sort((a, b) => (lotOf(seed, idOf(a)) < lotOf(seed, idOf(b)) ? -1 : 1))
