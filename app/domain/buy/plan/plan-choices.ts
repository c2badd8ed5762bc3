import type { categories } from '#db/vocabulary.ts'
import type { Context } from '../../context.ts'
import { dateOf } from '../../dates.ts'
import { type Fen, fen } from '../../money.ts'
import { parameter } from '../../parameters.ts'
import { authorize } from '../../policy/index.ts'
import { linesOfBuyer } from '../../treasury/list-lines.ts'
import { bodiesInStanding } from '../../who/standing/blocks-of.ts'
import { catalogueOf } from './check-words.ts'
import { approvalLevel } from './delegation/approval-level.ts'
import { findBuyer } from './draft-plan.ts'
import { findPlan, type PlanFacts } from './find-plan.ts'
import { lawTerms } from './intention.ts'
import { needsToPlan } from './list-plans.ts'
import { methodsInForce, placesOfBuyer, routesFor } from './routes-for.ts'
import { splittingOf } from './splitting.ts'

const buyerOf = (ctx: Context) => ctx.actor.seat?.partyId ?? ''

/** What a handler chooses from before the words: needs, line and sum. */
export async function planChoices(ctx: Context, kept: PlanFacts | null = null) {
  const buyerId = buyerOf(ctx)
  authorize(ctx.actor, 'plan.draft', { buyerId })
  const free = await needsToPlan(ctx.db, buyerId)
  const own = kept?.needs ?? []
  return {
    needs: [...own, ...free].map((n) => ({
      id: n.id,
      refNo: n.refNo,
      title: n.title,
      estimate: n.estimate,
      category: n.category,
      itemType: n.itemType,
      communityId: n.communityId,
      catalogueId: n.catalogueId,
    })),
    lines: await linesOfBuyer(ctx.db, buyerId),
  }
}

/** What the words of a plan are chosen from: the catalogue, the suppliers there are, and whether it must be assessed. */
async function wordChoices(ctx: Context, buyerId: string, amount: Fen, today: string) {
  const { value } = await parameter(ctx.db, 'EX_ANTE_FROM', today)
  const entries = await catalogueOf(ctx.db, buyerId, today)
  return {
    assess: { from: fen(value), must: amount >= value },
    catalogue: entries.map(({ id, code, name, ownerId }) => ({ id, code, name, own: ownerId !== null })),
    suppliers: await bodiesInStanding(ctx.db, today),
  }
}
export type WordChoices = Awaited<ReturnType<typeof wordChoices>>

type Sketch = { needIds: readonly string[]; lineId: string; amount: Fen; exceptId?: string }

type Need = { communityId: string; category: (typeof categories)[number] }
/** Who would sign it last, begun today. */
async function levelOf(ctx: Context, sketch: Sketch, chosen: readonly Need[], today: string) {
  const { exceptId, lineId, amount } = sketch
  const begun = { directGround: null, createdAt: ctx.clock.now(), ...(exceptId ? { id: exceptId } : {}) }
  const buyer = await findBuyer(ctx.db, buyerOf(ctx))
  return approvalLevel(ctx.db, { lineId, amount, buyerId: buyer.id, needs: chosen, ...begun }, buyer, today)
}

/** Which routes admit the sum and why, and whether it looks like a purchase cut into parts. */
export async function planRoutes(ctx: Context, sketch: Sketch) {
  const today = dateOf(ctx.clock.now())
  const all = await methodsInForce(ctx.db, today)
  const { needs, lines } = await planChoices(
    ctx,
    sketch.exceptId ? await findPlan(ctx.db, sketch.exceptId) : null,
  )
  const line = lines.find((l) => l.line.id === sketch.lineId)
  const categories = [...new Set(needs.filter((n) => sketch.needIds.includes(n.id)).map((n) => n.category))]
  const year = line?.pool.year ?? Number(today.slice(0, 4))
  const buying = { buyerId: buyerOf(ctx), categories, year, amount: sketch.amount, exceptId: sketch.exceptId }
  const chosen = needs.filter((n) => sketch.needIds.includes(n.id))
  const places = await placesOfBuyer(ctx.db, buying.buyerId)
  return {
    routes: routesFor(all, sketch.amount, { kinds: chosen.map((n) => n.itemType), places }),
    ...(await wordChoices(ctx, buying.buyerId, sketch.amount, today)),
    line,
    needs: chosen,
    level: await levelOf(ctx, sketch, chosen, today),
    reviewDays: (await parameter(ctx.db, 'FRAMEWORK_REVIEW', today)).value,
    law: await lawTerms(ctx.db, today),
    splitting: await splittingOf(ctx.db, all, buying),
  }
}
