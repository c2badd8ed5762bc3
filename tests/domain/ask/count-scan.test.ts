import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ballotScan } from '#domain/ask/vote/count/scan-ballots.ts'

const items = ['XQ-1', 'XQ-11', 'X', '需求', '1-QX', 'x\ny'].map((id, nth) => ({ id, cost: nth + 1 }))
const bytes = (words: string) => new TextEncoder().encode(words)
const fault = (words: string, rule = { maxChoices: 9, budget: null as number | null }) =>
  ballotScan({ items, ...rule }).push(bytes(words))

test('ballots counted from their bytes come to the same votes as ballots read one by one', () => {
  const ballot = fc.subarray(items.map(({ id }) => id))
  fc.assert(
    fc.property(fc.array(ballot, { minLength: 1, maxLength: 20 }), fc.nat(20), (ballots, cut) => {
      const words = ballots.map((choices) => JSON.stringify(choices))
      const scan = ballotScan({ items, maxChoices: 6, budget: null })
      for (const part of [words.slice(0, cut), words.slice(cut)])
        expect(scan.push(bytes(part.join('\n')))).toBeNull()
      const votes = items.map(({ id }) => ballots.filter((choices) => choices.includes(id)).length)
      expect(Array.from(scan.votes())).toEqual(votes)
      expect(scan.ballots()).toBe(ballots.length)
    }),
  )
})

test('the first ballot that breaks the rule is named', () => {
  expect(fault('["XQ-1"]\n["XQ-1","XQ-1"]')).toEqual({ ballot: 2, why: 'twice' })
  expect(fault('["XQ-1"]\n["XQ-2"]')).toEqual({ ballot: 2, why: 'unknown' })
  expect(fault('["XQ-1","XQ-11"]', { maxChoices: 1, budget: null })).toEqual({ ballot: 1, why: 'too-many' })
  expect(fault('["XQ-1","XQ-11"]', { maxChoices: 9, budget: 2 })).toEqual({ ballot: 1, why: 'over-budget' })
  expect(fault('["XQ-1","XQ-11"]', { maxChoices: 9, budget: 3 })).toBeNull()
})

test('whatever the bytes, the scan ends with a count or a named ballot', () => {
  for (const words of [
    'x',
    '[',
    '["',
    '["XQ-1',
    '["XQ-1"',
    '["XQ-1",',
    '["XQ-1"]]',
    '["XQ-1"] ',
    '[]\n\n[]',
    '[,]',
  ])
    expect([words, fault(words)?.why]).toEqual([words, 'unreadable'])
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), (scrap) => {
      const scan = ballotScan({ items, maxChoices: 9, budget: null })
      const found = scan.push(scrap)
      expect(found === null || found.ballot === scan.ballots()).toBe(true)
    }),
  )
})
