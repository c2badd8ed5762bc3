import { and, asc, desc, gt, lte } from 'drizzle-orm'
import type { Clock } from '#app/ports/clock.ts'
import { sha256 } from '#app/ports/vault.ts'
import { journal, journalSeals } from '#db/schema/index.ts'
import type { Reader, Transact } from '#db/store.ts'

/** 毫秒 a line has to be old: whoever wrote it has committed, or never will. */
const SETTLED = 60_000
/** How many seals one look recomputes. */
const CHECKED = 50
const beginning = new Date(0)

const linesBetween = (db: Reader, after: Date, upTo: Date) =>
  db
    .select()
    .from(journal)
    .where(and(gt(journal.at, after), lte(journal.at, upTo)))
    .orderBy(asc(journal.at), asc(journal.id))
type Line = typeof journal.$inferSelect

const wordsOf = (line: Line) => {
  const { id, at, actorId, seatId, role, partyId, action, subject, threadId, detail } = line
  return JSON.stringify([id, at.getTime(), actorId, seatId, role, partyId, action, subject, threadId, detail])
}
const hashOf = (before: string, lines: readonly Line[]) => sha256([before, ...lines.map(wordsOf)].join('\n'))
const lastSeals = (db: Reader, n: number) =>
  db.select().from(journalSeals).orderBy(desc(journalSeals.ordinal)).limit(n)

/** Seals the lines written since the last seal, so that none can be changed, taken out or put in unseen. */
export const sealJournal = (transact: Transact, clock: Clock) =>
  transact(async (tx) => {
    const [last] = await lastSeals(tx, 1)
    const now = clock.now()
    const upTo = new Date(now.getTime() - SETTLED)
    const lines = await linesBetween(tx, last?.upTo ?? beginning, upTo)
    if (lines.length === 0) return
    const hash = hashOf(last?.hash ?? '', lines)
    const ordinal = (last?.ordinal ?? 0) + 1
    await tx.insert(journalSeals).values({ ordinal, upTo, lines: lines.length, hash, at: now })
  })

/** Recomputes the last seals from the lines themselves: up to when they hold, or the first that does not. */
export async function checkSeals(db: Reader) {
  const seals = (await lastSeals(db, CHECKED + 1)).reverse()
  let before = seals.length > CHECKED ? (seals.shift() ?? null) : null
  for (const seal of seals) {
    const found = await linesBetween(db, before?.upTo ?? beginning, seal.upTo)
    if (hashOf(before?.hash ?? '', found) !== seal.hash) return { broken: seal.ordinal, last: null }
    before = seal
  }
  return { broken: null, last: before && { upTo: before.upTo, hash: before.hash } }
}
