import { expect, test } from 'vitest'
import { dueOf } from '#domain/due.ts'
import { world } from '../support/world.ts'

test('a clock that ends in a year whose holidays are not known has no day yet; one that ends before has', async () => {
  const town = await world()
  const due = (code: string, from: string) => dueOf(town.db, town.as('handler'), code, from)
  expect((await due('CONFIRM_WINNER', '2026-12-23'))?.at).toEqual(new Date('2026-12-31T00:00:00+08:00'))
  expect((await due('CONFIRM_WINNER', '2026-12-24'))?.at).toEqual(new Date('2027-01-01T00:00:00+08:00'))
  expect(await due('CONFIRM_WINNER', '2026-12-25')).toBeNull()
  expect((await due('SIGN_CONTRACT', '2026-12-25'))?.at).toEqual(new Date('2027-01-25T00:00:00+08:00'))
})
