import { expect, test } from 'vitest'
import { keepersOf, keysOf } from '#domain/buy/seal/find-keepers.ts'
import { afterDeadline, proposalBy, sentProposal } from '#tests/support/proposal.ts'
import { openByShares, splitTender } from '#tests/support/seal.ts'
import { world } from '#tests/support/world.ts'

test('with two shares everything opens', async () => {
  const town = await world()
  const tender = await splitTender(town)
  expect(tender.keyWrapped).toBeNull()
  for (const n of [1, 2, 3]) await sentProposal(town, tender, n)
  town.clock.set(afterDeadline(tender))
  expect(await openByShares(town, tender.id)).toMatchObject({ outcome: 'opened' })
  const p = await proposalBy(town, tender.id, 'ORG1')
  expect(p).toMatchObject({ state: 'opened', price: 18_500_000 })
  const [key] = await keysOf(town.db, tender.id)
  console.log(key!.record)
  expect((await keepersOf(town.db, tender.id)).filter((k) => k.openedAt)).toHaveLength(2)
})
