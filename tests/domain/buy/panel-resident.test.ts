import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { persons } from '#db/schema/index.ts'
import { eligibleResidents, expertPool } from '#domain/buy/evaluation/eligible.ts'
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
  // 需求的提出人: who wrote the need judges no proposal for it, though his office there is long over.
  const pool = () => expertPool(town.db, call, '2026-03-02')
  const free = await pool()
  const wrote = { ...call, needs: call.needs.map((need) => ({ ...need, draftedBy: free.pool[0]!.id })) }
  const left = await expertPool(town.db, wrote, '2026-03-02')
  expect(left.pool.map((p) => p.id)).toEqual(free.pool.slice(1).map((p) => p.id))
  expect(left.leftOut.proposer).toBe(free.leftOut.proposer + 1)
})
