import type { parties } from '#db/schema/index.ts'
import { Refusal } from '../../refusal.ts'
import type { Call } from './find-call.ts'

/** A body, with what bars it on the day it was looked up; undefined where no day was asked about. */
export type Supplier = typeof parties.$inferSelect & { barredBy?: string | null | undefined }
type Asks = (call: Call, supplier: Supplier) => string | null

const kindBars: Partial<Record<Supplier['kind'], (call: Call) => string | null>> = {
  organisation: () => null,
  enterprise: () => null,
  individual: ({ method, plan }) => {
    if (!method.individuals) return 'individuals-not-on-this-route'
    return plan.individualReason ? null : 'individuals-not-suited-here'
  },
  community_group: (call) => (call.method.groups ? null : 'groups-not-on-this-route'),
}
const credit = { normal: null, abnormal_list: 'on-abnormal-list', dishonest: 'on-dishonest-list' } as const

/** 谁能参加: what a call asks of a body before a word is written (102号令 第六条; 实施条例 第十八条; 政府采购法 第二十二条). */
const rules = {
  apart: ({ buyerId, posterIds, centreIds }, { id }) =>
    [buyerId, ...posterIds, ...centreIds].includes(id) ? 'too-near-to-propose' : null,
  kind: (_, { kind }) => (kindBars[kind] ? null : 'not-a-supplier'),
  route: (call, { kind, id }) => {
    const { soleSupplierId } = call.plan
    if (soleSupplierId && soleSupplierId !== id) return 'not-the-named-supplier'
    return kindBars[kind]?.(call) ?? null
  },
  custodian: (_, { kind, custodianId }) =>
    kind === 'community_group' && !custodianId ? 'group-needs-custodian' : null,
  credit: (_, supplier) => (supplier.barredBy === undefined ? credit[supplier.credit] : supplier.barredBy),
} satisfies Record<string, Asks>
export type Rule = keyof typeof rules

/** Each thing that is asked of a body, and why it is not met; only a filed group needs a custodian. */
export const standingFor = (call: Call, supplier: Supplier): Array<{ rule: Rule; why: string | null }> =>
  Object.entries(rules)
    .filter(([rule]) => rule !== 'custodian' || supplier.kind === 'community_group')
    .map(([rule, ask]) => ({ rule: rule as Rule, why: ask(call, supplier) }))

/** Why a body may not propose here, or null. */
export const whyMayNotPropose = (call: Call, supplier: Supplier): string | null =>
  standingFor(call, supplier).find(({ why }) => why)?.why ?? null

export function refuseIneligible(call: Call, supplier: Supplier) {
  const why = whyMayNotPropose(call, supplier)
  if (why) throw new Refusal('forbidden', why)
}
