import { and, count, desc, eq, lte } from 'drizzle-orm'
import {
  amendments,
  budgetLines,
  criteria,
  documentTemplates,
  fundPools,
  methods,
  parties,
  plans,
  questions,
  tenders,
} from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { dateOf } from '../../dates.ts'
import { maskedIn } from '../../masked-words.ts'
import { Refusal } from '../../refusal.ts'
import { needsOfPlan } from '../plan/find-plan.ts'
import { documentsOf } from './find-documents.ts'
import { legalTerms } from './legal-terms.ts'

export type Tender = typeof tenders.$inferSelect
export type TenderFacts = Awaited<ReturnType<typeof findTender>>

/** A tender with its plan, route, line, pool and buyer. */
export const tenderRows = (db: Reader) =>
  db
    .select({
      tender: tenders,
      plan: plans,
      method: methods,
      buyer: parties,
      line: budgetLines,
      pool: fundPools,
    })
    .from(tenders)
    .innerJoin(plans, eq(plans.id, tenders.planId))
    .innerJoin(methods, eq(methods.id, tenders.methodId))
    .innerJoin(parties, eq(parties.id, tenders.buyerId))
    .innerJoin(budgetLines, eq(budgetLines.id, plans.lineId))
    .innerJoin(fundPools, eq(fundPools.id, budgetLines.poolId))
    .$dynamic()

export const criteriaOf = (db: Reader, tenderId: string) =>
  db.select().from(criteria).where(eq(criteria.tenderId, tenderId)).orderBy(criteria.ordinal)

async function templateOf(db: Reader, id: string | null) {
  if (!id) return null
  const [found] = await db.select().from(documentTemplates).where(eq(documentTemplates.id, id))
  return found ?? null
}

/** Which document a route has: one with a round of final offers has its own, which says so. */
export const documentCodeOf = ({ code, finalOffers }: Pick<TenderFacts['method'], 'code' | 'finalOffers'>) =>
  finalOffers ? `${code}_FINAL` : code

/** The version of a route's document in force on a date. */
export async function templateInForce(db: Reader, methodCode: string, on: string): Promise<string | null> {
  const [found] = await db
    .select({ id: documentTemplates.id })
    .from(documentTemplates)
    .where(and(eq(documentTemplates.methodCode, methodCode), lte(documentTemplates.from, on)))
    .orderBy(desc(documentTemplates.version))
    .limit(1)
  return found?.id ?? null
}

/** One tender with everything a rule asks of it. Its wrapped key is in it: a page takes only what it shows. `today`: the day whose legal terms a draft prints; a published call keeps those of its day. */
export async function findTender(db: Reader, id: string, today?: string) {
  const [row] = await tenderRows(db).where(eq(tenders.id, id))
  if (!row) throw new Refusal('missing', 'tender-missing')
  const { tender, ...around } = row
  const printed = tender.publishedAt ? dateOf(tender.publishedAt) : (today ?? dateOf(tender.createdAt))
  return {
    ...tender,
    ...around,
    terms: await legalTerms(db, printed),
    template: await templateOf(db, tender.documentTemplateId),
    criteria: await criteriaOf(db, id),
    documents: await documentsOf(db, id),
    needs: await needsOfPlan(db, tender.planId),
  }
}

/** Collecting proposals: published, and its deadline not reached. */
export const isCollecting = (t: Pick<Tender, 'state' | 'deadline'>, now: Date) =>
  t.state === 'published' && now < t.deadline
export const takesQuestions = (t: Pick<Tender, 'state' | 'deadline' | 'questionsClose'>, now: Date) =>
  isCollecting(t, now) && now < t.questionsClose

/** 一条没答完，就不能开启: questions nobody has answered or rejected. */
export async function unansweredQuestions(db: Reader, tenderId: string): Promise<number> {
  const [row] = await db
    .select({ n: count() })
    .from(questions)
    .where(and(eq(questions.tenderId, tenderId), eq(questions.state, 'asked')))
  return row?.n ?? 0
}

/** Questions as everyone may read them: who asked is not among the columns. */
export const questionsOf = (db: Reader, tenderId: string) =>
  db
    .select({
      id: questions.id,
      words: questions.words,
      state: questions.state,
      dueAt: questions.dueAt,
      answer: questions.answer,
      answeredAt: questions.answeredAt,
      affects: questions.affects,
      createdAt: questions.createdAt,
    })
    .from(questions)
    .where(eq(questions.tenderId, tenderId))
    .orderBy(questions.createdAt)
/** The same as everybody reads them. */
export const questionsTold = async (db: Reader, tenderId: string) =>
  (await questionsOf(db, tenderId)).map((q) => maskedIn(q, ['words', 'answer']))

export const amendmentsOf = (db: Reader, tenderId: string) =>
  db.select().from(amendments).where(eq(amendments.tenderId, tenderId)).orderBy(amendments.ordinal)
