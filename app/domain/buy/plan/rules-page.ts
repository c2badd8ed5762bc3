import { desc } from 'drizzle-orm'
import { calendarYears, methods, places } from '#db/schema/index.ts'
import type { Context } from '../../context.ts'
import { dateOf } from '../../dates.ts'
import { parameter } from '../../parameters.ts'
import { authorize, may } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { inForce, setLater, versionsOf } from './figures-page.ts'
import { lawTerms } from './intention.ts'
import { methodsInForce } from './routes-for.ts'

const entered = {
  year: calendarYears.year,
  source: calendarYears.source,
  holidays: calendarYears.holidays,
  workdays: calendarYears.workdays,
}

/** Every route and every legal clock in force today, and the years they can be counted in, for anybody to read. */
export async function rulesPage(ctx: Context) {
  const today = dateOf(ctx.clock.now())
  const figures = await versionsOf(ctx.db)
  const current = inForce(figures, today)
  return {
    routes: await methodsInForce(ctx.db, today),
    clocks: current.filter(({ unit }) => unit === 'wd' || unit === 'd' || unit === 'month'),
    figuresSet: setLater(figures),
    history: await ctx.db.select().from(methods).orderBy(desc(methods.from), methods.code),
    places: await ctx.db.select({ id: places.id, name: places.name, level: places.level }).from(places),
    /** 入围没有截止，申请随到随审：审核的期限。 */
    reviewDays: (await parameter(ctx.db, 'FRAMEWORK_REVIEW', today)).value,
    law: await lawTerms(ctx.db, today),
    years: await ctx.db.select(entered).from(calendarYears).orderBy(desc(calendarYears.year)),
    sets: may(ctx.actor, 'route.set', {}),
  }
}

/** One route to make the next version of. */
export async function routePage(ctx: Context, baseId: string) {
  authorize(ctx.actor, 'route.set', {})
  const { routes, law, places: all } = await rulesPage(ctx)
  const base = routes.find(({ id }) => id === baseId)
  if (!base) throw new Refusal('missing', 'route-base-missing')
  return {
    base,
    /** The days of the law, where it is the law that gives them. */
    objection: base.mark === 'statute' ? law.objection : null,
    places: all.filter(({ level }) => level === 'district' || level === 'street'),
    today: dateOf(ctx.clock.now()),
  }
}
