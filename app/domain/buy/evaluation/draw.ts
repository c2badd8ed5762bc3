import { sha256 } from '#app/ports/vault.ts'

/** 随机抽取: the published seed ranks everyone eligible; whoever knows the seed and the list draws the same panel. */
export const ranked = <P extends { id: string }>(seed: string, eligible: readonly P[]): P[] =>
  eligible
    .map((person) => ({ person, lot: sha256(`${seed}:${person.id}`) }))
    .sort((a, b) => (a.lot < b.lot ? -1 : 1))
    .map(({ person }) => person)

/** What the draw was made from, without saying who: the hash of the sorted list. */
export const listHash = (eligible: ReadonlyArray<{ id: string }>) =>
  sha256(
    eligible
      .map(({ id }) => id)
      .sort()
      .join('\n'),
  )

/** The least number of experts on a panel of this size: a share of 66 or 67 percent means two thirds. */
export const expertsNeeded = (size: number, share: number) => Math.ceil((size * share) / 100 - 0.05)
