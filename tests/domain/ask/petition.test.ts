import { expect, test } from 'vitest'
import { journal } from '#db/schema/index.ts'
import { adoptSuggestion } from '#domain/ask/suggestion/adopt-suggestion.ts'
import { answerSuggestion } from '#domain/ask/suggestion/answer-suggestion.ts'
import { deskOfSuggestion } from '#domain/ask/suggestion/desk.ts'
import { findSuggestion } from '#domain/ask/suggestion/find-suggestion.ts'
import { installDuties } from '#domain/ask/suggestion/install-duties.ts'
import { extendPetition, finishPetition } from '#domain/ask/suggestion/petition/finish-petition.ts'
import * as forms from '#domain/ask/suggestion/petition/forms.ts'
import { referPetition } from '#domain/ask/suggestion/petition/refer-petition.ts'
import { sendPetitionBack } from '#domain/ask/suggestion/petition/send-back.ts'
import { acceptPetition, declinePetition } from '#domain/ask/suggestion/petition/take-petition.ts'
import { readForAnswer, readWaiting } from '#domain/ask/suggestion/read-for-answer.ts'
import { readSuggestion } from '#domain/ask/suggestion/read-suggestion.ts'
import { referSuggestion } from '#domain/ask/suggestion/refer-suggestion.ts'
import { submitSuggestion } from '#domain/ask/suggestion/submit-suggestion.ts'
import { ask } from '#tests/support/ask.ts'
import { refused } from '#tests/support/round-votes.ts'
import { type Town, world } from '#tests/support/world.ts'

const reason = '对办事机关的答复不服，属投诉请求。'
const reply = '经查，原答复依据不足，已责成重新办理。'
const office = '区住房和城乡建设局'
const submit = async (town: Town, more: Parameters<typeof ask>[0] = {}) =>
  (await submitSuggestion(town.as('resident1'), ask(more))).refNo
const petition = async (town: Town) => {
  await town.transact((tx) => installDuties(tx))
  const refNo = await submit(town)
  await referPetition(town.as('clerk'), { refNo, reason })
  return refNo
}
const at = (town: Town, when: string) => town.clock.set(new Date(`${when}+08:00`))
const clocks = async (town: Town, refNo: string) =>
  (await readSuggestion(town.as(null), refNo)).petition?.clocks.map(({ code, on }) => `${code} ${on}`)

test('a petition goes to the street with its legal days, is taken up, extended once and finished; the answer is for who asked', async () => {
  const town = await world()
  const refNo = await petition(town)
  expect(await clocks(town, refNo)).toEqual(['XINFANG_OBJECT 2026-03-09', 'XINFANG_NOTIFY 2026-03-17'])
  const [told] = await deskOfSuggestion(town.db, town.as('handler'))
  expect(told).toMatchObject({ key: 'petition.referred', due: { mark: 'statute' } })
  expect((await readWaiting(town.as('handler'))).waiting[0]?.clock).toMatchObject({ on: '2026-03-17' })
  const extend = () => refused(extendPetition(town.as('handler'), { refNo, reason }))
  expect(await extend()).toBe('not-in-this-state')
  await acceptPetition(town.as('handler'), { refNo, office })
  expect(await clocks(town, refNo)).toEqual(['XINFANG_FINISH 2026-05-01'])
  expect(await refused(sendPetitionBack(town.as('handler'), { refNo, reason }))).toBe('not-in-this-state')
  expect(await extend()).toBe('not refused')
  expect(await extend()).toBe('petition-extended-already')
  expect(await clocks(town, refNo)).toEqual(['XINFANG_EXTEND 2026-05-31'])
  await finishPetition(town.as('handler'), { refNo, opinionNo: '街信复〔2026〕1 号', reply })
  expect(await clocks(town, refNo)).toEqual(['XINFANG_REVIEW 2026-04-01'])
  expect(await findSuggestion(town.db, refNo)).toMatchObject({ state: 'answered', reply })
  const open = await readSuggestion(town.as('resident2'), refNo)
  expect(open).toMatchObject({ shown: { reply: null }, petition: { reason: null, opinionNo: null } })
  const own = await readSuggestion(town.as('resident1'), refNo)
  expect(own).toMatchObject({ shown: { reply }, petition: { opinionNo: '街信复〔2026〕1 号' } })
  const kept = JSON.stringify(await town.db.select().from(journal))
  expect(kept).not.toContain(reason)
  expect(kept).not.toContain(reply)
})

