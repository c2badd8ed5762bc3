import { and, desc, eq } from 'drizzle-orm'
import { approvalChains } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { approvalSteps, Role, signedSteps } from '#db/vocabulary.ts'

export type Step = (typeof approvalSteps)[number]
/** A step of one plan: those of its buyer's chain, above a street's limit the district's approver, and within a delegation the committee's director in the approver's stead. */
export type Signing = (typeof signedSteps)[number]

/** 审批链 of a buyer that has set none: who signs and in which order, every step by another person. */
export const usualChain: readonly Step[] = ['handler', 'finance', 'approver']

const steps: Partial<Record<Role, Step>> = {
  street_handler: 'handler',
  district_handler: 'handler',
  street_finance: 'finance',
  district_finance: 'finance',
  street_approver: 'approver',
  district_approver: 'approver',
}
/** The step a role signs. */
export const stepOf = (role: Role): Step | null => steps[role] ?? null

/** The role that signs a step at a buyer of this kind. */
export const roleFor = (step: Step, buyerKind: string): Role =>
  `${buyerKind === 'district_office' ? 'district' : 'street'}_${step}` as Role

type OfPlan = {
  buyerId: string
  buyer: { kind: string }
  above: { id: string } | null
  delegateId: string | null
}
/** Whose turn a step of a plan is: a post of the buyer, or the approver of the level above. */
export const signerOf = (step: Signing, { buyerId, buyer, above, delegateId }: OfPlan) => {
  if (step === 'above') return { role: 'district_approver' as const, partyId: above!.id }
  if (step === 'delegate') return { role: 'committee_director' as const, partyId: delegateId! }
  return { role: roleFor(step, buyer.kind), partyId: buyerId }
}

/** Whose steps a plan needs: the office's own; the last of them by whom it delegated it to, or one more above its limit. */
export const chainWith = (
  own: readonly Step[],
  { above, delegated }: { above: boolean; delegated: boolean },
) => {
  if (above) return [...own, 'above'] as readonly Signing[]
  return delegated ? own.map((step): Signing => (step === 'approver' ? 'delegate' : step)) : own
}

/** The first step of the chain nobody has signed yet. */
export const nextStep = (chain: readonly Signing[], signed: readonly Signing[]): Signing | null =>
  chain.find((step) => !signed.includes(step)) ?? null

/** The steps of one version; version 0 is the usual chain. */
export async function chainOf(db: Reader, buyerId: string, version: number): Promise<readonly Step[]> {
  if (version === 0) return usualChain
  const [found] = await db
    .select({ steps: approvalChains.steps })
    .from(approvalChains)
    .where(and(eq(approvalChains.buyerId, buyerId), eq(approvalChains.version, version)))
  return found?.steps ?? usualChain
}

/** The chain a plan begun now would go by. */
export async function chainInForce(db: Reader, buyerId: string) {
  const [last] = await db
    .select({ version: approvalChains.version, steps: approvalChains.steps })
    .from(approvalChains)
    .where(eq(approvalChains.buyerId, buyerId))
    .orderBy(desc(approvalChains.version))
    .limit(1)
  return { version: last?.version ?? 0, steps: last?.steps ?? usualChain }
}
