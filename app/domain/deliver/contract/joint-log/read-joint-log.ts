import { asc, eq } from 'drizzle-orm'
import { jointLogs } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { linkageSectors } from '#db/vocabulary.ts'
import type { Context } from '../../../context.ts'
import { addDays, dateOf } from '../../../dates.ts'
import { parameter } from '../../../parameters.ts'
import { authorize, may } from '../../../policy/index.ts'
import { type ContractFacts, findContract } from '../find-contract.ts'
import { personNames } from '../names.ts'
import { begunMonths, openMonths } from './months.ts'

export type Sector = (typeof linkageSectors)[number]
type Log = typeof jointLogs.$inferSelect
type Term = { state: string; from: string; to: string; publishedAt: Date | null }

/** Every joint log of a contract, in the order written. */
export const jointLogsOf = (db: Reader, contractId: string): Promise<Log[]> =>
  db.select().from(jointLogs).where(eq(jointLogs.contractId, contractId)).orderBy(asc(jointLogs.at))

/** The last day on which a side told of working with the others; before its first, the day the work began. */
const lastOf = (logs: readonly Log[], sector: Sector, c: Term) => {
  const begun = [c.from, c.publishedAt ? dateOf(c.publishedAt) : c.from].sort().at(-1)!
  const at = logs.filter((l) => l.sector === sector).at(-1)?.at
  return at ? dateOf(at) : begun
}

/** “两张皮”: the sides of a running contract that wrote nothing for so many days; `n` as the parameter says. */
export async function silentSides(
  db: Reader,
  c: Term & { id: string },
  sides: readonly Sector[],
  today: string,
) {
  const n = (await parameter(db, 'JOINT_LOG_SILENT', today)).value
  if (c.state !== 'published' || today < c.from || today > c.to) return { n, silent: [] }
  const logs = await jointLogsOf(db, c.id)
  return { n, silent: sides.filter((sector) => addDays(lastOf(logs, sector, c), n) <= today) }
}

/** Which side wrote in which month; what was written stays with those who are party to the contract. */
function grid(c: Term, logs: readonly Log[], sides: readonly Sector[], today: string) {
  if (!c.publishedAt || (c.state !== 'published' && logs.length === 0)) return []
  const months = begunMonths(c, today).filter((month) => month <= today.slice(0, 7))
  return months.map((month) => ({
    month,
    sides: sides.map((sector) => ({
      sector,
      at: logs.find((l) => l.month === month && l.sector === sector)?.at ?? null,
    })),
  }))
}

const order: readonly Sector[] = ['community', 'organisation', 'social_worker']
const sidesOf = (c: Pick<ContractFacts, 'linkages'>) =>
  order.filter((sector) => c.linkages.some((l) => l.sector === sector))

/** 联动记录公示: which side wrote in which month, and the warning where one has been silent. */
export async function publicJointLog(db: Reader, contractId: string, today: string) {
  const c = await findContract(db, contractId)
  const sides = sidesOf(c)
  return {
    ...(await silentSides(db, c, sides, today)),
    months: grid(c, await jointLogsOf(db, c.id), sides, today),
  }
}
export type PublicJointLog = Awaited<ReturnType<typeof publicJointLog>>

/** The side of the card that this person writes for, if any. */
export const sideOf = (ctx: Context, c: ContractFacts): Sector | null =>
  c.linkages.find((l) => may(ctx.actor, 'joint_log.write', l))?.sector ?? null

/** 联动记录 in full, for those who are party to the contract, with what this person may still write; who is named on the card and sits at no body of it reads his own. */
export async function jointLogPage(ctx: Context, contractId: string) {
  const c = await findContract(ctx.db, contractId)
  const reads = may(ctx.actor, 'contract.read', c)
  if (!reads && !sideOf(ctx, c)) authorize(ctx.actor, 'contract.read', c)
  const all = await jointLogsOf(ctx.db, contractId)
  const logs = reads ? all : all.filter(({ writtenBy }) => writtenBy === ctx.actor.personId)
  const names = await personNames(
    ctx.db,
    logs.map((l) => l.writtenBy),
  )
  const sector = c.state === 'published' ? sideOf(ctx, c) : null
  const today = dateOf(ctx.clock.now())
  return {
    id: c.id,
    title: c.title,
    back: reads ? `/work/${c.id}` : `/contracts/${c.id}`,
    ...(await publicJointLog(ctx.db, contractId, today)),
    entries: logs.toReversed().map(({ id, month, sector: side, words, at, writtenBy }) => ({
      id,
      month,
      sector: side,
      words,
      at,
      by: names[writtenBy] ?? '',
    })),
    sector,
    open: openMonths(c, today).filter((m) => !all.some((l) => l.month === m && l.sector === sector)),
  }
}
