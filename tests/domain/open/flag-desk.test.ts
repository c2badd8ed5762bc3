import { expect, test } from 'vitest'
import { yuan } from '#domain/money.ts'
import { lookAtFlag, lookForm } from '#domain/open/flags/look-at-flag.ts'
import { readFlag, readFlags } from '#domain/open/flags/read-desk.ts'
import { awardedTender } from '../../support/proposal.ts'
import { world } from '../../support/world.ts'

const words = '看了评审报告和两家的报价明细，成本构成不同，巧合'

test('a flag of the town’s own purchases waits on the desk until somebody has looked and said what he found', async () => {
  const town = await world()
  expect(await readFlags(town.as('auditor'))).toEqual({ compared: 0, waiting: [], seen: [] })
  const { tender } = await awardedTender(town, { prices: [yuan(190_000), yuan(190_000), yuan(195_000)] })
  const { compared, waiting } = await readFlags(town.as('auditor'))
  expect(compared).toBe(1)
  const flag = waiting.find((f) => f.code === 'R028')!
  expect(flag).toMatchObject({ about: tender.title, figures: { amount: 190_000 } })
  expect(flag.figures.tenderers).toHaveLength(2)
  const about = { code: 'R028', subject: flag.subject }
  for (const key of ['handler', 'approver', 'signer1', 'expert1', 'dApprover', 'admin', null]) {
    await expect(readFlags(town.as(key))).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(readFlag(town.as(key), 'R028', flag.subject)).rejects.toMatchObject({ kind: 'forbidden' })
    const look = lookAtFlag(town.as(key), { ...about, outcome: 'explained', words })
    await expect(look).rejects.toMatchObject({ kind: 'forbidden' })
  }
  await lookAtFlag(town.as('supervisor'), { ...about, outcome: 'watched', words })
  town.clock.pass(60_000)
  await lookAtFlag(town.as('auditor'), { ...about, outcome: 'explained', words })
  const after = await readFlags(town.as('centreAuditor'))
  expect(after.waiting.map((f) => f.code)).not.toContain('R028')
  expect(after.seen).toMatchObject([{ code: 'R028', look: { outcome: 'explained', words } }])
  const one = await readFlag(town.as('auditor'), 'R028', flag.subject)
  expect(one.looks.map((l) => l.outcome)).toEqual(['explained', 'watched'])
  expect(one.looks[0]!.by).toBeTruthy()
})

test('a flag that does not stand cannot be looked at; words and a conclusion are wanted', async () => {
  const town = await world()
  const none = { code: 'R018', subject: 'ocds-xxxxxx-none' }
  await expect(readFlag(town.as('auditor'), none.code, none.subject)).rejects.toMatchObject({
    reason: 'no-such-flag',
  })
  const look = lookAtFlag(town.as('auditor'), { ...none, outcome: 'watched', words })
  await expect(look).rejects.toMatchObject({ reason: 'no-such-flag' })
  for (const bad of [
    {},
    { outcome: 'guilty', words },
    { outcome: 'watched', words: '好' },
    { outcome: 'watched', words: 'x'.repeat(501) },
    { outcome: 'watched', words, verdict: 'guilty' },
  ])
    expect(lookForm.safeParse(bad).success, JSON.stringify(bad).slice(0, 60)).toBe(false)
})