test('while it is a petition nothing else becomes of it, and only whose turn it is acts', async () => {
  const town = await world()
  const refNo = await petition(town)
  const street = town.as('handler')
  expect(await refused(answerSuggestion(street, { refNo, duty: 'A02', reply }))).toBe('petition-has-its-road')
  expect(await refused(referSuggestion(street, { refNo, desk: 'committee', duty: 'A02', reason }))).toBe(
    'petition-has-its-road',
  )
  expect(await refused(referPetition(street, { refNo, reason }))).toBe('petition-has-its-road')
  for (const who of ['clerk', 'director', 'approver', 'resident1', 'dHandler', null]) {
    const ctx = town.as(who)
    for (const act of [
      () => acceptPetition(ctx, { refNo, office }),
      () => declinePetition(ctx, { refNo, reply }),
      () => sendPetitionBack(ctx, { refNo, reason }),
      () => finishPetition(ctx, { refNo, opinionNo: '一号', reply }),
      () => adoptSuggestion(ctx, { refNo, category: 'ELDER', title: '楼道照明', duty: 'A02', reply }),
    ])
      await expect(act(), String(who)).rejects.toMatchObject({ kind: 'forbidden' })
  }
  const plain = await submit(town, { kind: 'other' })
  expect(await refused(acceptPetition(street, { refNo: plain, office }))).toBe('petition')
  expect((await readForAnswer(street, plain)).acts).toMatchObject({ refers: true, takes: false })
  await declinePetition(street, { refNo, reply })
  expect(await findSuggestion(town.db, refNo)).toMatchObject({ state: 'answered' })
  expect(await refused(referPetition(street, { refNo, reason }))).toBe('suggestion-answered')
})

test('an objection is in time to the last second of the fifth working day, and an extension to the last of the sixtieth', async () => {
  const town = await world()
  const [first, second] = [await petition(town), await petition(town)]
  const back = (refNo: string) => refused(sendPetitionBack(town.as('handler'), { refNo, reason }))
  at(town, '2026-03-09T23:59:59')
  expect(await back(first)).toBe('not refused')
  const again = await findSuggestion(town.db, first)
  expect(again).toMatchObject({ handlerRole: 'committee_clerk', state: 'submitted' })
  expect(again.dueAt).toEqual(new Date('2026-03-17T00:00:00+08:00'))
  expect((await readSuggestion(town.as(null), first)).petition).toBeNull()
  await answerSuggestion(town.as('clerk'), { refNo: first, duty: 'A02', reply })
  at(town, '2026-03-10T00:00:00')
  expect(await back(second)).toBe('petition-objection-over')
  const own = await submit(town, { kind: 'other' })
  await referPetition(town.as('handler'), { refNo: own, reason })
  expect(await back(own)).toBe('petition-from-here')
  for (const refNo of [second, own]) await acceptPetition(town.as('handler'), { refNo, office })
  const extend = (refNo: string) => refused(extendPetition(town.as('handler'), { refNo, reason }))
  at(town, '2026-05-09T23:59:59')
  expect(await extend(second)).toBe('not refused')
  at(town, '2026-05-10T00:00:00')
  expect(await extend(own)).toBe('petition-extension-late')
  await finishPetition(town.as('handler'), { refNo: own, opinionNo: '二号', reply })
})

test('the forms of a petition ask for reasons, an office and a number', () => {
  const parses = [
    [forms.referPetitionForm, { reason: '短' }],
    [forms.acceptPetitionForm, { office: '局' }],
    [forms.acceptPetitionForm, { office: 'x'.repeat(61) }],
    [forms.sendBackForm, {}],
    [forms.declinePetitionForm, { reply: '不行' }],
    [forms.extendPetitionForm, { reason: ' ' }],
    [forms.finishPetitionForm, { opinionNo: '', reply }],
    [forms.finishPetitionForm, { opinionNo: '二号', reply, state: 'finished' }],
  ] as const
  for (const [form, typed] of parses) expect(form.safeParse(typed).success, JSON.stringify(typed)).toBe(false)
})
