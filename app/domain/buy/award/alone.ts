import { and, eq, gte, inArray } from 'drizzle-orm'
import { awards, proposals, tenders } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { addMonths, dateOf, startOf } from '../../dates.ts'
import { Refusal } from '../../refusal.ts'
import { findSupplier } from '../proposal/find-proposal.ts'

/** 变相用工的迹象 (102号令；劳社部发〔2005〕12号): what looks like a post rather than a service. */
export const employmentSigns = ['hours', 'orders', 'pay', 'one_buyer', 'premises', 'usual_work'] as const
export type EmploymentSign = (typeof employmentSigns)[number]
/** Fixed hours, daily orders and monthly pay together are employment, whatever it is called. */
const together = ['hours', 'orders', 'pay'] as const

export type SignAnswer = { says: 'yes' | 'no'; words?: string | undefined }
export type AloneAnswers = { reason: string; signs: Record<EmploymentSign, SignAnswer> }
/** What this platform itself knows of whom he works for: contracts won in twelve months, and of this buyer. */
export type AloneFacts = { all: number; here: number }
export type Alone = AloneAnswers & AloneFacts

async function worksFor(db: Reader, ctx: Context, supplierId: string, buyerId: string): Promise<AloneFacts> {
  const since = startOf(addMonths(dateOf(ctx.clock.now()), -12))
  const won = await db
    .select({ buyerId: tenders.buyerId })
    .from(awards)
    .innerJoin(proposals, eq(proposals.id, awards.proposalId))
    .innerJoin(tenders, eq(tenders.id, awards.tenderId))
    .where(
      and(
        eq(proposals.supplierId, supplierId),
        inArray(awards.state, ['notified', 'effective']),
        gte(awards.notifiedAt, since),
      ),
    )
  return { all: won.length, here: won.filter((one) => one.buyerId === buyerId).length }
}

/** Who is chosen as a person alone, and what the buyer must answer of it; null for a body. */
export async function aloneFacts(db: Reader, ctx: Context, supplierId: string, buyerId: string) {
  const { kind } = await findSupplier(db, supplierId)
  return kind === 'individual' ? worksFor(db, ctx, supplierId, buyerId) : null
}

/** 个人承接不得变相用工: every sign is answered, each yes explained; what is plainly employment is not awarded. */
export async function checkAlone(
  db: Reader,
  ctx: Context,
  { supplierId, buyerId }: { supplierId: string; buyerId: string },
  answers: AloneAnswers | undefined,
): Promise<Alone | null> {
  const facts = await aloneFacts(db, ctx, supplierId, buyerId)
  if (!facts) return null
  if (!answers) throw new Refusal('invalid', 'alone-unanswered')
  if (together.every((sign) => answers.signs[sign].says === 'yes'))
    throw new Refusal('conflict', 'alone-is-employment')
  return { ...answers, ...facts }
}
