import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { persons } from '#db/schema/index.ts'
import { eligibleResidents } from '#domain/buy/evaluation/eligible.ts'
import { findCall } from '#domain/buy/proposal/find-call.ts'
import { openedTender } from '#tests/support/proposal.ts'
import { world } from '#tests/support/world.ts'

test('the lot for the resident on a panel falls among adults of the community who hold no office there', async () => {
  const town = await world()
  const call = await findCall(town.db, (await openedTender(town)).id)
  const drawnFrom = async () => (await eligibleResidents(town.db, call, '2026-03-02')).map((p) => p.id)
  const before = await drawnFrom()
  expect(before.length).toBeGreaterThan(1)
  expect(before).not.toContain('clerk')
  const [child] = before
  await town.transact((tx) => tx.update(persons).set({ ageBand: 'under18' }).where(eq(persons.id, child!)))
  expect(await drawnFrom()).toEqual(before.filter((id) => id !== child))
})
