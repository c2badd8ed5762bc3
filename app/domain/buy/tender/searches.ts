import { and, asc, count, eq } from 'drizzle-orm'
import { parties, tenderSearches, tenders } from '#db/schema/index.ts'
import type { Reader, Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { dateOf } from '../../dates.ts'
import { notify } from '../../notify.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { methodsInForce } from '../plan/routes-for.ts'
import { findTender } from './find-tender.ts'
import { plainWords } from './plain-words.ts'
import type { SearchWords } from './search-forms.ts'

export const mostSearches = 10

const ownSearches = (db: Reader, personId: string) =>
  db
    .select()
    .from(tenderSearches)
    .where(eq(tenderSearches.personId, personId))
    .orderBy(asc(tenderSearches.at))

type Wanted = { words: string; methodCode: string | null; buyerId: string | null }
type Told = { title: string; text: string; methodCode: string; buyerId: string }
/** Whether a tender is what a person wants to hear of: every word of it, on its route, of its buyer. */
export function matches({ words, methodCode, buyerId }: Wanted, tender: Told): boolean {
  if (methodCode && methodCode !== tender.methodCode) return false
  if (buyerId && buyerId !== tender.buyerId) return false
  const told = plainWords(`${tender.title}。${tender.text}`).flat
  return words.split(/[\s,，、]+/).every((word) => told.includes(plainWords(word).flat))
}

/** 订阅: kept for oneself alone, in no journal. */
export const keepSearch = (ctx: Context, { words, methodCode, buyerId }: SearchWords) =>
  ctx.transact(async (tx) => {
    authorize(ctx.actor, 'tenderSearch.keep', {})
    if (!words && !methodCode && !buyerId) throw new Refusal('invalid', 'search-empty')
    const personId = ctx.actor.personId!
    const [row] = await tx
      .select({ n: count() })
      .from(tenderSearches)
      .where(eq(tenderSearches.personId, personId))
    if ((row?.n ?? 0) >= mostSearches) throw new Refusal('conflict', 'too-many-searches', { n: mostSearches })
    const wanted = { words, methodCode: methodCode ?? null, buyerId: buyerId ?? null }
    const [made] = await tx
      .insert(tenderSearches)
      .values({ ...wanted, personId, at: ctx.clock.now() })
      .returning({ id: tenderSearches.id })
    return { id: made!.id }
  })

export const dropSearch = (ctx: Context, { searchId }: { searchId: string }) =>
  ctx.transact(async (tx) => {
    authorize(ctx.actor, 'tenderSearch.keep', {})
    const gone = await tx
      .delete(tenderSearches)
      .where(and(eq(tenderSearches.id, searchId), eq(tenderSearches.personId, ctx.actor.personId!)))
      .returning({ id: tenderSearches.id })
    if (gone.length === 0) throw new Refusal('missing', 'search-missing')
    return { id: searchId }
  })

/** A person's own searches, and what may be chosen in a new one. */
export async function searchesPage(ctx: Context) {
  authorize(ctx.actor, 'tenderSearch.keep', {})
  const buyers = await ctx.db
    .selectDistinct({ id: parties.id, name: parties.name, nameEn: parties.nameEn })
    .from(parties)
    .innerJoin(tenders, eq(tenders.buyerId, parties.id))
  const routes = await methodsInForce(ctx.db, dateOf(ctx.clock.now()))
  return {
    searches: (await ownSearches(ctx.db, ctx.actor.personId!)).map(({ personId: _, ...one }) => one),
    routes: routes
      .filter((m) => m.offered && m.service && !m.framework)
      .map(({ code, name, nameEn }) => ({ code, name, nameEn })),
    buyers,
  }
}

/** Tells each person once whose search a new tender answers; the message carries the way to stop it. */
export async function tellSearchers(tx: Tx, ctx: Context, tenderId: string) {
  const tender = await findTender(tx, tenderId)
  const told: Told = {
    title: tender.title,
    text: `${tender.requirement}。${tender.plan.quantity}。${tender.plan.goals}`,
    methodCode: tender.method.code,
    buyerId: tender.buyerId,
  }
  const heard = new Set<string>()
  for (const search of await tx.select().from(tenderSearches).orderBy(asc(tenderSearches.at))) {
    if (heard.has(search.personId) || !matches(search, told)) continue
    heard.add(search.personId)
    await notify(tx, ctx, { personId: search.personId }, 'search-matched', `/tenders/${tenderId}`, {
      tender: tender.title,
      stop: `/tenders/searches#${search.id}`,
    })
  }
}
