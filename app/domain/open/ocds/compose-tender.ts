import { eq } from 'drizzle-orm'
import { addDays } from '#app/ports/work-calendar.ts'
import { criteria } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { documentsOf } from '../../buy/tender/find-documents.ts'
import { paymentTemplates } from '../../buy/tender/payment-templates.ts'
import type { Context } from '../../context.ts'
import { dateOf } from '../../dates.ts'
import { lastDay } from '../../parameters.ts'
import { enquiriesOf } from './compose-enquiries.ts'
import { criteriaOf, itemsOf } from './compose-items.ts'
import { procuringEntityOf, type Who } from './compose-parties.ts'
import type { Process } from './find-process.ts'
import { labels } from './labels-data.ts'
import { firstOf, instantOf, type Json, known, lastOf, moneyOf } from './words.ts'

type Tender = NonNullable<Process['tender']>

const statusOf = ({ state }: Tender) =>
  state === 'cancelled'
    ? 'cancelled'
    : state === 'failed'
      ? 'unsuccessful'
      : ['awarded', 'contracted'].includes(state)
        ? 'complete'
        : 'active'

/** The least time the route leaves for proposing, in whole days from this publication; nothing where the calendar ends. */
export function leastDaysOf(ctx: Pick<Context, 'calendar'>, { method }: Process, publishedAt: Date) {
  const from = dateOf(publishedAt)
  const reaches = ctx.calendar.covers(Number(addDays(from, method.bidDays * 2).slice(0, 4)))
  if (method.bidUnit === 'wd' && !(reaches && ctx.calendar.covers(Number(from.slice(0, 4))))) return null
  const last = lastDay(ctx.calendar, from, method.bidDays, method.bidUnit)
  return { durationInDays: Math.round((Date.parse(last) - Date.parse(from)) / 86_400_000) }
}

const filesOf = async (db: Reader, tenderId: string, at: string) =>
  (await documentsOf(db, tenderId)).map((f) => ({
    id: f.id,
    documentType: 'technicalSpecifications',
    title: f.name,
    url: `${at}/documents/${f.id}`,
    datePublished: instantOf(f.liveAt),
    format: f.mime,
  }))
const endings: Record<string, string> = { cancelled: labels.cancelled, failed: labels.failed }

async function papersOf(db: Reader, { profile: { origin } }: Process, t: Tender) {
  const url = `${origin}/tenders/${t.id}`
  const page = { url, datePublished: instantOf(t.publishedAt), format: 'text/html', language: 'zh' }
  const why = t.endReason && endings[t.state]
  const end = { id: 'why', documentType: 'cancellationDetails', title: why, description: t.endReason, url }
  return [
    { id: 'notice', documentType: 'tenderNotice', title: `${labels.tenderNotice} ${t.refNo}`, ...page },
    { id: 'papers', documentType: 'biddingDocuments', title: labels.tenderPapers, ...page },
    ...(await filesOf(db, t.id, url)),
    ...(why ? [end] : []),
  ].map(known)
}

const scheduleOf = ({ paymentTemplate }: Tender) =>
  (paymentTemplates[paymentTemplate] ?? []).map(({ gate, title, percent }) => ({
    id: gate,
    title: `${percent}% ${title}`,
    type: 'payment',
    status: 'scheduled',
  }))

const targetsOf = (t: Tender) =>
  t.indicators.map(({ code, name, unit, target }) => ({
    id: code,
    title: name,
    observations: [{ id: '1', measure: target, unit: { name: unit } }],
  }))
const waysOf = ({ method }: Process) => ({
  procurementMethod: method.direct ? 'direct' : 'open',
  procurementMethodDetails: method.name,
  procurementMethodRationale: method.basis,
  mainProcurementCategory: method.service ? 'services' : 'works',
  submissionMethod: ['electronicSubmission'],
})
function timesOf(ctx: Pick<Context, 'calendar'>, p: Process, t: Tender) {
  const startDate = instantOf(t.publishedAt)
  return {
    enquiryPeriod: known({ startDate, endDate: instantOf(t.questionsClose) }),
    tenderPeriod: known({ startDate, endDate: instantOf(t.deadline) }),
    minimumPeriod: t.publishedAt && leastDaysOf(ctx, p, t.publishedAt),
    contractPeriod: { startDate: firstOf(p.plan.from), endDate: lastOf(p.plan.to) },
    bidOpening: { date: instantOf(t.deadline), description: labels.opening },
  }
}

/** 采购公告: what is asked for, until when, and how it will be judged. */
export async function tenderOf(
  db: Reader,
  ctx: Pick<Context, 'calendar'>,
  p: Process,
  who: Who,
): Promise<Json> {
  const t = p.tender!
  const rows = await db.select().from(criteria).where(eq(criteria.tenderId, t.id)).orderBy(criteria.ordinal)
  const tender = known({
    id: p.plan.refNo,
    title: t.title,
    description: t.requirement,
    status: statusOf(t),
    procuringEntity: who.of(procuringEntityOf(p)),
    items: await itemsOf(db, p),
    value: moneyOf(t.ceiling),
    ...waysOf(p),
    ...criteriaOf(rows),
    ...timesOf(ctx, p, t),
    eligibilityCriteria: t.qualification.join('\n') || null,
    documents: await papersOf(db, p, t),
    milestones: scheduleOf(t),
    targets: targetsOf(t),
    ...(await enquiriesOf(db, t.id)),
  })
  return { tender }
}
