import { expect, test } from 'vitest'
import { withSteps } from '#app/components/open/trail-steps.ts'
import type { ToldEntry } from '#domain/open/trail.ts'

const step = (key: string, payment: string, day: number): ToldEntry => ({
  at: new Date(Date.UTC(2026, 0, day)),
  chapter: 'deliver',
  key,
  by: null,
  paper: { label: payment, href: `/open/ledger/${payment}` },
})

test('the steps of a payment that ended lie under its end; one under way keeps every step of its own', () => {
  const told = withSteps([
    step('contract.publish', 'HT', 1),
    step('payment.request', 'A', 2),
    step('payment.check', 'A', 3),
    step('payment.request', 'B', 4),
    step('payment.confirm', 'A', 5),
    step('payment.check', 'B', 6),
  ])
  expect(told.map(({ entry, before }) => [entry.key, entry.paper?.label, before.map((b) => b.key)])).toEqual([
    ['contract.publish', 'HT', []],
    ['payment.request', 'B', []],
    ['payment.confirm', 'A', ['payment.request', 'payment.check']],
    ['payment.check', 'B', []],
  ])
})

test('nothing of a trail is lost by gathering it', () => {
  const all = ['request', 'check', 'decline'].map((k, i) => step(`payment.${k}`, 'C', i + 1))
  expect(withSteps(all).flatMap(({ entry, before }) => [entry, ...before])).toHaveLength(3)
})
