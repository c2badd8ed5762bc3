import { and, asc, desc, eq, gte } from 'drizzle-orm'
import { printouts } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { PrintoutKind } from './paper-content.ts'

export type Printout = typeof printouts.$inferSelect

/** What a person typed of a number: the beginning of the hash, sixteen letters and digits at least; null: no number. */
export function readNumber(typed: string): string | null {
  const plain = typed.normalize('NFKC').toLowerCase().replace(/[\s-]/g, '')
  return /^[0-9a-f]{16,64}$/.test(plain) ? plain : null
}

/** The paper whose number begins so. */
export async function printoutBy(db: Reader, number: string): Promise<Printout | null> {
  const [found] = await db
    .select()
    .from(printouts)
    .where(gte(printouts.hash, number))
    .orderBy(asc(printouts.hash))
    .limit(1)
  return found?.hash.startsWith(number) ? found : null
}

/** The last paper that was given out of one matter. */
export async function lastPrintout(db: Reader, kind: PrintoutKind, subject: string) {
  const [found] = await db
    .select()
    .from(printouts)
    .where(and(eq(printouts.kind, kind), eq(printouts.subject, subject)))
    .orderBy(desc(printouts.issuedAt), desc(printouts.id))
    .limit(1)
  return found ?? null
}
