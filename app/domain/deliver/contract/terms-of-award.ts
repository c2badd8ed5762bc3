import { eq } from 'drizzle-orm'
import { awards, methods, parties, plans, proposals, tenders } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { consultationOf } from '../../buy/evaluation/consultation/find-consultation.ts'
import type { Pledge, SentBody } from '../../buy/proposal/body.ts'
import { partiesIn } from '../../buy/proposal/consortium/parties-of.ts'
import { Refusal } from '../../refusal.ts'
import { bodiesAround } from './bodies-around.ts'
import type { Talks } from './compose.ts'

export type Indicator = { code: string; name: string; unit: string; target: number }

/** What the bidder promised holds where it is more than was asked; what was asked holds otherwise. */
export function promised(asked: readonly Indicator[], body: Record<string, unknown> | null): Indicator[] {
  const said = Array.isArray(body?.indicators) ? (body.indicators as Pledge[]) : []
  const of = (code: string) => said.find((s) => s.code === code)?.promised ?? 0
  return asked.map((one) => ({ ...one, target: Math.max(one.target, of(one.code)) }))
}

/** An award with the purchase it ended. */
async function purchaseOf(db: Reader, awardId: string) {
  const [row] = await db
    .select({
      award: awards,
      tender: tenders,
      plan: plans,
      proposal: proposals,
      supplier: parties,
      route: methods.code,
    })
    .from(awards)
    .innerJoin(tenders, eq(tenders.id, awards.tenderId))
    .innerJoin(plans, eq(plans.id, tenders.planId))
    .innerJoin(methods, eq(methods.id, tenders.methodId))
    .innerJoin(proposals, eq(proposals.id, awards.proposalId))
    .innerJoin(parties, eq(parties.id, proposals.supplierId))
    .where(eq(awards.id, awardId))
  if (!row) throw new Refusal('missing', 'award-missing')
  return row
}

/** 最后报价开启以后: what the talks changed, and what this winner promised with its final price. */
async function talksOf(db: Reader, tenderId: string, body: Record<string, unknown> | null): Promise<Talks> {
  const round = await consultationOf(db, tenderId)
  if (round?.state !== 'opened') return { changes: null, commitment: null }
  const { final } = body as SentBody
  return { changes: round.changes, commitment: final?.commitment ?? null }
}

/** What an award fixes for the contract: nothing of it is typed again. */
export async function termsOfAward(db: Reader, awardId: string) {
  const row = await purchaseOf(db, awardId)
  const { award, tender, plan, proposal, supplier, route } = row
  const [buyer] = await db.select().from(parties).where(eq(parties.id, tender.buyerId))
  return {
    awardId,
    award,
    tender,
    plan,
    supplier,
    route,
    buyer: buyer!,
    buyerId: tender.buyerId,
    proposalId: proposal.id,
    parties: partiesIn(supplier, proposal.body),
    indicators: promised(tender.indicators, proposal.body),
    talks: await talksOf(db, tender.id, proposal.body),
    around: await bodiesAround(db, plan.id, tender.buyerId),
  }
}
export type TermsOfAward = Awaited<ReturnType<typeof termsOfAward>>
