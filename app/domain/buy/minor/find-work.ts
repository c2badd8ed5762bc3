import { and, asc, desc, eq, ne } from 'drizzle-orm'
import { minorParts, minorQuotes, minorWorks, parties } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { Context } from '../../context.ts'
import type { Fen } from '../../money.ts'
import { Refusal } from '../../refusal.ts'
import { blocksOf } from '../../who/standing/blocks-of.ts'
import { findPlan } from '../plan/find-plan.ts'
import type { QuoteWords } from './forms.ts'

export type Work = typeof minorWorks.$inferSelect
export type WorkFacts = Awaited<ReturnType<typeof findWork>>

/** Who quoted, for the rules alone: no page shows it before the deadline. */
const quotersOf = async (db: Reader, workId: string) =>
  (
    await db.select({ id: minorQuotes.supplierId }).from(minorQuotes).where(eq(minorQuotes.workId, workId))
  ).map(({ id }) => id)

/** One work of the list, with its plan, its parts, and who was chosen. */
export async function findWork(db: Reader, id: string) {
  const [found] = await db.select().from(minorWorks).where(eq(minorWorks.id, id))
  if (!found) throw new Refusal('missing', 'minor-missing')
  const parts = await db
    .select()
    .from(minorParts)
    .where(eq(minorParts.workId, id))
    .orderBy(asc(minorParts.ordinal))
  const [quote] = found.quoteId
    ? await db
        .select({ supplierId: minorQuotes.supplierId, name: parties.name })
        .from(minorQuotes)
        .innerJoin(parties, eq(parties.id, minorQuotes.supplierId))
        .where(eq(minorQuotes.id, found.quoteId))
    : []
  const plan = await findPlan(db, found.planId)
  const quoterIds = await quotersOf(db, id)
  return {
    ...found,
    plan,
    parts,
    quoterIds,
    supplierId: quote?.supplierId ?? null,
    supplier: quote?.name ?? null,
  }
}

/** Whoever something bars on a day neither quotes, nor is chosen, nor signs. */
export async function refuseBarred(db: Reader, supplierId: string, date: string) {
  if ((await blocksOf(db, supplierId, date)).length > 0)
    throw new Refusal('forbidden', 'minor-supplier-barred')
}

export type Quoted = {
  id: string
  supplierId: string
  name: string
  channel: string
  price: Fen
  days: number
  words: string
  /** 同一家由另一途径较早给的: it does not count, and is shown. */
  beside: (QuoteWords & { channel: string }) | null
  /** Why it was chosen once and no longer is; null: it stands. */
  aside: string | null
}
type Sealed = Pick<Quoted, 'price' | 'days' | 'words' | 'beside'>
/** One quote out of its seal; those sealed before two ways were kept have none beside. */
export const unsealed = ({ vault }: Pick<Context, 'vault'>, sealed: string): Sealed => ({
  beside: null,
  ...(JSON.parse(vault.open('minor-quote', sealed)) as Omit<Sealed, 'beside'>),
})

/** The quotes, the lowest first; before their deadline there is nothing to read, whoever asks. */
export async function quotesOf(
  ctx: Pick<Context, 'db' | 'clock' | 'vault'>,
  db: Reader,
  work: Work,
): Promise<Quoted[]> {
  if (ctx.clock.now() < work.quotesUntil) return []
  const rows = await db
    .select({ quote: minorQuotes, name: parties.name })
    .from(minorQuotes)
    .innerJoin(parties, eq(parties.id, minorQuotes.supplierId))
    .where(eq(minorQuotes.workId, work.id))
  const open = rows.map(({ quote, name }) => {
    const { id, supplierId, channel } = quote
    return {
      id,
      supplierId,
      name,
      channel,
      aside: quote.setAsideReason,
      ...unsealed(ctx, quote.sealed),
    }
  })
  return open.toSorted((a, b) => a.price - b.price || a.days - b.days)
}

export const worksOf = (db: Reader, buyerId: string) =>
  db.select().from(minorWorks).where(eq(minorWorks.buyerId, buyerId)).orderBy(desc(minorWorks.createdAt))
export const publicWorks = (db: Reader) =>
  db
    .select()
    .from(minorWorks)
    .where(and(ne(minorWorks.state, 'draft')))
    .orderBy(desc(minorWorks.calledAt))
