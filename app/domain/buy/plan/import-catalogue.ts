import { and, desc, eq, isNull } from 'drizzle-orm'
import { catalogueEntries } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { dateOf } from '../../dates.ts'
import { record } from '../../journal.ts'
import { authorize, may } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import type { ImportCatalogue } from './forms.ts'
import type { Entry } from './read-entries.ts'

/** Whose catalogue a seat keeps: the district's is everybody's, a street's its own. */
const ownerOf = (ctx: Context) => (ctx.actor.seat?.role === 'street_approver' ? ctx.actor.seat.partyId : null)

type Of = { ownerId: string | null; from: string; source: string }
async function putEntry(tx: Tx, ctx: Context, entry: Entry, of: Of) {
  const [last] = await tx
    .select()
    .from(catalogueEntries)
    .where(eq(catalogueEntries.code, entry.code))
    .orderBy(desc(catalogueEntries.version))
    .limit(1)
  if (last && last.ownerId !== of.ownerId)
    throw new Refusal('conflict', 'catalogue-code-taken', { code: entry.code })
  await tx
    .update(catalogueEntries)
    .set({ until: of.from })
    .where(and(eq(catalogueEntries.code, entry.code), isNull(catalogueEntries.until)))
  const made = { ...entry, ...of, version: (last?.version ?? 0) + 1 }
  await tx
    .insert(catalogueEntries)
    .values({ ...made, enteredBy: ctx.actor.personId, enteredAt: ctx.clock.now() })
}

/** 导入指导性目录: every row is a new version of its code from a day on; what was there ends that day. */
export const importCatalogue = (ctx: Context, { rows, source, from }: ImportCatalogue) =>
  ctx.transact(async (tx) => {
    authorize(ctx.actor, 'catalogue.import', {})
    const twice = rows.find((row, at) => rows.findIndex((other) => other.code === row.code) !== at)
    if (twice) throw new Refusal('invalid', 'catalogue-row-twice', { code: twice.code })
    if (from < dateOf(ctx.clock.now())) throw new Refusal('invalid', 'catalogue-from-past')
    const ownerId = ownerOf(ctx)
    for (const entry of rows) await putEntry(tx, ctx, entry, { ownerId, from, source })
    await record(tx, ctx, 'catalogue.import', { subject: ownerId ?? 'district' }, { n: rows.length, source })
    return { n: rows.length }
  })

/** The catalogue as it stands, ended entries after those in force. */
export async function cataloguePage(ctx: Context) {
  const today = dateOf(ctx.clock.now())
  const all = await ctx.db
    .select()
    .from(catalogueEntries)
    .orderBy(catalogueEntries.code, desc(catalogueEntries.version))
  const ended = (e: (typeof all)[number]) => e.until !== null && e.until <= today
  return {
    entries: [...all.filter((e) => !ended(e)), ...all.filter(ended)],
    today,
    imports: may(ctx.actor, 'catalogue.import', {}),
  }
}
