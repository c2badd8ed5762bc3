import { and, asc, desc, eq, isNull } from 'drizzle-orm'
import { careVisits, frameworkItems, frameworks, orders, parties, settlements } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { frameworksOf } from '../../buy/framework/find-framework.ts'
import type { Context } from '../../context.ts'
import { addMonths, dateOf, yearOf } from '../../dates.ts'
import { openPaper } from '../../paper-file.ts'
import { type Act, authorize, may } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { differenceOf } from '../../treasury/paper-differs.ts'
import { findSettlement, type SettlementFacts, vouchersOf } from './find-settlement.ts'
import { settlement as machine } from './machine.ts'
import { figuresOf, unsettled } from './month-figures.ts'
import { payeeOf } from './payee.ts'
import { latenessOfClaim } from './settlement-clock.ts'

const claims = (ctx: Context) =>
  ctx.db
    .select({ claim: settlements, supplier: parties.name, title: frameworks.title })
    .from(settlements)
    .innerJoin(parties, eq(parties.id, settlements.supplierId))
    .innerJoin(frameworks, eq(frameworks.id, settlements.frameworkId))
    .orderBy(desc(settlements.month), desc(settlements.claimedAt))

/** What a provider may ask for now: everything done until the end of last month, by its agreements. */
async function ready(ctx: Context, supplierId: string) {
  const month = addMonths(`${dateOf(ctx.clock.now()).slice(0, 7)}-01`, -1).slice(0, 7)
  const own = await ctx.db
    .selectDistinct({ id: frameworks.id, title: frameworks.title })
    .from(orders)
    .innerJoin(frameworks, eq(frameworks.id, orders.frameworkId))
    .where(and(eq(orders.supplierId, supplierId), eq(orders.state, 'confirmed'), isNull(orders.settlementId)))
  const all = await Promise.all(
    own.map(async ({ id, title }) => {
      const figures = figuresOf(await unsettled(ctx.db, { frameworkId: id, supplierId, month }))
      return { id, title, month, ...figures }
    }),
  )
  return all.filter(({ orders: n }) => n > 0)
}

/** 月度结算: a provider's own claims and what it may claim; a buyer's, of its agreements. */
export async function settlementsPage(ctx: Context) {
  authorize(ctx.actor, 'settlement.list', {})
  const { role, partyId } = ctx.actor.seat!
  const supplies = role.startsWith('org_')
  const bought = supplies ? [] : (await frameworksOf(ctx.db, partyId)).map((f) => f.id)
  const rows = (await claims(ctx)).filter(({ claim }) =>
    supplies ? claim.supplierId === partyId : bought.includes(claim.frameworkId),
  )
  return {
    supplies,
    ready: supplies ? await ready(ctx, partyId) : [],
    claims: rows.map(({ claim: { id, refNo, month, amount, state }, supplier, title }) => ({
      ...{ id, refNo, month, amount, state, supplier, title },
    })),
  }
}

/** The orders of a claim, so that both sides count the same; nobody's name. */
const linesOf = (ctx: Context, id: string) =>
  ctx.db
    .select({
      refNo: orders.refNo,
      item: frameworkItems.name,
      unit: frameworkItems.unit,
      quantity: orders.quantity,
      amount: orders.amount,
      on: orders.doneOn,
      via: careVisits.confirmedVia,
    })
    .from(orders)
    .innerJoin(frameworkItems, eq(frameworkItems.id, orders.itemId))
    .leftJoin(careVisits, eq(careVisits.orderId, orders.id))
    .where(eq(orders.settlementId, id))
    .orderBy(asc(orders.doneOn), asc(orders.refNo))

const actsOf = (ctx: Context, was: SettlementFacts) =>
  machine
    .open(was.state)
    .filter((move) => may(ctx.actor, `settlement.${move}` as Act & 'settlement.check', was))

/** In what its vouchers differed when the centre drew them. */
async function differs(db: Reader, vouchers: ReadonlyArray<{ id: string }>) {
  const said = await Promise.all(vouchers.map(({ id }) => differenceOf(db, { settlementVoucherId: id })))
  return said.filter((words) => words !== null)
}

/** One claim: its figures, its orders, its papers to those who check and pay, what may be done now. */
export async function settlementPage(ctx: Context, id: string) {
  const was = await findSettlement(ctx.db, id)
  authorize(ctx.actor, 'settlement.read', was)
  const today = dateOf(ctx.clock.now())
  const [invoice, scans] = [may(ctx.actor, 'invoice.read', was), may(ctx.actor, 'voucher.read', was)]
  const vouchers = await vouchersOf(ctx.db, id)
  const { refNo, state, month, amount, people, minutes, invoiceNo, reason, dueAt, receiptNo, paidAt } = was
  return {
    claim: {
      ...{ id, refNo, state, month, amount, people, minutes, invoiceNo, reason, dueAt, receiptNo, paidAt },
      ...{ orders: was.orders, supplier: was.supplier, payee: await payeeOf(ctx.db, was.supplierId) },
      accountTail: was.accountTail,
      late: await latenessOfClaim(ctx.db, was, today),
    },
    framework: { id: was.frameworkId, title: was.framework.title },
    lines: await linesOf(ctx, id),
    invoice: invoice && was.invoiceFileId !== null,
    vouchers: vouchers.map((v) => ({
      ...{ id: v.id, year: v.year, no: v.no, dated: v.dated, kind: v.kind, returnedAt: v.returnedAt },
      ...{ returnReason: v.returnReason, scan: scans },
    })),
    acts: actsOf(ctx, was),
    differs: await differs(ctx.db, vouchers),
    today,
    year: yearOf(today),
  }
}
export type SettlementPage = Awaited<ReturnType<typeof settlementPage>>

/** The bytes of its invoice or of one voucher's scan, to those who check and pay. */
export async function settlementPaper(ctx: Context, id: string, paper: string) {
  const was = await findSettlement(ctx.db, id)
  authorize(ctx.actor, 'settlement.read', was)
  if (paper === 'invoice') {
    authorize(ctx.actor, 'invoice.read', was)
    const { bytes, mime, ending } = await openPaper(ctx, 'invoice', {
      fileId: was.invoiceFileId,
      hash: was.invoiceHash,
    })
    return { bytes, mime, name: `${was.refNo}.${ending}` }
  }
  authorize(ctx.actor, 'voucher.read', was)
  const voucher = (await vouchersOf(ctx.db, id)).find((v) => v.id === paper)
  if (!voucher) throw new Refusal('missing', 'voucher-missing')
  const { bytes, mime, ending } = await openPaper(ctx, 'voucher', {
    fileId: voucher.scanFileId,
    hash: voucher.scanHash,
  })
  return { bytes, mime, name: `${was.refNo}-${voucher.no}.${ending}` }
}
