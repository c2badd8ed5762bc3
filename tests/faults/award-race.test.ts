import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { awards, journal, notices, proposals } from '#db/schema/index.ts'
import { notifyAward } from '#domain/buy/award/notify-award.ts'
import { confirmAward, proposeAward } from '#domain/buy/award/propose-award.ts'
import { Refusal } from '#domain/refusal.ts'
import { evaluatedTender } from '#tests/support/proposal.ts'
import { world } from '#tests/support/world.ts'

const crowd = 200
/** How many of a crowd doing the same thing at once were let through; all others must be refused in words. */
async function winners(act: (n: number) => Promise<unknown>) {
  const all = await Promise.allSettled(Array.from({ length: crowd }, (_, n) => act(n)))
  for (const one of all) if (one.status === 'rejected') expect(one.reason).toBeInstanceOf(Refusal)
  return all.filter((one) => one.status === 'fulfilled').length
}

test('two hundred at once put forward, confirm and publish one award', async () => {
  const town = await world()
  const { tender } = await evaluatedTender(town)
  const ranked = await town.db.select().from(proposals).where(eq(proposals.tenderId, tender.id))
  const put = (n: number) => {
    const other = { proposalId: ranked[n % 3]!.id, reason: '第一名书面放弃' }
    return proposeAward(town.as('handler'), { tenderId: tender.id, ...(n % 2 ? other : {}) })
  }
  expect(await winners(put)).toBe(1)
  const [award, ...others] = await town.db.select().from(awards)
  expect(others).toEqual([])
  const awardId = award!.id
  expect(await winners(() => confirmAward(town.as('approver'), { awardId }))).toBe(1)
  expect(await winners(() => notifyAward(town.as('handler'), { awardId }))).toBe(1)
  const bids = await town.db.select().from(proposals).where(eq(proposals.tenderId, tender.id))
  expect(bids.map((p) => p.state).sort()).toEqual(['awarded', 'not_awarded', 'not_awarded'])
  const told = await town.db.select().from(notices).where(eq(notices.message, 'award-yours'))
  expect(told).toHaveLength(1)
  const lines = (await town.db.select().from(journal)).map((j) => j.action)
  for (const act of ['award.propose', 'award.confirm', 'award.notify'])
    expect(lines.filter((line) => line === act)).toHaveLength(1)
}, 120_000)
