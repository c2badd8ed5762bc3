import { asc, desc } from 'drizzle-orm'
import { parameters } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { dateOf } from '../../dates.ts'
import { figures } from '../../figures.ts'
import type { Parameter } from '../../parameters.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { typedValue, unitsFor } from './set-figure.ts'

const asked = new Map(figures.map(({ code, source }) => [code, source]))
/** A figure with what it is for, as it was first written: its own name where it has none in the dictionary. */
export type Figure = Parameter & { about: string }

/** Every version of every figure that some rule asks for, the newest first. */
export async function versionsOf(db: Reader): Promise<Figure[]> {
  const all = await db.select().from(parameters).orderBy(asc(parameters.code), desc(parameters.version))
  return all.flatMap((f) => {
    const about = asked.get(f.code)
    return about === undefined ? [] : [{ ...f, about }]
  })
}
/** Of each figure the version in force on a day. */
export const inForce = (all: readonly Figure[], today: string) => {
  const begun = all.filter(({ from }) => from <= today)
  return begun.filter((f, at) => begun.findIndex(({ code }) => code === f.code) === at)
}
/** What was set after the first version, the latest first. */
export const setLater = (all: readonly Figure[]) =>
  all
    .filter(({ version }) => version > 1)
    .toSorted((a, b) => b.from.localeCompare(a.from) || b.version - a.version)

/** 参数: every figure in force, for whoever may set the next version. */
export async function figuresPage(ctx: Context) {
  authorize(ctx.actor, 'figure.set', {})
  return { figures: inForce(await versionsOf(ctx.db), dateOf(ctx.clock.now())) }
}

/** One figure to make the next version of, with those it had. */
export async function figurePage(ctx: Context, code: string) {
  authorize(ctx.actor, 'figure.set', {})
  const versions = (await versionsOf(ctx.db)).filter((f) => f.code === code)
  const [last] = versions
  if (!last) throw new Refusal('missing', 'figure-missing')
  return {
    last,
    typed: typedValue(last),
    units: unitsFor(last.unit),
    versions,
    today: dateOf(ctx.clock.now()),
  }
}
