import { and, eq, gte, inArray, lte, or } from 'drizzle-orm'
import { contracts, linkages } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { Context } from '../../../context.ts'
import { addDays, addMonths, dateOf, endOf, startOf } from '../../../dates.ts'
import type { DeskItem } from '../../../desk-item.ts'
import { parameter } from '../../../parameters.ts'
import { may } from '../../../policy/index.ts'
import type { Actor } from '../../../who/actor.ts'
import { jointLogsOf, silentSides } from './read-joint-log.ts'

type Contract = typeof contracts.$inferSelect
const watchers = ['street_handler', 'district_handler']

/** Running contracts whose card this seat or person stands on, or whose work it watches. */
async function concerned(db: Reader, { seat, personId }: Actor, today: string): Promise<Contract[]> {
  const named = await db
    .select({ id: linkages.contractId })
    .from(linkages)
    .where(or(eq(linkages.partyId, seat!.partyId), eq(linkages.personId, personId ?? '')))
  const ids = named.map(({ id }) => id)
  const bought = watchers.includes(seat!.role) ? eq(contracts.buyerId, seat!.partyId) : undefined
  const rows = await db
    .select()
    .from(contracts)
    .where(
      and(
        eq(contracts.state, 'published'),
        lte(contracts.from, today),
        gte(contracts.to, today),
        or(bought, inArray(contracts.id, ids.length > 0 ? ids : [''])),
      ),
    )
  return rows
}

/** The last third of a month, when its joint log falls due. */
const dueSoon = (today: string) => today.slice(8) >= '20'
const monthEnd = (today: string) => addDays(addMonths(`${today.slice(0, 7)}-01`, 1), -1)

async function itemFor(db: Reader, ctx: Context, c: Contract, today: string): Promise<DeskItem[]> {
  const sides = await db.select().from(linkages).where(eq(linkages.contractId, c.id))
  const sectors = sides.map((s) => s.sector)
  const { n, silent } = await silentSides(db, c, sectors, today)
  const mine = sides.find((s) => may(ctx.actor, 'joint_log.write', s))?.sector
  const of = { params: { n }, matter: c.title, chapter: 'deliver' as const, since: startOf(c.from) }
  const link = `/work/${c.id}/joint-log`
  const written = (await jointLogsOf(db, c.id)).some(
    (l) => l.sector === mine && l.month === today.slice(0, 7),
  )
  if (mine && !written && (silent.includes(mine) || dueSoon(today))) {
    const { source } = await parameter(db, 'JOINT_LOG_SILENT', today)
    const due = { at: endOf(monthEnd(today)), source, mark: 'local' as const }
    return [{ ...of, key: 'joint-log.write', due, link, kind: 'act' }]
  }
  return silent.length > 0 && watchers.includes(ctx.actor.seat!.role)
    ? [{ ...of, key: 'joint-log.silent', due: null, link, kind: 'wait' }]
    : []
}

/** 联动记录 to write this month, and, for who buys, the projects where a side has been silent. */
export async function deskOfJointLog(db: Reader, ctx: Context): Promise<DeskItem[]> {
  const { seat } = ctx.actor
  if (!seat || !/^(committee_director|org_|social_worker|street_handler|district_handler)/.test(seat.role))
    return []
  const today = dateOf(ctx.clock.now())
  const rows = await concerned(db, ctx.actor, today)
  return (await Promise.all(rows.map((c) => itemFor(db, ctx, c, today)))).flat()
}
