import { and, eq, gt, inArray, isNull, lte, ne, or } from 'drizzle-orm'
import { catalogueEntries, contracts, type needs, parties, plans } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { hitsOf } from '../../ask/need/negative-list.ts'
import { atLeastNought, type Fen, fen, inYuan, minus, percentOf, sum } from '../../money.ts'
import { parameter } from '../../parameters.ts'
import { Refusal } from '../../refusal.ts'
import { type DirectGround, directGround } from './direct-grounds-data.ts'
import { exAnteQuestions } from './ex-ante-data.ts'
import type { Method } from './routes-for.ts'

type Need = typeof needs.$inferSelect

/** 负面清单 (102号令 第十条): what may not be bought is not planned for either. */
export function mustBeBuyable(found: ReadonlyArray<Pick<Need, 'itemType' | 'negativeAnswers'>>) {
  for (const need of found) {
    const [hit] = hitsOf(need)
    if (hit) throw new Refusal('conflict', 'negative-list-hit', { article: hit.article })
  }
}

/** The entries a buyer may buy under on a date: the district's, and a street's own. */
export const catalogueOf = (db: Reader, buyerId: string, on: string) =>
  db
    .select()
    .from(catalogueEntries)
    .where(
      and(
        or(isNull(catalogueEntries.ownerId), eq(catalogueEntries.ownerId, buyerId)),
        lte(catalogueEntries.from, on),
        or(isNull(catalogueEntries.until), gt(catalogueEntries.until, on)),
      ),
    )
    .orderBy(catalogueEntries.code)

type Listed = { buyerId: string; catalogueId: string | null; method: Pick<Method, 'service'> }
/** 不在指导性目录内的不买: a service names its entry, where the place has a catalogue. */
export async function mustBeListed(db: Reader, { buyerId, catalogueId, method }: Listed, on: string) {
  if (!method.service) return
  const open = await catalogueOf(db, buyerId, on)
  if (open.length > 0 && !open.some(({ id }) => id === catalogueId))
    throw new Refusal('invalid', catalogueId ? 'catalogue-not-in-force' : 'plan-catalogue-missing')
}

/** 事前绩效评估: every question answered, above the amount the place has set. */
export async function mustBeAssessed(
  db: Reader,
  plan: { amount: Fen; exAnte: Record<string, string> | null },
  on: string,
) {
  const { value } = await parameter(db, 'EX_ANTE_FROM', on)
  if (plan.amount < value) return
  if (exAnteQuestions.some((question) => !plan.exAnte?.[question]?.trim()))
    throw new Refusal('invalid', 'ex-ante-missing')
}

type Direct = {
  /** A plan that stands already does not count against itself. */
  id?: string
  buyerId: string
  amount: Fen
  directGround: string | null
  directWords: string | null
  soleSupplierId: string | null
}
/** What this buyer has added already with this supplier: plans given to be signed, and those signed. */
async function addedBefore(db: Reader, ground: DirectGround, plan: Direct): Promise<Fen> {
  const others = await db
    .select({ amount: plans.amount })
    .from(plans)
    .where(
      and(
        eq(plans.buyerId, plan.buyerId),
        eq(plans.soleSupplierId, plan.soleSupplierId!),
        eq(plans.directGround, ground.id),
        inArray(plans.state, ['in_review', 'approved']),
        plan.id ? ne(plans.id, plan.id) : undefined,
      ),
    )
  return sum(others.map(({ amount }) => amount))
}

/** 添购: all of them together at most a tenth of what was first contracted with the same supplier (政府采购法 第三十一条（三）). */
async function mustBeSmall(db: Reader, ground: DirectGround, plan: Direct) {
  const { share } = ground
  if (share === null) return
  const first = await db
    .select({ price: contracts.price })
    .from(contracts)
    .where(
      and(
        eq(contracts.buyerId, plan.buyerId),
        eq(contracts.supplierId, plan.soleSupplierId!),
        inArray(contracts.state, ['published', 'completed']),
      ),
    )
  const all = fen(Math.max(0, ...first.map(({ price }) => percentOf(price, share))))
  const most = atLeastNought(minus(all, await addedBefore(db, ground, plan)))
  if (plan.amount > most)
    throw new Refusal('invalid', 'direct-add-on-too-big', { most: inYuan(most).toFixed(2) })
}

/** Without competition only on a listed ground, in words, and of one named supplier. */
export async function mustBeGrounded(db: Reader, plan: Direct, method: Pick<Method, 'direct'>) {
  if (!method.direct) return
  const ground = directGround(plan.directGround)
  if (!ground || !plan.directWords?.trim()) throw new Refusal('invalid', 'direct-ground-missing')
  const [supplier] = await db
    .select({ kind: parties.kind })
    .from(parties)
    .where(eq(parties.id, plan.soleSupplierId ?? ''))
  if (!supplier || !['organisation', 'enterprise'].includes(supplier.kind))
    throw new Refusal('invalid', 'direct-supplier-missing')
  await mustBeSmall(db, ground, plan)
}

type Alone = { individualReason?: string | null; noEmployment: boolean }
/** 不得变相用工 (102号令 第六条): the reason why a person alone is suited comes with the buyer's statement. */
export function mustBeNoEmployment({ individualReason, noEmployment }: Alone) {
  if (individualReason && !noEmployment) throw new Refusal('invalid', 'individual-statement-missing')
}

/** 1+1+1: more than a year is meant only with its reason, and never beyond the most years. */
export async function mustLast(db: Reader, plan: { years: number; yearsReason?: string | null }, on: string) {
  if (plan.years === 1) return
  const { value } = await parameter(db, 'PLAN_YEARS_MAX', on)
  if (plan.years > value) throw new Refusal('invalid', 'plan-years-too-many', { n: value })
  if (!plan.yearsReason?.trim()) throw new Refusal('invalid', 'plan-years-reason-missing')
}
