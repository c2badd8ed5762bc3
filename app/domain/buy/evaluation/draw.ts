import { sha256, type Vault } from '#app/ports/vault.ts'

/** A member of the pool as the draw knows him: a code nobody can turn back into a name. */
export const codeOf = (vault: Pick<Vault, 'keyed'>, tenderId: string, personId: string) =>
  vault.keyed('panel-draw', `${tenderId}:${personId}`).slice(0, 24)

/** 随机抽取: the published seed ranks everyone eligible; whoever knows the seed and the list draws the same panel. */
export const ranked = <P extends { code: string }>(seed: string, eligible: readonly P[]): P[] =>
  eligible
    .map((person) => ({ person, lot: sha256(`${seed}:${person.code}`) }))
    .sort((a, b) => (a.lot < b.lot ? -1 : 1))
    .map(({ person }) => person)

/** What the draw was made from, without saying who: the hash of the sorted list. */
export const listHash = (eligible: ReadonlyArray<{ code: string }>) =>
  sha256(
    eligible
      .map(({ code }) => code)
      .sort()
      .join('\n'),
  )

/** The least number of experts on a panel of this size: a share of 66 or 67 percent means two thirds. */
export const expertsNeeded = (size: number, share: number) => Math.ceil((size * share) / 100 - 0.05)
