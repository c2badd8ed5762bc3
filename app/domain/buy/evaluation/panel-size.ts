import type { Reader } from '#db/store.ts'
import { parameter } from '../../parameters.ts'
import type { Call } from '../proposal/find-call.ts'

type Sized = { plan: Pick<Call['plan'], 'amount'>; method: Pick<Call['method'], 'panelMin' | 'direct'> }

/** 评审小组最少人数: what the route asks; where suppliers compete for a large budget (分), what the law asks (87号令 第四十七条). */
export async function leastPanel(db: Reader, { plan, method }: Sized, on: string): Promise<number> {
  if (method.direct) return method.panelMin
  const from = await parameter(db, 'PANEL_LARGE_FROM', on)
  if (plan.amount < from.value) return method.panelMin
  const least = await parameter(db, 'PANEL_LARGE', on)
  return Math.max(method.panelMin, least.value)
}
