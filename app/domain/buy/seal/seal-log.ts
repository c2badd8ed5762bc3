import { and, asc, eq, gte, lt } from 'drizzle-orm'
import { sha256 } from '#app/ports/vault.ts'
import { sealLeaves } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { rootOf } from '../../ask/vote/inclusion.ts'
import type { Context } from '../../context.ts'
import { addDays, dateOf } from '../../dates.ts'
import { Refusal } from '../../refusal.ts'

/** How many days back the log lists. */
export const loggedDays = 60
const fewest = 8
const spread = 25

/** 掺入的假指纹: as many a day as a keyed hash of the day says; nobody without the server's secret tells them from real ones. */
function falseLeaves(ctx: Pick<Context, 'vault'>, day: string): string[] {
  const many =
    fewest + (Number.parseInt(sha256(ctx.vault.keyed('false leaves', day)).slice(0, 8), 16) % spread)
  return Array.from({ length: many }, (_, at) => sha256(ctx.vault.keyed('false leaf', `${day}:${at}`)))
}

/** One day's fingerprints, true and false, sorted; a day is listed once it is over, and never changes again. */
export async function leavesOf(db: Reader, ctx: Context, day: string): Promise<string[]> {
  const today = dateOf(ctx.clock.now())
  if (day >= today || day < addDays(today, -loggedDays)) throw new Refusal('missing', 'day-not-logged')
  const here = await db
    .select({ leaf: sealLeaves.leaf })
    .from(sealLeaves)
    .where(eq(sealLeaves.day, day))
    .orderBy(asc(sealLeaves.leaf))
  return [...here.map(({ leaf }) => leaf), ...falseLeaves(ctx, day)].sort()
}

/** Days of the log, newest first, each with the root of its fingerprints; and where one fingerprint stands. */
export async function readSealLog(ctx: Context, typed: string | null) {
  const today = dateOf(ctx.clock.now())
  const shown = Array.from({ length: 14 }, (_, at) => addDays(today, -1 - at))
  const listed = await Promise.all(
    shown.map(async (day) => ({ day, root: rootOf(await leavesOf(ctx.db, ctx, day)) })),
  )
  return { days: listed, found: typed === null ? null : await findLeaf(ctx, typed, today) }
}

/** The day of a fingerprint, true or false alike: the answer must not tell them apart. */
async function findLeaf(ctx: Context, typed: string, today: string) {
  const leaf = typed.normalize('NFKC').toLowerCase().replace(/\s/g, '')
  if (!/^[0-9a-f]{64}$/.test(leaf)) return { day: null, malformed: true }
  const logged = and(lt(sealLeaves.day, today), gte(sealLeaves.day, addDays(today, -loggedDays)))
  const [found] = await ctx.db
    .select()
    .from(sealLeaves)
    .where(and(eq(sealLeaves.leaf, leaf), logged))
  const days = Array.from({ length: loggedDays }, (_, at) => addDays(today, -1 - at))
  const day = found?.day ?? days.find((one) => falseLeaves(ctx, one).includes(leaf)) ?? null
  return { day, malformed: false }
}
export type SealLog = Awaited<ReturnType<typeof readSealLog>>
