import { and, desc, eq, gt } from 'drizzle-orm'
import { flagLooks, ocdsReleases, persons } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { addFacts } from './add-facts.ts'
import { factsOf, type ProcessFacts } from './facts.ts'
import type { Flag, FlagCode } from './rules.ts'
import { flagsOf } from './run-flags.ts'

type Kept = { ordinal: number; known: Map<string, ProcessFacts>; flags: Flag[] }
const kept = new WeakMap<Reader, Kept>()
const MOST = 500

/** What our own releases say of every process; releases never change, so that only new ones are read. */
async function ownFlags(db: Reader): Promise<Kept> {
  const was = kept.get(db) ?? { ordinal: 0, known: new Map<string, ProcessFacts>(), flags: [] }
  const known = new Map(was.known)
  let { ordinal } = was
  for (;;) {
    const rows = await db
      .select({ ordinal: ocdsReleases.ordinal, json: ocdsReleases.json })
      .from(ocdsReleases)
      .where(gt(ocdsReleases.ordinal, ordinal))
      .orderBy(ocdsReleases.ordinal)
      .limit(MOST)
    for (const row of rows) {
      const facts = factsOf(JSON.parse(row.json))
      if (facts) known.set(facts.ocid, addFacts(known.get(facts.ocid), facts))
      ordinal = row.ordinal
    }
    if (rows.length < MOST) break
  }
  const now = ordinal === was.ordinal ? was : { ordinal, known, flags: flagsOf([...known.values()]) }
  kept.set(db, now)
  return now
}

const looksAt = (db: Reader, code?: FlagCode, subject?: string) =>
  db
    .select({
      id: flagLooks.id,
      code: flagLooks.code,
      subject: flagLooks.subject,
      outcome: flagLooks.outcome,
      words: flagLooks.words,
      at: flagLooks.at,
      by: persons.name,
    })
    .from(flagLooks)
    .leftJoin(persons, eq(persons.id, flagLooks.personId))
    .where(code && subject ? and(eq(flagLooks.code, code), eq(flagLooks.subject, subject)) : undefined)
    .orderBy(desc(flagLooks.at), desc(flagLooks.id))
export type Look = Awaited<ReturnType<typeof looksAt>>[number]

/** What a flag is about, as a person says it: the name of the project, or of the body. */
const about = (flag: Flag, known: ReadonlyMap<string, ProcessFacts>) =>
  flag.ocid ? (known.get(flag.ocid)?.title ?? flag.ocid) : String(flag.figures.name ?? flag.subject)

/** 采购预警: each signal with its figures, first those nobody has looked at. */
export async function readFlags(ctx: Context) {
  authorize(ctx.actor, 'flag.read', {})
  const { flags, known } = await ownFlags(ctx.db)
  const looks = await looksAt(ctx.db)
  const shown = flags.map((flag) => ({
    ...flag,
    about: about(flag, known),
    look: looks.find((l) => l.code === flag.code && l.subject === flag.subject) ?? null,
  }))
  return {
    compared: known.size,
    waiting: shown.filter((f) => !f.look),
    seen: shown.filter((f) => f.look),
  }
}
export type ShownFlag = Awaited<ReturnType<typeof readFlags>>['waiting'][number]

/** One flag that stands now, with all that was said of it. */
export async function readFlag(ctx: Context, code: string, subject: string) {
  authorize(ctx.actor, 'flag.read', {})
  const { flags, known } = await ownFlags(ctx.db)
  const flag = flags.find((f) => f.code === code && f.subject === subject)
  if (!flag) throw new Refusal('missing', 'no-such-flag')
  return { ...flag, about: about(flag, known), looks: await looksAt(ctx.db, flag.code, flag.subject) }
}
export const flagStands = async (db: Reader, code: string, subject: string) =>
  (await ownFlags(db)).flags.find((f) => f.code === code && f.subject === subject)
