import { and, asc, count, desc, eq, isNull, min } from 'drizzle-orm'
import { bankLines, bankLists, contracts, frameworks, payments, settlements } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { dateOf, startOf } from '../../dates.ts'
import type { Fen } from '../../money.ts'
import { pick } from '../../pick.ts'
import { authorize, may } from '../../policy/index.ts'
import { payeesOf } from '../settlement/payee.ts'
import { findBankLine } from './match-bank-line.ts'
import { bookedOf, treasuryOf } from './treasury-papers.ts'

const PAGE = 50
const queue = (db: Reader, buyerId: string) =>
  db
    .select({ line: bankLines, refNo: bankLists.refNo })
    .from(bankLines)
    .innerJoin(bankLists, eq(bankLists.id, bankLines.listId))
    .where(and(eq(bankLines.buyerId, buyerId), eq(bankLines.state, 'queued')))

/** How many lines of the bank wait for a person at a buyer, and since when the oldest. */
export async function waitingLines(db: Reader, buyerId: string) {
  const [row] = await db
    .select({ n: count(), since: min(bankLists.at), refNo: min(bankLists.refNo) })
    .from(bankLines)
    .innerJoin(bankLists, eq(bankLists.id, bankLines.listId))
    .where(and(eq(bankLines.buyerId, buyerId), eq(bankLines.state, 'queued')))
  return { n: row?.n ?? 0, since: row?.since ?? null, refNo: row?.refNo ?? '' }
}

/** Receipts of lines that a person said which payment they are of, though the bank wrote another number. */
async function namedByHand(db: Reader, buyerId: string) {
  const rows = await db
    .select({ no: bankLines.receiptNo })
    .from(bankLines)
    .where(and(eq(bankLines.buyerId, buyerId), eq(bankLines.state, 'matched_by_hand')))
  return new Set(rows.map(({ no }) => no))
}

/** 对账: the year's bank lines against what is booked here; only what differs is listed. */
async function reconciled(ctx: Context, buyerId: string) {
  const now = ctx.clock.now()
  const year = dateOf(now).slice(0, 4)
  const period = { from: startOf(`${year}-01-01`).getTime(), to: now.getTime() }
  const mine = (await bookedOf(ctx.db, buyerId)).filter(({ key }) => key.startsWith(`${year}/`))
  const all = await treasuryOf(ctx.db, buyerId).reconcile(period, mine)
  const paid = all.filter(({ kind }) => kind !== 'remote_only')
  const byHand = await namedByHand(ctx.db, buyerId)
  const off = paid.filter(({ kind, proof }) => kind !== 'matched' && !byHand.has(proof))
  return { matched: paid.length - off.length, off }
}

/** The bank's lists of a buyer, the lines that wait for a person, and how the year's books agree. */
export async function bankPage(ctx: Context, page: number) {
  const buyerId = ctx.actor.seat?.partyId ?? ''
  authorize(ctx.actor, 'bank.read', { buyerId })
  const { db } = ctx
  const { n: waiting } = await waitingLines(db, buyerId)
  const pages = Math.max(1, Math.ceil(waiting / PAGE))
  const at = Math.min(Math.max(1, page), pages)
  const rows = await queue(db, buyerId)
    .orderBy(asc(bankLines.on), asc(bankLines.receiptNo))
    .limit(PAGE)
    .offset((at - 1) * PAGE)
  const lists = await db
    .select()
    .from(bankLists)
    .where(eq(bankLists.buyerId, buyerId))
    .orderBy(desc(bankLists.at))
  return {
    waiting,
    page: at,
    pages,
    queue: rows.map(({ line, refNo }) => ({ ...line, refNo })),
    lists: lists.map(({ id, refNo, lines, matched, at: on }) => ({ id, refNo, lines, matched, at: on })),
    books: await reconciled(ctx, buyerId),
    brings: may(ctx.actor, 'bank.import', { buyerId }),
  }
}

type Line = { buyerId: string; amount: Fen }
/** Payments of a line's sum that wait for the bank: none that went out online. */
async function likePayments(db: Reader, { buyerId, amount }: Line) {
  const waits = and(eq(payments.state, 'submitted'), isNull(payments.provider))
  const alike = and(waits, eq(payments.amount, amount))
  const found = await db
    .select({ p: payments, title: contracts.title })
    .from(payments)
    .innerJoin(contracts, eq(contracts.id, payments.contractId))
    .where(and(eq(contracts.buyerId, buyerId), alike))
    .orderBy(asc(payments.refNo))
  return found.map(({ p, title }) => ({ ...pick(p, ['id', 'refNo', 'payeeName', 'voucherNo']), title }))
}
/** Months of orders of a line's sum that wait for the bank. */
async function likeClaims(db: Reader, { buyerId, amount }: Line) {
  const alike = and(eq(settlements.state, 'submitted'), eq(settlements.amount, amount))
  const found = await db
    .select({ s: settlements, title: frameworks.title })
    .from(settlements)
    .innerJoin(frameworks, eq(frameworks.id, settlements.frameworkId))
    .where(and(eq(frameworks.buyerId, buyerId), alike))
    .orderBy(asc(settlements.refNo))
  const payees = await payeesOf(
    db,
    found.map(({ s }) => s.supplierId),
  )
  return found.map(({ s, title }) => ({
    ...{ ...pick(s, ['id', 'refNo', 'voucherNo']), title, payeeName: payees.get(s.supplierId) ?? '' },
  }))
}

/** One line that waits, the payments of its sum that wait for the bank, and what this person may do. */
export async function bankLinePage(ctx: Context, lineId: string) {
  const line = await findBankLine(ctx.db, lineId)
  authorize(ctx.actor, 'bank.read', { buyerId: line.buyerId })
  const { list, ...own } = line
  return {
    line: own,
    list: list.refNo,
    candidates: [...(await likePayments(ctx.db, line)), ...(await likeClaims(ctx.db, line))],
    setsAside: may(ctx.actor, 'bank.set_aside', { buyerId: line.buyerId, broughtBy: list.broughtBy }),
  }
}
export type BankLinePage = Awaited<ReturnType<typeof bankLinePage>>
