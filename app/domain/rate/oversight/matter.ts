import type { Fen } from '../../money.ts'

/** One thing a community decided, bought or paid, as its supervision committee sees it. */
export type Matter = {
  id: string
  title: string
  at: Date
  amount: Fen | null
  /** Where whoever watches reads of it. */
  href: string
  /** Whose purchase it is: who bought does not rule on it. */
  buyerId: string | null
}
/** The matters of a community, or the one of them with this id. */
export type Wanted = { communityId: string; id?: string }
