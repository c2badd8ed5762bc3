import type { Reader } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { addMonths, dateOf } from '../../dates.ts'
import { type Fen, fen } from '../../money.ts'
import { parameter } from '../../parameters.ts'
import { Refusal } from '../../refusal.ts'
import { indicatorsOf, milestonesOf } from '../milestone/find-milestone.ts'
import type { DraftChange } from './change-forms.ts'
import { openTranche, roomOf } from './find-change.ts'
import type { ContractFacts } from './find-contract.ts'
import { workersFor } from './workers-for.ts'

export type Asked = {
  priceBy: Fen | null
  to: string | null
  indicators: Array<{ code: string; was: number; target: number }>
  workerId: string | null
}

/** What a form asks to change, against what the contract says now; what stays the same is left out. */
export async function asked(db: Reader, c: ContractFacts, typed: DraftChange): Promise<Asked> {
  if (typed.more && typed.less) throw new Refusal('invalid', 'change-price-both-ways')
  if (typed.more && typed.rationale !== 'supplement')
    throw new Refusal('invalid', 'change-more-is-supplement')
  const known = await indicatorsOf(db, c.id)
  const named = typed.targets.filter(({ target }) => target !== undefined)
  if (named.some(({ code }) => !known.some((i) => i.code === code)))
    throw new Refusal('invalid', 'change-indicator-unknown')
  const indicators = known.flatMap(({ code, target: was }) => {
    const target = named.find((n) => n.code === code)?.target
    return target === undefined || target === was ? [] : [{ code, was, target }]
  })
  const priceBy = typed.more ? typed.more : typed.less ? fen(-typed.less) : null
  const to = typed.to && typed.to !== c.to ? typed.to : null
  const now = c.linkages.find((l) => l.sector === 'social_worker')?.personId
  const workerId = typed.workerId && typed.workerId !== now ? typed.workerId : null
  if (!priceBy && !to && !workerId && indicators.length === 0) throw new Refusal('invalid', 'change-nothing')
  return { priceBy, to, indicators, workerId }
}

async function priceMayMove(db: Reader, c: ContractFacts, priceBy: Fen, today: string) {
  const { left, percent } = await roomOf(db, c, today)
  if (Math.abs(priceBy) > left) throw new Refusal('invalid', 'change-over-supplement', { percent })
  const tranche = await openTranche(db, c.id)
  if (!tranche) throw new Refusal('conflict', 'change-no-tranche')
  if (tranche.price + priceBy <= 0) throw new Refusal('invalid', 'change-below-tranche')
}

async function termMayMove(db: Reader, c: ContractFacts, to: string, today: string) {
  if (to <= c.from || to < today) throw new Refusal('invalid', 'change-term-past')
  const { value } = await parameter(db, 'CONTRACT_TERM_MAX', c.from)
  if (to > addMonths(c.from, value)) throw new Refusal('invalid', 'change-term-too-long', { n: value })
}

/** What is claimed is measured by the figures it was claimed against. */
async function targetsMayMove(db: Reader, c: ContractFacts) {
  const judged = (await milestonesOf(db, c.id)).find((m) => ['claimed', 'checked'].includes(m.state))
  if (judged) throw new Refusal('conflict', 'change-while-judged', { title: judged.title })
}

/** Asked when a change is drafted and again when it is approved: the contract runs, the price, term and person may move so. */
export async function keepChangeLaw(db: Reader, ctx: Context, c: ContractFacts, change: Asked) {
  if (c.state !== 'published') throw new Refusal('conflict', 'contract-not-running')
  const today = dateOf(ctx.clock.now())
  if (change.priceBy) await priceMayMove(db, c, change.priceBy, today)
  if (change.to) await termMayMove(db, c, change.to, today)
  if (change.indicators.length > 0) await targetsMayMove(db, c)
  if (!change.workerId) return
  const workers = await workersFor(db, { ...c, on: today })
  if (!workers.some((w) => w.id === change.workerId)) throw new Refusal('invalid', 'linkage-worker')
}
