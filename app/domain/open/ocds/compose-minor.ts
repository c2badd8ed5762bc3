import type { Reader } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { procuringEntityOf, type Who } from './compose-parties.ts'
import { leastDaysOf } from './compose-tender.ts'
import type { Minor } from './find-other-ways.ts'
import type { Process } from './find-process.ts'
import { labels } from './labels-data.ts'
import { instantOf, type Json, known, moneyOf } from './words.ts'

const of = (p: Process) => p.minor!
/** The page of the works, as any paper of theirs names it. */
export const worksPage = (p: Process, at: Date | null) => ({
  url: `${p.profile.origin}/minor-works/${of(p).work.id}`,
  datePublished: instantOf(at),
  format: 'text/html',
  language: 'zh',
})
/** What is to be built or bought, thing by thing. */
export const listedOf = ({ work }: Minor) =>
  work.list.map((one, at) => ({
    id: String(at + 1),
    description: one.name,
    quantity: one.quantity,
    unit: { name: one.unit },
  }))
const statuses = { calling: 'active', cancelled: 'cancelled' } as Record<string, string>

function papersOf(p: Process) {
  const { work } = of(p)
  const notice = { id: 'notice', documentType: 'tenderNotice', title: `${labels.quotes} ${work.refNo}` }
  const end = { id: 'why', documentType: 'cancellationDetails', title: labels.cancelled }
  const why = work.endReason ? [{ ...end, description: work.endReason, url: worksPage(p, null).url }] : []
  return [{ ...notice, ...worksPage(p, work.calledAt) }, ...why]
}

/** 询价公告 of minor works: what is to be built or bought, and until when quotes are taken. */
export async function quotesCalledOf(
  _db: Reader,
  ctx: Pick<Context, 'calendar'>,
  p: Process,
  who: Who,
): Promise<Json> {
  const { work } = of(p)
  const tender = known({
    id: p.plan.refNo,
    title: work.title,
    description: work.place,
    status: statuses[work.state] ?? 'complete',
    procuringEntity: who.of(procuringEntityOf(p)),
    items: listedOf(of(p)),
    value: moneyOf(work.ceiling),
    procurementMethod: 'open',
    procurementMethodDetails: p.method.name,
    procurementMethodRationale: p.method.basis,
    mainProcurementCategory: 'works',
    submissionMethod: ['electronicSubmission', 'written'],
    tenderPeriod: { startDate: instantOf(work.calledAt), endDate: instantOf(work.quotesUntil) },
    minimumPeriod: leastDaysOf(ctx, p, work.calledAt!),
    documents: papersOf(p),
  })
  return { tender }
}

function bidsOf(p: Process, who: Who): Json {
  const { quotes } = of(p)
  const tenderers = quotes.map((q) => who.of(q.supplierId))
  const details = quotes.map((q) => ({
    id: q.id,
    date: instantOf(q.at),
    status: 'valid',
    tenderers: [who.of(q.supplierId)],
    value: moneyOf(q.price!),
  }))
  const statistics = [
    { id: 'bids', measure: 'bids', value: quotes.length },
    { id: 'validBids', measure: 'validBids', value: quotes.length },
  ]
  return { numberOfTenderers: tenderers.length, tenderers, bids: { statistics, details } }
}

/** 比价结果: every quote with its price, and the one chosen; one that was chosen and set aside is told as well. */
export async function choiceOf(_db: Reader, p: Process, who: Who): Promise<Json> {
  const { work, quotes } = of(p)
  const awards = quotes
    .filter((q) => q.chosenAt)
    .map((q) =>
      known({
        id: q.id,
        title: work.title,
        description: q.setAsideReason ?? (q.id === work.quoteId ? work.reason : null),
        status: q.setAsideAt ? 'cancelled' : 'active',
        date: instantOf(q.chosenAt),
        value: moneyOf(q.price!),
        suppliers: [who.of(q.supplierId)],
        items: listedOf(of(p)),
        relatedBid: q.id,
        documents: [
          { id: 'notice', documentType: 'awardNotice', title: labels.choice, ...worksPage(p, q.chosenAt) },
        ],
      }),
    )
  if (quotes.length === 0) return known({ awards })
  const { bids, ...tender } = bidsOf(p, who)
  return known({ awards, bids, tender: { id: p.plan.refNo, ...tender } })
}
