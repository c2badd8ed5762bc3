import { eq } from 'drizzle-orm'
import { panelDraws } from '#db/schema/index.ts'
import type { Reader, Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { dateOf } from '../../dates.ts'
import type { Call } from '../proposal/find-call.ts'
import { codeOf, ranked } from './draw.ts'
import { eligibleExperts, eligibleResidents } from './eligible.ts'

export type PanelDraw = typeof panelDraws.$inferSelect

/** The draw of one tender, once made. */
export async function drawOf(db: Reader, tenderId: string): Promise<PanelDraw | null> {
  const [found] = await db.select().from(panelDraws).where(eq(panelDraws.tenderId, tenderId))
  return found ?? null
}

const finders = { expert: eligibleExperts, resident: eligibleResidents } as const
/** Everyone the lot could still fall on, in the order of the draw: of the frozen list, and fit to this day. */
export async function inDrawnOrder(
  db: Reader,
  ctx: Context,
  { call, draw, kind }: { call: Call; draw: PanelDraw; kind: 'expert' | 'resident' },
) {
  const fit = await finders[kind](db, call, dateOf(ctx.clock.now()))
  const people = new Map(fit.map((p) => [codeOf(ctx.vault, call.id, p.id), p]))
  const listed = draw.pool.filter((line) => line.kind === kind)
  return ranked(draw.seed, listed).map(({ code }) => ({ code, person: people.get(code) ?? null }))
}

/** The lot fell on him, and he is passed by: the ground stands in the record of the draw. */
export async function passBy(
  tx: Tx,
  ctx: Context,
  draw: PanelDraw,
  passed: { code: string; ground: string }[],
) {
  if (passed.length === 0) return
  const at = ctx.clock.now().getTime()
  const list = [...draw.passed, ...passed.map((one) => ({ ...one, at }))]
  await tx.update(panelDraws).set({ passed: list }).where(eq(panelDraws.id, draw.id))
}
