import type { needs } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import { struck, struckIn } from '../../masked-words.ts'
import { mustBeInForce, mustBeWhole } from './check-plan.ts'
import { mustBeBuyable } from './check-words.ts'
import type { DraftPlan } from './forms.ts'
import { mustAddUp } from './plan-lines.ts'

type Need = typeof needs.$inferSelect
type Words = Omit<DraftPlan, 'needIds' | 'lines'>
type Around = { buyerId: string; needs: Need[]; today: string; keeps?: string; id?: string }

/** What a handler wrote, as a plan keeps it: what does not belong to its route is left out. */
export async function writtenPlan(
  tx: Tx,
  { lines, ...typed }: Words & Pick<DraftPlan, 'lines'>,
  around: Around,
) {
  const { buyerId, needs: bought, today, keeps, id } = around
  mustBeBuyable(bought)
  if (typed.methodId !== keeps) await mustBeInForce(tx, typed.methodId, today)
  mustAddUp(lines, typed.amount)
  const communities = new Set(bought.map((need) => need.communityId))
  const kept = {
    ...struckIn(typed, ['title', 'goals']),
    individualReason: typed.individualReason || null,
    catalogueId: typed.catalogueId ?? bought.find((need) => need.catalogueId)?.catalogueId ?? null,
    yearsReason: typed.yearsReason ?? null,
    exAnte: (typed.exAnte ?? null) as Record<string, string> | null,
    directGround: typed.directGround ?? null,
    directWords: struck(typed.directWords ?? null),
    soleSupplierId: typed.soleSupplierId ?? null,
    communityId: communities.size === 1 ? bought[0]!.communityId : null,
  }
  const { direct } = await mustBeWhole(tx, { ...kept, buyerId, id }, bought, today)
  return direct ? kept : { ...kept, directGround: null, directWords: null, soleSupplierId: null }
}
