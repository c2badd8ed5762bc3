import type { TownParts } from '../../support/settled-town.ts'

/** A page as somebody stands on it in the midst of an act: his key, and the cookie his browser came by on the way. */
export type Stop = { who: string | null; path: string; carries?: (url: string) => Promise<string> }
/** Brings a town to where pages of some kinds are open, and says where they are. */
export type Tell = (town: TownParts) => Promise<readonly Stop[]>
