import { findings } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { dateOf, endOf } from '../../dates.ts'
import { record } from '../../journal.ts'
import { move } from '../../move.ts'
import { notify } from '../../notify.ts'
import { deadlineOf } from '../../parameters.ts'
import { authorize } from '../../policy/index.ts'
import { approverOf } from '../contract/buyer-roles.ts'
import { type FindingFacts, findFinding } from './find-finding.ts'
import type { Closing, GiveProof, OrderFix } from './forms.ts'
import { finding } from './machine.ts'

type Move = keyof typeof finding.moves & string
type Change = Partial<typeof findings.$inferInsert>

type Changing = (tx: Tx, was: FindingFacts) => Promise<Change>
/** Takes one move of a finding: who may, the move, the journal. */
async function takeIn(tx: Tx, ctx: Context, id: string, name: Move, change: Changing) {
  const was = await findFinding(tx, id)
  authorize(ctx.actor, `finding.${name}`, was)
  await move(tx, findings, finding, was, name, await change(tx, was))
  await record(tx, ctx, `finding.${name}`, { subject: id, threadId: was.contract.planId })
  return { id, contractId: was.contractId }
}
const take = (ctx: Context, id: string, name: Move, change: Changing) =>
  ctx.transact((tx) => takeIn(tx, ctx, id, name, change))

const fixBy = async (tx: Tx, ctx: Context) =>
  endOf(await deadlineOf(tx, ctx.calendar, 'FINDING_FIX', dateOf(ctx.clock.now())))
const tellSupplier = async (tx: Tx, ctx: Context, was: FindingFacts) => {
  for (const role of ['org_editor', 'org_signer'] as const)
    await notify(tx, ctx, { role, partyId: was.supplierId }, 'finding-to-fix', `/desk/findings/${was.id}`)
}

async function ordered(tx: Tx, ctx: Context, was: FindingFacts, freezes: boolean): Promise<Change> {
  if (freezes) authorize(ctx.actor, 'finding.freeze', was)
  await tellSupplier(tx, ctx, was)
  return { freezes, dueAt: await fixBy(tx, ctx) }
}

/** 整改单: orders a fix within the set time; the centre may hold the contract's money until it is verified. */
export const orderFix = (ctx: Context, { findingId, freezes = false }: OrderFix) =>
  take(ctx, findingId, 'order', (tx, was) => ordered(tx, ctx, was, freezes))

/** The same within an act that found it. */
export const orderIn = (tx: Tx, ctx: Context, findingId: string, freezes: boolean) =>
  takeIn(tx, ctx, findingId, 'order', (_, was) => ordered(tx, ctx, was, freezes))

/** The organisation shows that it is put right. */
export const giveProof = (ctx: Context, { findingId, proof }: GiveProof) =>
  take(ctx, findingId, 'prove', async (tx, was) => {
    const to = { role: was.raisedRole as 'centre_officer' | 'grid_worker', partyId: was.raisedPartyId }
    await notify(tx, ctx, to, 'finding-to-close', `/desk/findings/${was.id}`)
    return { proof }
  })

/** Not put right yet: ordered again, with a new time. */
export const reorderFix = (ctx: Context, { findingId, closing }: Closing) =>
  take(ctx, findingId, 'reorder', async (tx, was) => {
    await tellSupplier(tx, ctx, was)
    return { closing, dueAt: await fixBy(tx, ctx) }
  })

/** 结案: only by the side that raised it. */
export const closeFinding = (ctx: Context, { findingId, closing }: Closing) =>
  take(ctx, findingId, 'close', async () => ({ closing }))

/** 上报: to whoever approves for the buyer. */
export const escalateFinding = (ctx: Context, { findingId, closing }: Closing) =>
  take(ctx, findingId, 'escalate', async (tx, { id, contract }) => {
    const role = await approverOf(tx, contract.buyerId)
    await notify(tx, ctx, { role, partyId: contract.buyerId }, 'finding-escalated', `/desk/findings/${id}`)
    return { closing }
  })
