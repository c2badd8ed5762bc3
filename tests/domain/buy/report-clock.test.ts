import { expect, test } from 'vitest'
import { deskOfEvaluation } from '#domain/buy/evaluation/desk.ts'
import { drawUpReport, signReport } from '#domain/buy/evaluation/report.ts'
import { reportTimes } from '#domain/buy/evaluation/report-clock.ts'
import { submitSheet } from '#domain/buy/evaluation/score.ts'
import { qualifiedTender, scoredBy } from '#tests/support/proposal.ts'
import { world } from '#tests/support/world.ts'

test('once every sheet is locked, the report is due with the buyer in two working days, and each member sees it', async () => {
  const town = await world()
  const { tender, members } = await qualifiedTender(town)
  const tenderId = tender.id
  const dueFor = async (who: string) =>
    (await deskOfEvaluation(town.db, town.as(who))).find((i) => i.key.startsWith('panel.'))
  for (const [at, m] of members.entries()) {
    await scoredBy(town, tender, m, at)
    await submitSheet(town.as(m), { tenderId })
    if (at === 0) expect((await dueFor(m))!.due).toBeNull()
  }
  const { hash } = await drawUpReport(town.as(members[0]!), { tenderId })
  const due = {
    source: '政府采购法实施条例 第四十三条：评审报告送采购人',
    at: new Date('2026-03-25T00:00:00+08:00'),
  }
  expect(await dueFor(members[1]!)).toMatchObject({ key: 'panel.sign', due })
  expect(await reportTimes(town.db, tenderId)).toMatchObject({ deliveredAt: null })
  for (const m of members) await signReport(town.as(m), { tenderId, hash })
  expect(await reportTimes(town.db, tenderId)).toEqual({
    scoredAt: town.clock.now(),
    deliveredAt: town.clock.now(),
  })
})
