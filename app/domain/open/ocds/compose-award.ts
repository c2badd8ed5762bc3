import { and, asc, eq, ne } from 'drizzle-orm'
import { panelSeats, persons } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { Fen } from '#db/vocabulary.ts'
import type { Report } from '../../buy/evaluation/compose-report.ts'
import { complaintsOf } from './compose-complaints.ts'
import { itemsOf } from './compose-items.ts'
import type { Who } from './compose-parties.ts'
import type { Bid } from './find-bids.ts'
import type { Process } from './find-process.ts'
import { labels } from './labels-data.ts'
import { firstOf, instantOf, type Json, known, lastOf, moneyOf } from './words.ts'

type Award = Process['awards'][number]
const statuses: Record<string, string> = {
  notified: 'pending',
  effective: 'active',
  cancelled: 'cancelled',
  declined: 'unsuccessful',
}
const ofBid = (who: Who, { supplierId, partners }: Bid) => [supplierId, ...partners].map(who.of)

function averagesOf(p: Process, proposalId: string) {
  const { rows = [] } = (p.tender!.report ?? {}) as Partial<Report>
  const averages = rows.find((r) => r.proposalId === proposalId)?.averages ?? {}
  return Object.entries(averages).map(([code, value]) => ({
    id: `${proposalId}-${code}`,
    value,
    requirement: { id: `${code}-r` },
  }))
}
function detailOf(p: Process, who: Who, bid: Bid) {
  return known({
    id: bid.id,
    date: instantOf(bid.submittedAt),
    status: bid.state === 'disqualified' ? 'disqualified' : 'valid',
    tenderers: ofBid(who, bid),
    value: bid.price === null ? null : moneyOf(bid.price),
    requirementResponses: averagesOf(p, bid.id),
  })
}
function statisticsOf(bids: readonly Bid[]) {
  const valid = bids.filter((b) => b.state !== 'disqualified')
  const prices = valid.flatMap((b) => (b.price === null ? [] : [b.price]))
  const money = (measure: string, amount: Fen) => ({
    id: measure,
    measure,
    value: moneyOf(amount).amount,
    currency: 'CNY',
  })
  return [
    { id: 'bids', measure: 'bids', value: bids.length },
    { id: 'validBids', measure: 'validBids', value: valid.length },
    ...(prices.length > 0
      ? [
          money('lowestValidBidValue', Math.min(...prices) as Fen),
          money('highestValidBidValue', Math.max(...prices) as Fen),
        ]
      : []),
  ]
}

/** 响应情况: each body that proposed, its price and the average of its scores; of its papers nothing. */
export function bidsOf(p: Process, who: Who): Json {
  if (p.bids.length === 0) return {}
  const tenderers = [...new Map(p.bids.flatMap((b) => ofBid(who, b)).map((ref) => [ref.id, ref])).values()]
  return {
    tender: { id: p.plan.refNo, numberOfTenderers: tenderers.length, tenderers },
    bids: { statistics: statisticsOf(p.bids), details: p.bids.map((bid) => detailOf(p, who, bid)) },
  }
}

/** 评审专家名单 (实施条例 第四十三条): experts by name, once the award is public; residents and officers by what they are. */
const panelOf = async (db: Reader, tenderId: string) =>
  (
    await db
      .select({ ordinal: panelSeats.ordinal, kind: panelSeats.kind, name: persons.name })
      .from(panelSeats)
      .innerJoin(persons, eq(persons.id, panelSeats.personId))
      .where(and(eq(panelSeats.tenderId, tenderId), ne(panelSeats.state, 'recused')))
      .orderBy(asc(panelSeats.ordinal))
  ).map(({ ordinal, kind, name }) =>
    known({ id: String(ordinal), role: kind, name: kind === 'expert' ? name : null }),
  )

function noticesOf({ profile: { origin }, tender }: Process, a: Award) {
  const url = `${origin}/tenders/${tender!.id}/result`
  const page = { url, datePublished: instantOf(a.notifiedAt), format: 'text/html', language: 'zh' }
  return [
    {
      id: 'notice',
      documentType: 'awardNotice',
      title: `${labels.awardNotice} ${a.noticeNo ?? ''}`.trim(),
      ...page,
    },
    { id: 'report', documentType: 'evaluationReports', title: labels.report, ...page },
  ]
}

/** 成交: pending while an objection may be raised, then in force, or how it ended. */
export async function awardsOf(db: Reader, p: Process, who: Who): Promise<Json> {
  if (p.awards.length === 0) return {}
  const items = await itemsOf(db, p)
  const panel = await panelOf(db, p.tender!.id)
  const contractPeriod = { startDate: firstOf(p.plan.from), endDate: lastOf(p.plan.to) }
  const awards = p.awards.map((a) => {
    const bid = p.bids.find((b) => b.id === a.proposalId)
    return known({
      id: a.id,
      title: p.tender!.title,
      description: a.endReason ?? a.reason,
      status: statuses[a.state],
      date: instantOf(a.notifiedAt),
      value: moneyOf(a.price),
      suppliers: bid ? ofBid(who, bid) : null,
      items,
      contractPeriod,
      relatedBid: bid?.id,
      documents: noticesOf(p, a),
      panel,
    })
  })
  return known({ awards, complaints: await complaintsOf(db, p) })
}
