import { inArray } from 'drizzle-orm'
import { parties } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'

/** 收款人: each body itself, or the custodian that holds its money. */
export async function payeesOf(db: Reader, supplierIds: readonly string[]): Promise<Map<string, string>> {
  const ids = [...new Set(supplierIds)]
  if (ids.length === 0) return new Map()
  const bodies = await db.select().from(parties).where(inArray(parties.id, ids))
  const held = bodies.flatMap(({ custodianId }) => custodianId ?? [])
  const holders = held.length > 0 ? await db.select().from(parties).where(inArray(parties.id, held)) : []
  return new Map(
    bodies.map(({ id, name, custodianId }) => [id, holders.find((h) => h.id === custodianId)?.name ?? name]),
  )
}
/** The payee of one body. */
export const payeeOf = async (db: Reader, supplierId: string) =>
  (await payeesOf(db, [supplierId])).get(supplierId) ?? ''
