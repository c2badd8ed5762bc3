import { and, eq, inArray, isNull } from 'drizzle-orm'
import { contractFilings, contracts, methods, plans, yearReviews } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { Context } from '../../../context.ts'
import { dateOf, endOf } from '../../../dates.ts'
import type { DeskItem, Due } from '../../../desk-item.ts'
import { dueOf } from '../../../due.ts'
import { parameter } from '../../../parameters.ts'
import { may } from '../../../policy/index.ts'
import { type Contract, findContract } from '../find-contract.ts'
import { mayFollow, reviewDays } from './review-year.ts'

const item = (c: Contract, more: Pick<DeskItem, 'key' | 'since'> & Partial<DeskItem>): DeskItem => ({
  ...{ matter: c.title, amount: c.price, chapter: 'deliver', due: null, kind: 'act' },
  ...{ link: `/desk/archive/${c.id}`, ...more },
})

/** Signed contracts whose copy is not with the finance side yet. */
async function toFile(db: Reader, ctx: Context, buyerId: string): Promise<DeskItem[]> {
  const rows = await db
    .select({ c: contracts })
    .from(contracts)
    .innerJoin(plans, eq(plans.id, contracts.planId))
    .innerJoin(methods, eq(methods.id, plans.methodId))
    .leftJoin(contractFilings, eq(contractFilings.contractId, contracts.id))
    .where(
      and(
        eq(contracts.buyerId, buyerId),
        eq(methods.mark, 'statute'),
        isNull(contractFilings.id),
        inArray(contracts.state, ['signed', 'published', 'completed', 'terminated']),
      ),
    )
  return Promise.all(
    rows
      .filter(({ c }) => c.buyerSignedAt)
      .map(async ({ c }) => {
        const due = await dueOf(db, ctx, 'CONTRACT_FILE', dateOf(c.buyerSignedAt!))
        return item(c, { key: 'contract.file', since: c.buyerSignedAt!, due })
      }),
  )
}

const running = ['published', 'completed'] as const
/** Years that end soon, of projects meant to go on, with what waits for this seat. */
async function ofYears(db: Reader, ctx: Context): Promise<DeskItem[]> {
  const rows = await db
    .select({ c: contracts, review: yearReviews, years: plans.years })
    .from(contracts)
    .innerJoin(plans, eq(plans.id, contracts.planId))
    .leftJoin(yearReviews, eq(yearReviews.contractId, contracts.id))
    .where(inArray(contracts.state, [...running]))
  const today = dateOf(ctx.clock.now())
  const { source, mark } = await parameter(db, 'YEAR_REVIEW_DUE', today)
  const items: DeskItem[] = []
  for (const { c, review, years } of rows.filter((row) => row.c.year < row.years)) {
    const { opens, due } = await reviewDays(db, c, today)
    const key = review ? keyOf(review) : today >= opens ? 'yearReview.give' : null
    if (!key || years === 1 || !(await waitsHere(db, ctx, c, { key, review }))) continue
    const since = review?.decidedAt ?? review?.givenAt ?? endOf(opens)
    items.push(item(c, { key, since, due: { at: endOf(due), source, mark: mark as Due['mark'] } }))
  }
  return items
}

type Review = typeof yearReviews.$inferSelect
type Key = 'yearReview.give' | 'yearReview.decide' | 'contract.renew'
const keyOf = ({ state }: Review): Key | null =>
  state === 'given' ? 'yearReview.decide' : state === 'passed' ? 'contract.renew' : null

async function waitsHere(db: Reader, ctx: Context, c: Contract, of: { key: Key; review: Review | null }) {
  const facts = await findContract(db, c.id)
  if (of.key === 'yearReview.give') return may(ctx.actor, 'yearReview.give', facts)
  const { givenBy, decidedBy } = of.review!
  if (of.key === 'yearReview.decide') return may(ctx.actor, 'yearReview.pass', { ...facts, givenBy })
  const [next] = await db.select({ id: contracts.id }).from(contracts).where(eq(contracts.renewsId, c.id))
  return !next && (await mayFollow(db, c)) && may(ctx.actor, 'contract.renew', { ...facts, decidedBy })
}

/** Copies to file, years to review, to decide and to renew. */
export async function deskOfArchive(db: Reader, ctx: Context): Promise<DeskItem[]> {
  const { seat } = ctx.actor
  if (!seat) return []
  const handles = seat.role === 'street_handler' || seat.role === 'district_handler'
  const years = handles || seat.role === 'centre_officer' || /^(street|district)_approver$/.test(seat.role)
  return [...(handles ? await toFile(db, ctx, seat.partyId) : []), ...(years ? await ofYears(db, ctx) : [])]
}
