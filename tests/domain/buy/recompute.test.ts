import { eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { scores } from '#db/schema/index.ts'
import { notifyAward } from '#domain/buy/award/notify-award.ts'
import { confirmAward, proposeAward } from '#domain/buy/award/propose-award.ts'
import type { Report } from '#domain/buy/evaluation/compose-report.ts'
import { recomputeAverages } from '#domain/buy/evaluation/recompute.ts'
import { evaluatedTender } from '../../support/proposal.ts'
import { world } from '../../support/world.ts'

test('before a result is public every average is added up again; one score touched behind the members stops it', async () => {
  const town = await world()
  const { tender } = await evaluatedTender(town)
  const report = tender.report as unknown as Report
  const again = await recomputeAverages(town.db, tender.id)
  for (const row of report.rows)
    for (const c of report.criteria.filter((one) => one.kind !== 'formula'))
      expect(again.get(row.proposalId)?.get(c.id), `${row.supplier} ${c.code}`).toBe(row.averages![c.code])
  const { id: awardId } = await proposeAward(town.as('handler'), { tenderId: tender.id })
  await confirmAward(town.as('approver'), { awardId })
  const [one] = await town.db.select().from(scores).limit(1)
  const touch = (by: number) =>
    town.transact((tx) =>
      tx
        .update(scores)
        .set({ points: sql`${scores.points} + ${by}` })
        .where(eq(scores.id, one!.id)),
    )
  await touch(-0.5)
  await expect(notifyAward(town.as('handler'), { awardId })).rejects.toMatchObject({
    reason: 'scores-are-others',
  })
  await touch(0.5)
  await expect(notifyAward(town.as('handler'), { awardId })).resolves.toMatchObject({ id: awardId })
})
