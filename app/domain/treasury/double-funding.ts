import { and, eq, inArray, ne, or } from 'drizzle-orm'
import { budgetLines, ledgerGuards, needs, planNeeds, plans, toldApart } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { Refusal } from '../refusal.ts'

type Likeness = { category: string; communityId: string; targetGroup: string }
const plain = (words: string) => words.normalize('NFKC').replace(/[\s，。、；,.;]/g, '')
const isAlike = (a: Likeness, b: Likeness) =>
  a.category === b.category &&
  a.communityId === b.communityId &&
  plain(a.targetGroup) === plain(b.targetGroup)

const asksOf = (db: Reader, planIds: readonly string[]) =>
  db
    .select({
      planId: planNeeds.planId,
      needId: needs.id,
      category: needs.category,
      communityId: needs.communityId,
      targetGroup: needs.targetGroup,
    })
    .from(planNeeds)
    .innerJoin(needs, eq(needs.id, planNeeds.needId))
    .where(inArray(planNeeds.planId, planIds.length ? [...planIds] : ['']))

/** Plans of another pool that hold money now, whose days meet those of this plan. */
async function funded(db: Reader, plan: { id: string; lineId: string; from: string; to: string }) {
  const [own] = await db.select().from(budgetLines).where(eq(budgetLines.id, plan.lineId))
  const holding = await db
    .selectDistinct({ id: plans.id, refNo: plans.refNo, title: plans.title, from: plans.from, to: plans.to })
    .from(plans)
    .innerJoin(budgetLines, eq(budgetLines.id, plans.lineId))
    .innerJoin(ledgerGuards, and(eq(ledgerGuards.scope, 'plan'), eq(ledgerGuards.of, plans.id)))
    .where(and(ne(plans.id, plan.id), ne(budgetLines.poolId, own?.poolId ?? ''), eq(plans.state, 'approved')))
  return holding.filter((other) => other.from <= plan.to && plan.from <= other.to)
}

/** 重复资助: projects another pool already pays for, of the same community, category and people, in the same days. */
export async function alikeOf(db: Reader, planId: string) {
  const [plan] = await db.select().from(plans).where(eq(plans.id, planId))
  if (!plan) return []
  const others = await funded(db, plan)
  const mine = await asksOf(db, [plan.id])
  const theirs = await asksOf(
    db,
    others.map(({ id }) => id),
  )
  return others.filter(({ id }) =>
    theirs.some(
      (ask) => ask.planId === id && mine.some((own) => own.needId === ask.needId || isAlike(own, ask)),
    ),
  )
}

/** Which of the projects it looks like this plan was told apart from, with the reason. */
export const apartFrom = (db: Reader, planId: string) =>
  db
    .select()
    .from(toldApart)
    .where(or(eq(toldApart.planId, planId), eq(toldApart.otherId, planId)))

/** Refuses money for what another pool already pays for, unless finance has written why the two are not one. */
export async function mustNotDouble(db: Reader, plan: { id: string }) {
  const alike = await alikeOf(db, plan.id)
  if (alike.length === 0) return
  const apart = await apartFrom(db, plan.id)
  const double = alike.find(({ id }) => !apart.some((a) => a.otherId === id || a.planId === id))
  if (double) throw new Refusal('conflict', 'double-funding', { other: double.title, no: double.refNo })
}
