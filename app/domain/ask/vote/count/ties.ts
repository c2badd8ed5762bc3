import type { Project } from './election.ts'

/** The order in which equal projects stand: lower numbers first, fixed and published before the count. */
export type TieOrder = 'cost_votes_id' | { lot: ReadonlyMap<string, number> }

/** By UTF-16 code units, as JavaScript compares words. */
export const byWords = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/**
 * Places of all projects for a tie: the lower cost, then the higher score, then the drawn lot (where one was
 * drawn), then the lower id by UTF-16 code units. Every rule uses this one list, so a tie falls one way in every run.
 */
export function tiePlaces(projects: readonly Project[], score: Float64Array, order: TieOrder): Int32Array {
  const lot = (id: string) => (order === 'cost_votes_id' ? 0 : (order.lot.get(id) ?? projects.length))
  const sorted = projects
    .map((project, nth) => ({ ...project, nth }))
    .sort(
      (a, b) =>
        a.cost - b.cost || score[b.nth]! - score[a.nth]! || lot(a.id) - lot(b.id) || byWords(a.id, b.id),
    )
  const places = new Int32Array(projects.length)
  for (const [place, { nth }] of sorted.entries()) places[nth] = place
  return places
}

/**
 * The lot: projects in the order of a fingerprint of the published seed and their id. `digest` is SHA-256 in
 * lower-case hex, given by the caller so that the count itself depends on nothing.
 */
export function drawLot(
  ids: readonly string[],
  seed: string,
  digest: (words: string) => string,
): ReadonlyMap<string, number> {
  const drawn = ids.map((id) => ({ id, mark: digest(`${seed}\n${id}`) }))
  drawn.sort((a, b) => byWords(a.mark, b.mark) || byWords(a.id, b.id))
  return new Map(drawn.map(({ id }, place) => [id, place]))
}
