import { yuan } from '#domain/money.ts'
import { approveBookEntry } from '#domain/treasury/community-books/decide-entry.ts'
import { enterBookEntry } from '#domain/treasury/community-books/enter-entry.ts'
import type { EnterBookEntry } from '#domain/treasury/community-books/forms.ts'
import type { Town } from './world.ts'

let papers = 0
/** What a clerk types of one paper, which is its own. */
export function paper(more: Partial<EnterBookEntry> = {}): EnterBookEntry {
  papers += 1
  const voucherNo = `SJ-${String(papers).padStart(4, '0')}`
  return {
    ...{
      way: 'income',
      kind: 'office_grant',
      amount: yuan(1_000),
      on: '2026-03-02',
      title: '街道拨办公经费',
    },
    ...{ voucherNo, scan: Buffer.from(`%PDF-1.4\n% ${voucherNo}\n%%EOF\n`) },
    ...more,
  }
}
type Side = 'committee' | 'station'
const people = { committee: ['clerk', 'director'], station: ['station', 'finance'] } as const
export const entered = (town: Town, side: Side, more: Partial<EnterBookEntry> = {}) =>
  enterBookEntry(town.as(people[side][0]), paper(more))
/** Entered by the clerk of that side, approved by who approves there. */
export async function booked(town: Town, side: Side, more: Partial<EnterBookEntry> = {}) {
  const { id: bookId } = await entered(town, side, more)
  await approveBookEntry(town.as(people[side][1]), { bookId })
  return bookId
}
