import { and, asc, desc, eq, gt, inArray, isNull, or } from 'drizzle-orm'
import { z } from 'zod'
import { duties, journal } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { addDays, dateOf } from '../../dates.ts'
import { record } from '../../journal.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { typedDate } from '../../typed-date.ts'
import { type Duty, dutiesOn } from './find-duties.ts'
import { type DutyLine, readDuties } from './read-duties.ts'

export const dutiesForm = z
  .object({
    lines: z
      .string({ error: 'form.duties.lines' })
      .trim()
      .min(1, 'form.duties.lines')
      .max(200_000, 'form.long'),
    from: typedDate('form.duties.from'),
    source: z
      .string({ error: 'form.duties.source' })
      .trim()
      .min(4, 'form.duties.source')
      .max(120, 'form.long'),
  })
  .strict()
export type ReviseDuties = z.output<typeof dutiesForm>

const same = (a: DutyLine, b: Duty) =>
  a.kind === b.kind &&
  a.title === b.title &&
  a.ground === b.ground &&
  (a.office ?? '') === (b.office ?? '') &&
  a.desks.join() === b.desks.join()

/** Every number's last version that has no end before a day: what a new list takes the place of. */
async function lastOf(db: Reader, on: string): Promise<Map<string, Duty>> {
  const rows = await db
    .select()
    .from(duties)
    .where(or(isNull(duties.to), gt(duties.to, on)))
    .orderBy(asc(duties.code), asc(duties.version))
  return new Map(rows.map((row) => [row.code, row]))
}

/** What a new list would change: rows that are new, rows that read otherwise, rows that end. */
function changesOf(lines: readonly DutyLine[], was: ReadonlyMap<string, Duty>) {
  const added = lines.filter(({ code }) => !was.has(code))
  const changed = lines.filter((line) => was.has(line.code) && !same(line, was.get(line.code)!))
  const ended = [...was.values()].filter(({ code }) => !lines.some((line) => line.code === code))
  return { added, changed, ended, same: lines.length - added.length - changed.length }
}

/** 试导入: mistakes by line, or what would change; nothing is kept. */
export async function tryDuties(ctx: Context, { words }: { words: string }) {
  authorize(ctx.actor, 'duty.revise', {})
  const { lines, faults } = readDuties(words)
  return { faults, changes: changesOf(lines, await lastOf(ctx.db, dateOf(ctx.clock.now()))) }
}

/** 修订权责清单: the whole list from a later day on, all or nothing; what an ask was handed on by stays as it was. */
export const reviseDuties = (ctx: Context, { lines: words, from, source }: ReviseDuties) =>
  ctx.transact(async (tx) => {
    authorize(ctx.actor, 'duty.revise', {})
    const today = dateOf(ctx.clock.now())
    if (from <= today) throw new Refusal('invalid', 'rule-from-tomorrow')
    const { lines, faults } = readDuties(words)
    if (faults.length > 0 || lines.length === 0) throw new Refusal('invalid', 'duties-with-mistakes')
    const was = await lastOf(tx, today)
    const later = [...was.values()].find((duty) => duty.from >= from)
    if (later) throw new Refusal('conflict', 'duties-later-already', { date: later.from })
    const { added, changed, ended } = changesOf(lines, was)
    if (added.length + changed.length + ended.length === 0) throw new Refusal('conflict', 'duties-unchanged')
    const over = [...ended, ...changed.map(({ code }) => was.get(code)!)].map(({ id }) => id)
    if (over.length > 0)
      await tx
        .update(duties)
        .set({ to: addDays(from, -1) })
        .where(inArray(duties.id, over))
    const versions = await versionsOf(tx)
    const rows = [...added, ...changed].map((line) => ({
      ...line,
      version: (versions.get(line.code) ?? 0) + 1,
      from,
    }))
    if (rows.length > 0) await tx.insert(duties).values(rows)
    const told = { from, source, added: added.length, changed: changed.length, ended: ended.length }
    await record(tx, ctx, 'duty.revise', { subject: `duties@${from}` }, told)
    return { id: from }
  })

async function versionsOf(db: Reader): Promise<Map<string, number>> {
  const rows = await db
    .select({ code: duties.code, version: duties.version })
    .from(duties)
    .orderBy(asc(duties.version))
  return new Map(rows.map(({ code, version }) => [code, version]))
}

/** The list today, what is to come, and every revision as the journal has it. */
export async function readDutyList(ctx: Context) {
  authorize(ctx.actor, 'duty.revise', {})
  const today = dateOf(ctx.clock.now())
  const coming = await ctx.db
    .select()
    .from(duties)
    .where(gt(duties.from, today))
    .orderBy(asc(duties.from), asc(duties.code))
  const revisions = await ctx.db
    .select({ id: journal.id, at: journal.at, detail: journal.detail })
    .from(journal)
    .where(and(eq(journal.action, 'duty.revise')))
    .orderBy(desc(journal.at))
    .limit(50)
  return { today: await dutiesOn(ctx.db, today), coming, revisions, tomorrow: addDays(today, 1) }
}
