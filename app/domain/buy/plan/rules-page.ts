import { asc, desc, lte } from 'drizzle-orm'
import { methods, parameters, places } from '#db/schema/index.ts'
import type { Context } from '../../context.ts'
import { dateOf } from '../../dates.ts'
import { authorize, may } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { methodsInForce } from './routes-for.ts'

/** Every route and every legal clock in force today, for anybody to read. */
export async function rulesPage(ctx: Context) {
  const today = dateOf(ctx.clock.now())
  const figures = await ctx.db
    .select()
    .from(parameters)
    .where(lte(parameters.from, today))
    .orderBy(asc(parameters.code), desc(parameters.version))
  const current = figures.filter((f, at) => figures.findIndex((other) => other.code === f.code) === at)
  return {
    routes: await methodsInForce(ctx.db, today),
    clocks: current.filter(({ unit }) => unit === 'wd' || unit === 'd' || unit === 'month'),
    history: await ctx.db.select().from(methods).orderBy(desc(methods.from), methods.code),
    places: await ctx.db.select({ id: places.id, name: places.name, level: places.level }).from(places),
    sets: may(ctx.actor, 'route.set', {}),
  }
}

/** One route to make the next version of. */
export async function routePage(ctx: Context, baseId: string) {
  authorize(ctx.actor, 'route.set', {})
  const { routes, places: all } = await rulesPage(ctx)
  const base = routes.find(({ id }) => id === baseId)
  if (!base) throw new Refusal('missing', 'route-base-missing')
  return {
    base,
    places: all.filter(({ level }) => level === 'district' || level === 'street'),
    today: dateOf(ctx.clock.now()),
  }
}
