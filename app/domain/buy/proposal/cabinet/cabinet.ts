import { eq } from 'drizzle-orm'
import { cabinets } from '#db/schema/index.ts'
import type { Reader, Tx } from '#db/store.ts'
import type { Context } from '../../../context.ts'
import type { Bank, FinanceYear, PastProject } from '../body.ts'
import type { BudgetKind, TextKind } from '../sections.ts'

/** 机构资料库: what a body says of itself in every proposal. Prices are never in it. */
export type Cabinet = {
  contact: string
  bank: Bank | null
  experience: PastProject[]
  finance: FinanceYear[]
  texts: Partial<Record<TextKind, string>>
  /** What was written to a criterion of this name, to begin the next one from. */
  plan: Record<string, string>
  /** The lines a budget usually has, without their amounts. */
  lines: Array<{ kind: BudgetKind; label: string; unit?: string }>
  /** The social workers usually named, by the number of the certificate. */
  team: Array<{ certNo: string; leads: boolean }>
}
export const emptyCabinet: Cabinet = {
  contact: '',
  bank: null,
  experience: [],
  finance: [],
  texts: {},
  plan: {},
  lines: [],
  team: [],
}

const purpose = (partyId: string) => `cabinet ${partyId}`
const rowOf = async (db: Reader, partyId: string) => {
  const [row] = await db.select().from(cabinets).where(eq(cabinets.partyId, partyId))
  return row ?? null
}

/** A body's cabinet, opened with the server's own key. Only ever asked for the actor's own body. */
export async function cabinetOf(db: Reader, ctx: Context, partyId: string): Promise<Cabinet> {
  const row = await rowOf(db, partyId)
  return row ? { ...emptyCabinet, ...JSON.parse(ctx.vault.open(purpose(partyId), row.sealed)) } : emptyCabinet
}

/** When it was last saved, and by whom. */
export async function cabinetMark(db: Reader, partyId: string) {
  const row = await rowOf(db, partyId)
  return row && { at: row.savedAt.getTime(), by: row.savedBy }
}

export async function putCabinet(tx: Tx, ctx: Context, partyId: string, cabinet: Cabinet) {
  const kept = {
    sealed: ctx.vault.seal(purpose(partyId), JSON.stringify(cabinet)),
    savedAt: ctx.clock.now(),
    savedBy: ctx.actor.personId!,
  }
  await tx
    .insert(cabinets)
    .values({ partyId, ...kept })
    .onConflictDoUpdate({ target: cabinets.partyId, set: kept })
}
