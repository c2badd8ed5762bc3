import { likeness, ownPieces } from './likeness.ts'
import { type Pattern, pricePatterns } from './price-patterns.ts'

/** Things two bidders who do not know each other do not share. */
export const sharedKinds = ['person', 'phone', 'account', 'address', 'device', 'sender', 'document'] as const
export type SharedKind = (typeof sharedKinds)[number]
export type Suspect = {
  id: string
  price: number | null
  lines: ReadonlyArray<{ label: string; amount: number }>
  texts: readonly string[]
  /** Hashes, names or numbers of each kind; only whether two are the same is looked at. */
  marks: Readonly<Record<SharedKind, readonly string[]>>
}
export type Flag =
  | { kind: `shared_${SharedKind}`; between: string[]; figure: number }
  | { kind: 'text_alike'; between: string[]; figure: number }
  | Pattern
export type CollusionLimits = { tolerance: number; alike: number }

const pairs = <T>(list: readonly T[]) =>
  list.flatMap((a, at) => list.slice(at + 1).map((b): [T, T] => [a, b]))
const inCommon = (a: readonly string[], b: readonly string[]) =>
  new Set(a.filter((one) => one !== '' && b.includes(one))).size

/** Which of two bidders' things are the same, and how many of each kind. */
const shared = (a: Suspect, b: Suspect): Flag[] =>
  sharedKinds.flatMap((kind) => {
    const figure = inCommon(a.marks[kind], b.marks[kind])
    return figure > 0 ? [{ kind: `shared_${kind}` as const, between: [a.id, b.id], figure }] : []
  })

/**
 * 串通投标的表现 (87号令 第三十七条): what may show that bidders are one, each with its figure and between
 * whom. Signals for the panel and the supervisors to look at, never verdicts.
 */
export function collusionFlags(
  bidders: readonly Suspect[],
  given: readonly string[],
  { tolerance, alike }: CollusionLimits,
): Flag[] {
  const wrote = new Map(bidders.map((b) => [b.id, ownPieces(b.texts, given)]))
  const two = pairs(bidders).flatMap(([a, b]): Flag[] => {
    const figure = likeness(wrote.get(a.id)!, wrote.get(b.id)!)
    const copied: Flag[] = figure >= alike ? [{ kind: 'text_alike', between: [a.id, b.id], figure }] : []
    return [...shared(a, b), ...copied]
  })
  const priced = bidders.flatMap(({ id, price, lines }) => (price === null ? [] : [{ id, price, lines }]))
  return [...two, ...pricePatterns(priced, tolerance)]
}
