import { expect, test } from 'vitest'
import { needs, suggestions } from '#db/schema/index.ts'
import { acceptNeed, redirectNeed } from '#domain/ask/need/decide-need.ts'
import { editNeed } from '#domain/ask/need/edit-need.ts'
import { draftNeedForm } from '#domain/ask/need/forms.ts'
import { installCatalogue } from '#domain/ask/need/install-catalogue.ts'
import { publishNeed } from '#domain/ask/need/publish-need.ts'
import { readNeedForDesk } from '#domain/ask/need/read-need.ts'
import { adoptSuggestion } from '#domain/ask/suggestion/adopt-suggestion.ts'
import { answerSuggestion } from '#domain/ask/suggestion/answer-suggestion.ts'
import { findSuggestion } from '#domain/ask/suggestion/find-suggestion.ts'
import {
  adoptSuggestionForm,
  answerSuggestionForm,
  mergeSuggestionForm,
} from '#domain/ask/suggestion/forms.ts'
import { mergeSuggestion } from '#domain/ask/suggestion/merge-suggestion.ts'
import { returnSuggestion } from '#domain/ask/suggestion/return-suggestion.ts'
import { submitSuggestion } from '#domain/ask/suggestion/submit-suggestion.ts'
import { yuan } from '#domain/money.ts'
import { ask, draftedNeed, needOf, needRow, publishedNeed } from '#tests/support/ask.ts'
import { refused } from '#tests/support/round-votes.ts'
import { type Town, world } from '#tests/support/world.ts'

const reply = '已经看过，依据清单答复如下。'
const title = '楼道照明维护服务'
const submit = (town: Town) => submitSuggestion(town.as('resident1'), ask())

test('nothing is adopted, merged or answered by a community before the list is asked; a government’s duty is given back', async () => {
  const town = await world()
  const needId = await publishedNeed(town)
  const { refNo } = await submit(town)
  const acts = {
    adopt: (duty?: string) =>
      adoptSuggestion(town.as('clerk'), { refNo, category: 'ELDER', title, duty, reply }),
    merge: (duty?: string) => mergeSuggestion(town.as('director'), { refNo, needId, duty, reply }),
    answer: (duty?: string) => answerSuggestion(town.as('clerk'), { refNo, duty, reply }),
  }
  for (const act of Object.values(acts)) {
    expect(await refused(act())).toBe('duty-unnamed')
    expect(await refused(act('X99'))).toBe('no-such-duty')
    await expect(act('G01')).rejects.toMatchObject({
      kind: 'conflict',
      reason: 'government-duty-not-for-community',
      params: { title: '行政执法、拆违、招商', ground: '中发〔2017〕13号：不得要求居民委员会承担' },
    })
    expect(await findSuggestion(town.db, refNo)).toMatchObject({ state: 'submitted', dutyId: null })
  }
  await returnSuggestion(town.as('clerk'), { refNo, duty: 'G01', reason: '拆违属行政执法。' })
  expect(await findSuggestion(town.db, refNo)).toMatchObject({
    handlerRole: 'street_handler',
    office: '街道综合行政执法队',
  })
  await answerSuggestion(town.as('handler'), { refNo, reply })
  expect(await findSuggestion(town.db, refNo)).toMatchObject({ state: 'answered' })
})

test('naming another row undoes no finding; outside the list is said, and kept', async () => {
  const town = await world()
  await town.transact(installCatalogue)
  const { refNo } = await submit(town)
  const grid = await submitSuggestion(town.as('resident1'), ask({ kind: 'grid_event', gridId: 'G1' }))
  await answerSuggestion(town.as('grid'), { refNo: grid.refNo, duty: 'G03', reply })
  const found = await findSuggestion(town.db, grid.refNo)
  await town.transact((tx) => tx.update(suggestions).set({ dutyId: found.dutyId }))
  for (const duty of ['outside', 'A02', undefined])
    expect(await refused(answerSuggestion(town.as('clerk'), { refNo, duty, reply }))).toBe(
      'government-duty-not-for-community',
    )
  await town.transact((tx) => tx.update(suggestions).set({ dutyId: null }))
  const { needId } = await adoptSuggestion(town.as('clerk'), {
    ...{ refNo, category: 'ELDER', title, duty: 'outside', reply },
  })
  expect(await findSuggestion(town.db, refNo)).toMatchObject({ dutyId: null, dutyOutside: true })
  expect(await needRow(town, needId)).toMatchObject({ dutyId: null, dutyOutside: true })
})

test('a need that is a government’s duty is not posted; on record, the street sends it on and cannot take it up', async () => {
  const town = await world()
  const small = { estimate: yuan(5_000) }
  const id = await draftedNeed(town, { ...small, duty: 'G03' })
  const post = (more = {}) => publishNeed(town.as('director'), { needId: id, ...more })
  await expect(post()).rejects.toMatchObject({
    reason: 'government-duty-not-for-community',
    params: { title: '市政设施维修养护', ground: '街道办事处权责清单' },
  })
  expect((await readNeedForDesk(town.as('clerk'), id)).missing).toContain('government-duty-not-for-community')
  await post({ onRecord: true })
  expect(await refused(acceptNeed(town.as('approver'), { needId: id }))).toBe(
    'government-duty-not-for-community',
  )
  await redirectNeed(town.as('approver'), {
    needId: id,
    reason: '属市政养护。',
    redirectTo: '街道公共管理办公室',
  })
  const own = await draftedNeed(town, small)
  expect(await refused(publishNeed(town.as('director'), { needId: own, onRecord: true }))).toBe(
    'nothing-to-put-on-record',
  )
  await town.transact((tx) => tx.update(needs).set({ dutyId: null }))
  expect(await refused(publishNeed(town.as('director'), { needId: own }))).toBe('duty-unnamed')
  const input = await needOf(town, small)
  expect(await refused(editNeed(town.as('clerk'), { ...input, duty: 'X99', needId: own }))).toBe(
    'no-such-duty',
  )
  await editNeed(town.as('clerk'), { ...input, needId: own })
  await publishNeed(town.as('director'), { needId: own })
  const referral = await draftedNeed(town, { ...small, itemType: 'referral', duty: 'G03' })
  await publishNeed(town.as('director'), { needId: referral })
})

test('the forms ask whose duty it is', () => {
  for (const duty of [undefined, '', 'x'.repeat(21)]) {
    expect(adoptSuggestionForm.safeParse({ category: 'ELDER', title, duty, reply }).success).toBe(false)
    expect(mergeSuggestionForm.safeParse({ needId: 'n', duty, reply }).success).toBe(false)
    expect(answerSuggestionForm.safeParse({ duty, reply }).success).toBe(false)
    const issues = draftNeedForm.safeParse({ duty }).error?.issues ?? []
    expect(issues.some(({ path }) => path[0] === 'duty')).toBe(true)
  }
})
