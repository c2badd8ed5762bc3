import { inArray } from 'drizzle-orm'
import { parties } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { type Fen, sum } from '../../money.ts'
import { type Bought, boughtOf } from './bought.ts'

export type Share = { partyId: string; amount: Fen; contracts: number; share: number }
export type Concentration = {
  year: number
  buyerId: string
  total: Fen
  contracts: number
  /** Sum of the squared percentages: 10 000 is one body alone, 10 000 ÷ n is n bodies alike. */
  hhi: number
  shares: Share[]
}

const byKey = <T>(all: readonly T[], key: (one: T) => string) => {
  const groups = new Map<string, T[]>()
  for (const one of all) groups.set(key(one), [...(groups.get(key(one)) ?? []), one])
  return [...groups.values()]
}

function ofGroup(group: readonly Bought[]): Concentration {
  const total = sum(group.map(({ price }) => price))
  const shares = byKey(group, (c) => c.supplierId)
    .map((theirs): Share => {
      const amount = sum(theirs.map(({ price }) => price))
      const share = total === 0 ? 0 : amount / total
      return { partyId: theirs[0]!.supplierId, amount, contracts: theirs.length, share }
    })
    .sort((a, b) => b.amount - a.amount || (a.partyId < b.partyId ? -1 : 1))
  const hhi = Math.round(shares.reduce((all, { share }) => all + (share * 100) ** 2, 0))
  return { year: group[0]!.year, buyerId: group[0]!.buyerId, total, contracts: group.length, hhi, shares }
}

/** 集中度: whose money went to whom, by buyer and by the year of signing; the newest year first. */
export const concentrationOf = (all: readonly Bought[]): Concentration[] =>
  byKey(all, (c) => `${c.year} ${c.buyerId}`)
    .map(ofGroup)
    .sort((a, b) => b.year - a.year || b.total - a.total || (a.buyerId < b.buyerId ? -1 : 1))

/** The same over every published contract, order of minor works and confirmed order, with the names; `year` for one year only. */
export async function readConcentration(db: Reader, year?: number) {
  const bought = await boughtOf(db)
  const ids = [...new Set(bought.flatMap((b) => [b.buyerId, b.supplierId]))]
  const names = await db
    .select({ id: parties.id, name: parties.name })
    .from(parties)
    .where(inArray(parties.id, ids))
  const name = new Map(names.map((p) => [p.id, p.name]))
  return concentrationOf(bought.filter((c) => year === undefined || c.year === year)).map((c) => ({
    ...c,
    buyer: name.get(c.buyerId) ?? '',
    shares: c.shares.map((s) => ({ ...s, name: name.get(s.partyId) ?? '' })),
  }))
}
export type ShownConcentration = Awaited<ReturnType<typeof readConcentration>>[number]
