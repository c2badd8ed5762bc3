import type { Reader } from '#db/store.ts'
import { fen, sum, zero } from '../../money.ts'
import { procuringEntityOf, type Who } from './compose-parties.ts'
import type { Agreement } from './find-other-ways.ts'
import type { Process } from './find-process.ts'
import { labels } from './labels-data.ts'
import { enough, firstOf, instantOf, type Json, known, lastOf, moneyOf } from './words.ts'

type Provider = Agreement['providers'][number]
const of = (p: Process) => p.agreement!
const periodOf = ({ from, to }: { from: string; to: string }) => ({
  startDate: firstOf(from),
  endDate: lastOf(to),
})
const page = (p: Process, at: Date | null) => ({
  url: `${p.profile.origin}/frameworks/${of(p).framework.id}`,
  datePublished: instantOf(at),
  format: 'text/html',
  language: 'zh',
})
const itemsOf = ({ items }: Agreement) =>
  items.map((i) => ({
    id: String(i.ordinal),
    description: `${i.name}（${i.quality}）`,
    unit: { name: i.unit, value: moneyOf(i.price) },
  }))

function statusOf({ framework, over, providers }: Agreement) {
  if (framework.state === 'published' && !over) return 'active'
  return providers.length > 0 ? 'complete' : 'cancelled'
}
function papersOf(p: Process) {
  const { framework } = of(p)
  const notice = {
    id: 'notice',
    documentType: 'tenderNotice',
    title: `${labels.callToJoin} ${framework.refNo}`,
  }
  const end = { id: 'why', documentType: 'cancellationDetails', title: labels.cancelled }
  return [
    { ...notice, ...page(p, framework.publishedAt) },
    ...(framework.closedReason
      ? [{ ...end, description: framework.closedReason, url: page(p, null).url }]
      : []),
  ]
}

/** 征集公告: published prices and conditions, open to any body as long as the agreement runs; so it has no last day to apply. */
export async function callToJoinOf(_db: Reader, _ctx: unknown, p: Process, who: Who): Promise<Json> {
  const { framework } = of(p)
  const tender = known({
    id: p.plan.refNo,
    title: framework.title,
    description: framework.conditions,
    status: statusOf(of(p)),
    procuringEntity: who.of(procuringEntityOf(p)),
    items: itemsOf(of(p)),
    value: moneyOf(framework.ceiling),
    procurementMethod: 'open',
    procurementMethodDetails: p.method.name,
    procurementMethodRationale: p.method.basis,
    mainProcurementCategory: 'services',
    submissionMethod: ['electronicSubmission'],
    submissionMethodDetails: labels.joinAnyTime,
    eligibilityCriteria: framework.conditions,
    tenderPeriod: { startDate: instantOf(framework.publishedAt) },
    contractPeriod: periodOf(framework),
    documents: papersOf(p),
  })
  return { tender }
}

const awardStatusOf = ({ state, signedAt }: Provider) =>
  signedAt ? 'active' : state === 'ended' ? 'cancelled' : 'pending'
/** 入围结果: each body that was admitted; the agreement is in force for it once it has signed. */
export async function admissionsOf(_db: Reader, p: Process, who: Who): Promise<Json> {
  const { framework, providers } = of(p)
  const awards = providers.map((one) => ({
    id: one.id,
    title: framework.title,
    status: awardStatusOf(one),
    date: instantOf(one.decidedAt),
    suppliers: [who.of(one.supplierId)],
    items: itemsOf(of(p)),
    contractPeriod: periodOf(framework),
    documents: [
      { id: 'notice', documentType: 'awardNotice', title: labels.admission, ...page(p, one.decidedAt) },
    ],
  }))
  return known({ awards })
}

function confirmedBy({ confirmed }: Agreement, supplierId: string) {
  const tens = confirmed.find((one) => one.supplierId === supplierId)
  return { n: enough(tens?.n ?? 0), total: tens?.total ?? zero }
}

/** 付款: each month of orders that was paid, as the page of the agreement tells it; many orders in one sum, nobody's own. */
const paymentsTo = (p: Process, { supplierId }: Provider, who: Who) =>
  of(p)
    .settled.filter((one) => one.supplierId === supplierId)
    .map((one) => ({
      id: one.refNo,
      source: `${page(p, null).url}#settled`,
      date: instantOf(one.paidAt),
      value: moneyOf(one.amount),
      payer: who.of(p.buyer.id),
      payee: who.of(supplierId),
    }))
/** What the agreement with one body came to: what was told as confirmed, or what was paid where that is more. */
function worthOf(p: Process, { supplierId }: Provider) {
  const paid = of(p).settled.filter((one) => one.supplierId === supplierId)
  const { total } = confirmedBy(of(p), supplierId)
  return fen(Math.max(total, sum(paid.map(({ amount }) => amount))))
}

function agreementWith(p: Process, one: Provider, who: Who) {
  const { framework, over } = of(p)
  const { n } = confirmedBy(of(p), one.supplierId)
  const ended = one.state !== 'signed' ? one.endedAt : null
  const orders = { id: 'orders', title: labels.orders, observations: [{ id: '1', measure: n }] }
  return known({
    id: one.id,
    awardID: one.id,
    title: framework.title,
    status: ended || over ? 'terminated' : 'active',
    value: moneyOf(worthOf(p, one)),
    dateSigned: instantOf(one.signedAt),
    period: periodOf(framework),
    items: itemsOf(of(p)),
    documents: [
      { id: 'signed', documentType: 'contractSigned', title: labels.agreement, ...page(p, one.signedAt) },
    ],
    implementation: known({
      transactions: paymentsTo(p, one, who),
      metrics: n === null ? null : [orders],
      endDate: instantOf(ended) ?? (over ? lastOf(framework.to) : null),
      endDateDetails: ended ? one.reason : null,
    }),
  })
}

/** 框架协议: one contract with each body that signed; its value is what residents have confirmed or was paid so far, never one order of one person. */
export async function agreementsOf(_db: Reader, p: Process, who: Who): Promise<Json> {
  return known({
    contracts: of(p)
      .providers.filter(({ signedAt }) => signedAt)
      .map((one) => agreementWith(p, one, who)),
  })
}
