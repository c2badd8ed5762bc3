import { and, eq, ne } from 'drizzle-orm'
import { panelSeats, scoreSheets } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { dateOf } from '../../dates.ts'
import type { Due } from '../../desk-item.ts'
import { dueOf } from '../../due.ts'

const latest = (all: ReadonlyArray<Date | null>) => {
  const known = all.filter((at) => at !== null)
  return known.length === all.length && known.length > 0
    ? new Date(Math.max(...known.map((at) => at.getTime())))
    : null
}

/** 评审结束 and 报告送达: when the last sheet was locked, and when the last member signed; null until then. */
export async function reportTimes(db: Reader, tenderId: string) {
  const seats = await db
    .select({ signedAt: panelSeats.signedAt, lockedAt: scoreSheets.submittedAt })
    .from(panelSeats)
    .leftJoin(scoreSheets, eq(scoreSheets.panelSeatId, panelSeats.id))
    .where(and(eq(panelSeats.tenderId, tenderId), ne(panelSeats.state, 'recused')))
  return {
    scoredAt: latest(seats.map((s) => s.lockedAt)),
    deliveredAt: latest(seats.map((s) => s.signedAt)),
  }
}

/** By when the signed report is to be with the buyer (实施条例 第四十三条), once every sheet is locked. */
export async function reportDue(db: Reader, ctx: Context, tenderId: string): Promise<Due | null> {
  const { scoredAt } = await reportTimes(db, tenderId)
  return scoredAt && dueOf(db, ctx, 'REPORT_DELIVER', dateOf(scoredAt))
}
