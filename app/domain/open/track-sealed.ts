import { eq } from 'drizzle-orm'
import { caseFiles, contractChanges, orders, sanctions, subcontracts } from '#db/schema/index.ts'
import { findOrder } from '../buy/framework/find-order.ts'
import type { Context } from '../context.ts'
import { findCase } from '../deliver/casework/find-case.ts'
import { findContract } from '../deliver/contract/find-contract.ts'
import { may } from '../policy/index.ts'
import { Refusal } from '../refusal.ts'
import { careFinders } from './track-care.ts'
import { tendFinders } from './track-tend.ts'

/** Says the same of a number that is not there and of one that is others': only those concerned read it. */
const onlyConcerned = (ctx: Context, after: string) =>
  new Refusal('forbidden', ctx.actor.personId ? 'number-of-others' : 'number-sealed', { after })

async function order(ctx: Context, refNo: string) {
  const [found] = await ctx.db.select({ id: orders.id }).from(orders).where(eq(orders.refNo, refNo))
  if (!found || !may(ctx.actor, 'order.read', await findOrder(ctx.db, found.id)))
    throw onlyConcerned(ctx, '/orders')
  return `/orders/${found.id}`
}

/** Decided, it stands in the body's public record; before, it is between the body and the office. */
async function sanction(ctx: Context, refNo: string) {
  const [found] = await ctx.db.select().from(sanctions).where(eq(sanctions.refNo, refNo))
  if (found && (found.state === 'decided' || found.state === 'lifted')) return `/orgs/${found.partyId}`
  if (found && may(ctx.actor, 'sanction.read', {})) return `/desk/sanctions/${found.id}`
  if (found?.servedAt && may(ctx.actor, 'sanction.read_own', found)) return `/sanctions/${found.id}`
  throw onlyConcerned(ctx, '/track')
}

/** Approved, it stands on the public contract; asked for or refused, it is between the two sides. */
async function change(ctx: Context, refNo: string) {
  const [found] = await ctx.db.select().from(contractChanges).where(eq(contractChanges.refNo, refNo))
  const contract = found && (await findContract(ctx.db, found.contractId))
  if (found?.state === 'approved' && contract?.publishedAt) return `/contracts/${contract.id}#changes`
  if (found && contract && may(ctx.actor, 'contract.read', contract))
    return `/work/${contract.id}/changes/${found.id}`
  throw onlyConcerned(ctx, '/track')
}

/** Consented to, it stands on the public contract; before, it is between the two sides. */
async function subcontract(ctx: Context, refNo: string) {
  const [found] = await ctx.db.select().from(subcontracts).where(eq(subcontracts.refNo, refNo))
  const contract = found && (await findContract(ctx.db, found.contractId))
  if (found?.state === 'consented' && contract?.publishedAt) return `/contracts/${contract.id}#subcontracts`
  if (found && contract && may(ctx.actor, 'contract.read', contract))
    return `/work/${contract.id}/subcontracts/${found.id}`
  throw onlyConcerned(ctx, '/track')
}

/** 个案 leads its worker and his supervisor, nobody else. */
async function caseFile(ctx: Context, refNo: string) {
  const [found] = await ctx.db.select({ id: caseFiles.id }).from(caseFiles).where(eq(caseFiles.refNo, refNo))
  if (found && may(ctx.actor, 'caseFile.read', await findCase(ctx.db, found.id))) return `/cases/${found.id}`
  throw onlyConcerned(ctx, '/track')
}

/** Kinds of numbers that not everybody may follow: where each leads whoever asks. */
export const sealedFinders: Record<string, (ctx: Context, refNo: string) => Promise<string>> = {
  DD: order,
  CF: sanction,
  BG: change,
  FB: subcontract,
  GA: caseFile,
  ...careFinders,
  ...tendFinders,
}
