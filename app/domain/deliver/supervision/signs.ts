import { and, desc, eq, isNotNull, ne } from 'drizzle-orm'
import { findings, payments, ratings, visits } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { dateOf } from '../../dates.ts'
import { type Fen, sum } from '../../money.ts'
import { parameter } from '../../parameters.ts'
import type { Contract } from '../contract/find-contract.ts'
import { servedBy } from '../diary/served.ts'
import { milestonesOf, readingsOf } from '../milestone/find-milestone.ts'
import { attained } from '../milestone/withheld.ts'

/** What the work of a contract shows on a day: counted, none of it judged. */
export type Signs = {
  /** Days since the diary last said anything. */
  silent: number
  findings: number
  raters: number
  /** Of five; null while nobody rated. */
  rating: number | null
  /** Whole percent of the price: paid, and paid before any work by the contract itself. */
  paid: number
  prepaid: number
  /** 指标平均完成率 as last claimed, in whole percent. */
  done: number
  /** Days since somebody last visited. */
  unseen: number
}
const day = 86_400_000
export const daysFrom = (from: string, to: string) =>
  Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / day))
const later = (a: string, b: string) => (a > b ? a : b)
const percent = (part: Fen, whole: Fen) => Math.floor((part / whole) * 100)

async function ratingOf(db: Reader, contractId: string) {
  const given = await db
    .select({ level: ratings.level })
    .from(ratings)
    .where(and(eq(ratings.contractId, contractId), isNotNull(ratings.givenAt)))
  const total = given.reduce((all, { level }) => all + level!, 0)
  return {
    raters: given.length,
    rating: given.length ? Math.round((total * 10) / given.length) / 10 : null,
  }
}

async function moneyAndWork(db: Reader, { id, price }: Contract) {
  const paid = await db
    .select({ amount: payments.amount })
    .from(payments)
    .where(and(eq(payments.contractId, id), eq(payments.state, 'paid')))
  const parts = await milestonesOf(db, id)
  const claimed = parts.findLast((m) => m.claimedAt !== null)
  return {
    paid: percent(sum(paid.map(({ amount }) => amount)), price),
    prepaid: parts.filter((m) => m.gate === 'publication').reduce((all, m) => all + m.percent, 0),
    done: claimed ? attained(await readingsOf(db, claimed.id)) : 0,
  }
}

async function lastVisit(db: Reader, contractId: string) {
  const [seen] = await db
    .select({ on: visits.visitedOn })
    .from(visits)
    .where(and(eq(visits.contractId, contractId), eq(visits.state, 'recorded')))
    .orderBy(desc(visits.visitedOn))
    .limit(1)
  return seen?.on ?? null
}

/** The signs of one running contract on a day; before its first day it is silent for none. */
export async function signsOf(db: Reader, contract: Contract, today: string): Promise<Signs> {
  const { id, from } = contract
  const began = contract.publishedAt ? later(from, dateOf(contract.publishedAt)) : from
  const open = and(eq(findings.contractId, id), ne(findings.state, 'closed'))
  return {
    silent: daysFrom((await servedBy(db, id)).lastOn ?? began, today),
    findings: await db.$count(findings, open),
    ...(await ratingOf(db, id)),
    ...(await moneyAndWork(db, contract)),
    unseen: daysFrom((await lastVisit(db, id)) ?? began, today),
  }
}

const codes = {
  silent: 'DIARY_SILENT',
  rating: 'RATING_LOW',
  cell: 'RATING_MIN_CELL',
  ahead: 'SPEND_AHEAD',
  unseen: 'VISIT_UNSEEN',
} as const
export type Thresholds = Record<keyof typeof codes, number>

/** The figures of the place that the signs are held against. */
export async function thresholdsOf(db: Reader, on: string): Promise<Thresholds> {
  const read = async (code: string) => (await parameter(db, code, on)).value
  return {
    silent: await read(codes.silent),
    rating: await read(codes.rating),
    cell: await read(codes.cell),
    ahead: await read(codes.ahead),
    unseen: await read(codes.unseen),
  }
}

/** Paid further ahead of the work than the contract's own advance and the place's figure allow. */
export const isAhead = ({ paid, done, prepaid }: Signs, { ahead }: Thresholds) =>
  paid - done > Math.max(ahead, prepaid)
/** Rated low by as many as may be shown. */
export const isRatedLow = ({ rating, raters }: Signs, { rating: low, cell }: Thresholds) =>
  rating !== null && raters >= cell && rating < low
