import { expect, test } from 'vitest'
import { type AloneAnswers, checkAlone } from '#domain/buy/award/alone.ts'
import { proposeAwardForm } from '#domain/buy/award/forms.ts'
import { notifyAward } from '#domain/buy/award/notify-award.ts'
import { confirmAward, proposeAward } from '#domain/buy/award/propose-award.ts'
import { readAwardDesk } from '#domain/buy/award/read-award.ts'
import { readResult } from '#domain/buy/award/result.ts'
import { evaluatedTender, fullPoints, noSigns } from '#tests/support/proposal.ts'
import { sentAlone, streetGrant } from '#tests/support/soloist.ts'
import { world } from '#tests/support/world.ts'

const yes = { says: 'yes' as const, words: '只在活动日到场，不考勤' }

test('a person alone is put forward only with every sign of employment answered, and the answers are public', async () => {
  const town = await world()
  const grant = await streetGrant(town)
  await sentAlone(town, grant)
  const { tender } = await evaluatedTender(town, { tender: grant, prices: [], give: fullPoints(grant) })
  const tenderId = tender.id
  const desk = await readAwardDesk(town.as('handler'), tenderId)
  expect(desk.candidates).toMatchObject([{ supplierId: 'SW', alone: { all: 0, here: 0 } }])
  const propose = (alone?: AloneAnswers) => proposeAward(town.as('handler'), { tenderId, alone })
  await expect(propose()).rejects.toMatchObject({ kind: 'invalid', reason: 'alone-unanswered' })
  const post = {
    ...noSigns,
    signs: { ...noSigns.signs, hours: yes, orders: yes, pay: yes },
  }
  await expect(propose(post)).rejects.toMatchObject({ reason: 'alone-is-employment' })
  const some = { ...noSigns, signs: { ...noSigns.signs, hours: yes, premises: yes } }
  await propose(some)
  const { award } = await readAwardDesk(town.as('approver'), tenderId)
  expect(award!.alone).toEqual({ ...some, all: 0, here: 0 })
  await confirmAward(town.as('approver'), { awardId: award!.id })
  await notifyAward(town.as('handler'), { awardId: award!.id })
  expect((await readResult(town.db, tenderId)).award.alone).toMatchObject(some)
  const about = (supplierId: string) => ({ supplierId, buyerId: grant.buyerId })
  expect(await checkAlone(town.db, town.as('handler'), about('ORG1'), undefined)).toBeNull()
  // The award just made is known the next time the same person is chosen.
  expect(await checkAlone(town.db, town.as('handler'), about('SW'), noSigns)).toMatchObject({
    all: 1,
    here: 1,
  })
})

test('the form wants a reason, an answer to each sign, and words for each yes', () => {
  const parse = (alone: object) => proposeAwardForm.safeParse({ alone: { ...noSigns, ...alone } })
  expect(parse({}).success).toBe(true)
  expect(proposeAwardForm.safeParse({}).success).toBe(true)
  const { hours: _, ...five } = noSigns.signs
  for (const wrong of [
    { reason: '太短' },
    { signs: five },
    { signs: { ...noSigns.signs, pay: { says: 'yes' } } },
    { signs: { ...noSigns.signs, pay: { says: 'perhaps' } } },
  ])
    expect(parse(wrong).success, JSON.stringify(wrong)).toBe(false)
})
