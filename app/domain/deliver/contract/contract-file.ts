import type { Context } from '../../context.ts'
import { dateOf } from '../../dates.ts'
import { dueOf } from '../../due.ts'
import { authorize, may } from '../../policy/index.ts'
import { toRecover } from '../payment/to-recover.ts'
import { asksForCard } from './confirm-linkage.ts'
import { type ContractFacts, findContract } from './find-contract.ts'
import { contractPage, personNames } from './public-contract.ts'

const acts = [
  'contract.revise',
  'contract.sign',
  'contract.publish',
  'contract.terminate',
  'contract.sign_by_supplier',
] as const
const when: Record<(typeof acts)[number], readonly string[]> = {
  'contract.revise': ['draft'],
  'contract.sign_by_supplier': ['draft'],
  'contract.sign': ['signed_by_supplier'],
  'contract.publish': ['signed'],
  'contract.terminate': ['signed', 'published'],
}

/** The acts this person may take on a contract as it stands. */
export const actsOn = (ctx: Context, c: ContractFacts) =>
  acts.filter((act) => when[act].includes(c.state) && may(ctx.actor, act, c))

/** The sector of the card that waits for this person, if any. */
export const sectorOf = (ctx: Context, c: ContractFacts) =>
  asksForCard(c)
    ? (c.linkages.find((l) => l.confirmedAt === null && may(ctx.actor, 'linkage.confirm', l))?.sector ?? null)
    : null

/** The clock that runs on a contract now: to sign it, or to publish it. */
export const clockOf = (ctx: Context, c: ContractFacts) => {
  if (c.state === 'signed') return dueOf(ctx.db, ctx, 'CONTRACT_PUBLISH', dateOf(c.buyerSignedAt!))
  const signing = c.state === 'draft' || c.state === 'signed_by_supplier'
  return signing && c.notifiedAt
    ? dueOf(ctx.db, ctx, 'SIGN_CONTRACT', dateOf(c.notifiedAt))
    : Promise.resolve(null)
}

/** A contract in full for those who are party to it, with what each may do now. */
export async function contractFile(ctx: Context, id: string) {
  const c = await findContract(ctx.db, id)
  authorize(ctx.actor, 'contract.read', c)
  const names = await personNames(ctx.db, [c.draftedBy, c.supplierSignerId, c.buyerSignerId])
  return {
    ...(await contractPage(ctx.db, c)),
    clauses: c.clauses.map(({ heading, words, secret = false }) => ({ heading, words, secret })),
    draftedBy: names[c.draftedBy] ?? '',
    supplierSigner: names[c.supplierSignerId ?? ''] ?? null,
    buyerSigner: names[c.buyerSignerId ?? ''] ?? null,
    toRecover: may(ctx.actor, 'contract.terminate', c) ? await toRecover(ctx.db, c) : null,
    mayRecover: c.state === 'terminated' && may(ctx.actor, 'recovery.register', c),
    today: dateOf(ctx.clock.now()),
    due: await clockOf(ctx, c),
    acts: actsOn(ctx, c),
    sector: sectorOf(ctx, c),
    now: ctx.clock.now(),
  }
}
