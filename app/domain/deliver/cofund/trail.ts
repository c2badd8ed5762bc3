import { asc, eq } from 'drizzle-orm'
import { contracts, gifts, milestones, pots } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { TrailEntry } from '../../trail-entry.ts'

type Gift = typeof gifts.$inferSelect
type Pot = typeof pots.$inferSelect
type Of = { pot: Pot; buyerId: string; part: string }
const fact = ({ pot }: Of, at: Date, key: string, more: Partial<TrailEntry>): TrailEntry => ({
  ...{ at, key, chapter: 'deliver', params: { title: pot.title } },
  paper: { label: pot.refNo, href: `/cofund/${pot.id}` },
  ...more,
})

const potFacts = (of: Of): TrailEntry[] => {
  const { pot, buyerId, part } = of
  const params = { title: pot.title, part }
  return [fact(of, pot.openedAt, 'pot.open', { params, byPartyId: buyerId, amount: pot.wanted })]
}

/** What both sides signed and what became of its money; nobody is named here, whoever agreed to be is on the pot's page. */
function giftFacts(of: Of, gift: Gift): TrailEntry[] {
  const { pot, buyerId } = of
  const amount = gift.amount
  const steps: Array<[Date | null, string, string]> = [
    [gift.state === 'declined' ? null : gift.answeredAt, 'agreed', pot.receiverId],
    [gift.receivedAt, 'received', pot.receiverId],
    [gift.releasedAt, 'released', buyerId],
    [gift.refundedAt, 'refunded', buyerId],
  ]
  return steps.flatMap(([at, step, byPartyId]) =>
    at ? [fact(of, at, `${gift.kind}.${step}`, { byPartyId, amount })] : [],
  )
}

/** 共建资金 of a project: what was asked for beside its contract, what was agreed, came, was sent on and given back. */
export async function trailOfCofund(db: Reader, planId: string): Promise<TrailEntry[]> {
  const found = await db
    .select({ pot: pots, buyerId: contracts.buyerId, part: milestones.title })
    .from(pots)
    .innerJoin(contracts, eq(contracts.id, pots.contractId))
    .innerJoin(milestones, eq(milestones.id, pots.milestoneId))
    .where(eq(contracts.planId, planId))
  const given = await db
    .select({ gift: gifts })
    .from(gifts)
    .innerJoin(pots, eq(pots.id, gifts.potId))
    .innerJoin(contracts, eq(contracts.id, pots.contractId))
    .where(eq(contracts.planId, planId))
    .orderBy(asc(gifts.pledgedAt))
  return found.flatMap((of) => [
    ...potFacts(of),
    ...given.filter(({ gift }) => gift.potId === of.pot.id).flatMap(({ gift }) => giftFacts(of, gift)),
  ])
}
