import type { milestones } from '#db/schema/index.ts'
import { sum } from '../../money.ts'
import type { Who } from './compose-parties.ts'
import type { Process } from './find-process.ts'
import type { Contract, Work } from './find-work.ts'
import { labels } from './labels-data.ts'
import { instantOf, known, LEAST_PEOPLE, lastOf, moneyOf } from './words.ts'

type Milestone = typeof milestones.$inferSelect

const gateTypes = { publication: 'payment', midterm: 'assessment', final: 'delivery' } as const
function milestoneOf({ profile: { origin } }: Process, { accepted }: Work, m: Milestone) {
  const heard = accepted.findLast((a) => a.milestoneId === m.id)
  const status = m.state === 'accepted' ? 'met' : m.state === 'returned' ? 'notMet' : 'scheduled'
  const moved = [m.claimedAt, m.checkedAt, m.acceptedAt].filter((at) => at !== null)
  return known({
    id: m.id,
    title: m.title,
    type: gateTypes[m.gate],
    dueDate: lastOf(m.dueOn),
    status,
    dateMet: status === 'met' ? instantOf(m.acceptedAt) : null,
    dateModified: instantOf(moved.at(-1)),
    documents: heard && [
      {
        id: heard.id,
        documentType: 'completionCertificate',
        title: labels.acceptance,
        url: `${origin}/acceptances/${heard.id}`,
        datePublished: instantOf(heard.publishedAt),
        format: 'text/html',
        language: 'zh',
      },
    ],
  })
}

function transactionsOf(
  { profile: { origin }, buyer }: Process,
  who: Who,
  c: Contract,
  { paid, back, parts }: Work,
) {
  const part = (id: string) => ({ id, title: parts.find((m) => m.id === id)?.title ?? '' })
  return [
    ...paid.map((t) =>
      known({
        id: t.refNo,
        source: `${origin}/open/ledger/${t.id}`,
        date: instantOf(t.paidAt),
        value: moneyOf(t.amount),
        payer: who.of(buyer.id),
        payee: who.of(c.payeeId ?? c.supplierId),
        relatedImplementationMilestone: part(t.milestoneId),
      }),
    ),
    ...back.map((t) =>
      known({
        id: t.refNo,
        date: instantOf(t.at),
        value: moneyOf(t.amount),
        payer: who.of(c.supplierId),
        payee: who.of(buyer.id),
      }),
    ),
  ]
}

/** What was reached of what was promised; how content those served were, where enough of them were heard. */
function metricsOf({ promised, readings, parts, accepted }: Work) {
  const at = (id: string) => ({ id, title: parts.find((m) => m.id === id)?.title ?? '' })
  const reached = promised.map((i) => ({
    id: i.code,
    title: i.name,
    observations: parts.flatMap((m) => {
      const read = readings.find((r) => r.indicatorId === i.id && r.milestoneId === m.id)
      if (!read) return []
      return [
        { id: m.id, measure: read.value, unit: { name: i.unit }, relatedImplementationMilestone: at(m.id) },
      ]
    }),
  }))
  const heard = accepted.filter((a) => a.satisfaction !== null && a.required >= LEAST_PEOPLE)
  const content = heard.map((a) => ({
    id: a.id,
    measure: a.satisfaction,
    relatedImplementationMilestone: at(a.milestoneId),
  }))
  return [
    ...reached.filter((m) => m.observations.length > 0),
    ...(content.length > 0
      ? [{ id: 'satisfaction', title: labels.satisfaction, observations: content }]
      : []),
  ]
}
const failuresOf = ({ parts }: Work) =>
  parts
    .filter((m) => m.withheld !== null && m.withheld > 0)
    .map((m) => ({
      id: m.id,
      category: labels.withheld,
      penaltyImposed: `${moneyOf(m.withheld!).amount} CNY`,
    }))

/** What was done and paid. */
export function implementationOf(p: Process, who: Who, c: Contract, w: Work) {
  const ended = c.state === 'completed' || c.state === 'terminated'
  return known({
    milestones: w.parts.map((m) => milestoneOf(p, w, m)),
    transactions: transactionsOf(p, who, c, w),
    metrics: metricsOf(w),
    performanceFailures: failuresOf(w),
    endDate: ended ? instantOf(c.endedAt) : null,
    endDateDetails: c.state === 'terminated' ? c.endReason : null,
    finalValue: ended ? moneyOf(sum(w.paid.map((t) => t.amount))) : null,
  })
}
