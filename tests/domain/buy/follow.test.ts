import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { journal, notices, questions, tenderFollows } from '#db/schema/index.ts'
import { answerQuestion } from '#domain/buy/tender/answer-question.ts'
import { askQuestion } from '#domain/buy/tender/ask-question.ts'
import { cancelTender } from '#domain/buy/tender/cancel-tender.ts'
import { draftAmendment } from '#domain/buy/tender/draft-amendment.ts'
import { followTender, readFollow, unfollowTender } from '#domain/buy/tender/follow-tender.ts'
import { publishAmendment } from '#domain/buy/tender/publish-amendment.ts'
import { tenderDesk } from '#domain/buy/tender/tender-desk.ts'
import { tenderPage } from '#domain/buy/tender/tender-page.ts'
import { nobody } from '#domain/who/actor.ts'
import { afterDeadline, awardedTender, openByTwo } from '#tests/support/proposal.ts'
import { draftedTender, publishedTender } from '#tests/support/tender.ts'
import { type Town, world } from '#tests/support/world.ts'

const told = async (town: Town, personId: string) =>
  (await town.db.select().from(notices).where(eq(notices.personId, personId))).map((n) => n.message)
const follow = (town: Town, key: string, tenderId: string) => followTender(town.as(key), { tenderId })

test('a follower hears of amendments, answers and the end, and of nothing once he stopped', async () => {
  const town = await world()
  const { id: tenderId } = await publishedTender(town)
  await follow(town, 'resident1', tenderId)
  await follow(town, 'resident1', tenderId)
  await follow(town, 'worker2', tenderId)
  await askQuestion(town.as('editor1'), { tenderId, words: '有没有停车的地方？' })
  const [asked] = await town.db.select().from(questions)
  await answerQuestion(town.as('handler'), { tenderId, questionId: asked!.id, answer: '有' })
  const change = {
    field: 'requirement' as const,
    was: '每周上门探访一次',
    now: '每周上门探访两次',
    reason: '写少了',
  }
  const { id: amendmentId } = await draftAmendment(town.as('handler'), {
    tenderId,
    ...change,
    material: false,
  })
  await publishAmendment(town.as('approver'), { tenderId, amendmentId })
  await unfollowTender(town.as('worker2'), { tenderId })
  await cancelTender(town.as('approver'), { tenderId, reason: '预算调整' })
  expect(await told(town, 'resident1')).toEqual([
    'followed-answered',
    'followed-changed',
    'followed-cancelled',
  ])
  expect(await told(town, 'worker2')).toEqual(['followed-answered', 'followed-changed'])
})

test('a follower hears that a tender failed, and of a result', async () => {
  const town = await world()
  const failing = await publishedTender(town)
  await follow(town, 'resident2', failing.id)
  town.clock.set(afterDeadline(failing))
  await openByTwo(town, failing.id)
  expect(await told(town, 'resident2')).toEqual(['followed-failed'])
  const other = await world()
  const tender = await publishedTender(other)
  await follow(other, 'resident3', tender.id)
  await awardedTender(other, { tender })
  expect(await told(other, 'resident3')).toEqual(['followed-result'])
})

test('how many follow is on no page and in no journal', async () => {
  const town = await world()
  const { id } = await publishedTender(town)
  const pages = async () =>
    JSON.stringify([
      await tenderPage(town.as('handler'), id),
      await tenderDesk(town.as('approver'), id),
      await readFollow(town.as('signer1'), id),
      await town.db.select().from(journal),
    ])
  const before = await pages()
  await follow(town, 'resident1', id)
  await follow(town, 'resident2', id)
  expect(await pages()).toBe(before)
  expect((await readFollow(town.as('resident1'), id)).follows).toBe(true)
})

test('nobody follows without signing in, before publication, or after the end', async () => {
  const town = await world()
  const drafted = await draftedTender(town)
  await expect(follow(town, 'resident1', drafted.id)).rejects.toMatchObject({
    kind: 'missing',
    reason: 'tender-missing',
  })
  await expect(readFollow(town.as('handler'), drafted.id)).rejects.toMatchObject({ kind: 'missing' })
  const { id: tenderId } = await publishedTender(town)
  const anyone = { ...town.as('resident1'), actor: nobody }
  await expect(followTender(anyone, { tenderId })).rejects.toMatchObject({ reason: 'sign-in-first' })
  await expect(unfollowTender(anyone, { tenderId })).rejects.toMatchObject({ reason: 'sign-in-first' })
  expect(await readFollow(anyone, tenderId)).toMatchObject({ signedIn: false, follows: false })
  await cancelTender(town.as('approver'), { tenderId, reason: '预算调整' })
  await expect(follow(town, 'resident1', tenderId)).rejects.toMatchObject({ reason: 'tender-over' })
  expect(await town.db.select().from(tenderFollows)).toEqual([])
})
