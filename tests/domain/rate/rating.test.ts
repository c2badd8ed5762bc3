import { eq } from 'drizzle-orm'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { translator } from '#app/i18n/index.ts'
import { wordsOf } from '#app/i18n/short-message.ts'
import { files, notices, outbox, persons, ratings, rectifications, serviceUsers } from '#db/schema/index.ts'
import { addServiceUser } from '#domain/deliver/diary/add-service-user.ts'
import { deskOfRating } from '#domain/rate/rating/desk.ts'
import { findRating } from '#domain/rate/rating/find-rating.ts'
import {
  answerOfRating,
  judgeAsServed,
  judgeByToken,
  judgeOfRating,
} from '#domain/rate/rating/fix-on-page.ts'
import { hideRatingForm, judgeRectificationForm, ratingForm } from '#domain/rate/rating/forms.ts'
import { enterRating, giveRating } from '#domain/rate/rating/give-rating.ts'
import { ratingVoice, writeDownVoice } from '#domain/rate/rating/hear-rating.ts'
import { inviteRaters, slipsOf, tokenOf } from '#domain/rate/rating/invite-raters.ts'
import { hideRating, restoreRating } from '#domain/rate/rating/moderate-rating.ts'
import { ratePageByToken, ratePageOf } from '#domain/rate/rating/rate-page.ts'
import { contractRatings, oneRating } from '#domain/rate/rating/ratings-page.ts'
import { replyRating } from '#domain/rate/rating/reply-rating.ts'
import { publicRatings } from '#domain/rate/rating/summary.ts'
import { answerRectification, judgeRectification } from '#domain/rate/rating/take-rectification.ts'
import { trailOfRating } from '#domain/rate/rating/trail.ts'
import type { Message } from '#domain/who/outbox.ts'
import { around } from '#tests/support/around.ts'
import { running, served } from '#tests/support/contract.ts'
import { type Town, world } from '#tests/support/world.ts'

const refused = (reason: string) => expect.objectContaining({ reason })
const day = '2026-03-02'

async function served6() {
  const town = await world()
  const contract = await running(town)
  const users = await served(town, contract.id)
  return { town, contractId: contract.id, planId: contract.planId, users }
}
/** The first bytes of a recording as telephones make it. */
const amr = Buffer.concat([Buffer.from('#!AMR\n', 'latin1'), Buffer.alloc(400, 7)])
const link = (town: Town, contractId: string, user: string) => tokenOf(town.vault, contractId, user)
const invited = async () => {
  const all = await served6()
  await inviteRaters(all.town.as('clerk'), { contractId: all.contractId })
  return all
}
async function bad() {
  const all = await invited()
  const token = link(all.town, all.contractId, all.users[0]!)
  const { id } = await giveRating(all.town.as(null), { token, level: 2, words: '来晚了半小时' })
  const [fix] = await all.town.db.select().from(rectifications).where(eq(rectifications.ratingId, id))
  return { ...all, token, ratingId: id, fix: fix! }
}

test('everyone served is invited once, and by nobody of the organisation', async () => {
  const { town, contractId } = await served6()
  await expect(inviteRaters(town.as('editor1'), { contractId })).rejects.toEqual(
    refused('needs-another-seat'),
  )
  await expect(inviteRaters(town.as('clerk2'), { contractId })).rejects.toEqual(refused('not-your-body'))
  expect(await inviteRaters(town.as('clerk'), { contractId })).toMatchObject({ invited: 6 })
  expect(await inviteRaters(town.as('station'), { contractId })).toMatchObject({ invited: 0 })
  expect((await slipsOf(town.as('clerk'), contractId)).slips).toHaveLength(6)
})

test('a rating may be told in a recording: the community hears it and writes it down, the body that was rated never does', async () => {
  const { town, contractId, users } = await invited()
  const say = (n: number, voice: Buffer) =>
    giveRating(town.as(null), { token: link(town, contractId, users[n]!), level: 5, voice })
  await expect(say(0, Buffer.from('<html>no recording</html>'))).rejects.toEqual(
    refused('voice-not-a-recording'),
  )
  const { id: ratingId } = await say(0, amr)
  const hear = (who: string) => ratingVoice(town.as(who), ratingId)
  expect(await hear('clerk')).toMatchObject({ bytes: amr, mime: 'audio/amr', name: 'rating.amr' })
  for (const who of ['editor1', 'signer1', 'worker1', 'handler'])
    await expect(hear(who)).rejects.toEqual(refused('needs-another-seat'))
  await expect(hear('clerk2')).rejects.toEqual(refused('not-your-body'))
  const write = (who: string, id = ratingId) =>
    writeDownVoice(town.as(who), { ratingId: id, words: '阿姨每次都准时，做得仔细' })
  await expect(write('centre')).rejects.toEqual(refused('needs-another-seat'))
  expect((await oneRating(town.as('signer1'), ratingId)).may).toMatchObject({ hear: false, writeDown: false })
  for (let n = 1; n < 5; n++)
    await giveRating(town.as(null), { token: link(town, contractId, users[n]!), level: 4 })
  const told = async () => (await publicRatings(town.db, [contractId], day)).said.map(({ heard }) => heard)
  expect(await told()).toEqual([])
  await write('station')
  expect(await told()).toEqual(['阿姨每次都准时，做得仔细'])
  expect((await ratePageOf(town.as('clerk'), contractId).catch((e) => e)).reason).toBe('not-served')
  expect((await ratePageByToken(town.as(null), link(town, contractId, users[0]!))).said).toMatchObject({
    ...{ spoken: true, heard: '阿姨每次都准时，做得仔细' },
  })
  const silent = await town.db.select().from(ratings).where(eq(ratings.serviceUserId, users[1]!))
  await expect(write('clerk', silent[0]!.id)).rejects.toEqual(refused('rating-voice-missing'))
  const hidden = { ratingId, ground: 'personal_data' as const, reason: '录音里说了邻居的名字和门牌' }
  await hideRating(town.as('centre'), hidden)
  await expect(hear('clerk')).rejects.toEqual(refused('rating-voice-missing'))
  await expect(write('clerk')).rejects.toEqual(refused('rating-voice-hidden'))
  expect(await told()).toEqual([null])
})

test('a person on the list who never came may rate only once work is accepted', async () => {
  const { town, contractId } = await served6()
  const { id } = await addServiceUser(town.as('worker1'), { contractId, label: '李伯伯', phone: undefined })
  const entered = enterRating(town.as('clerk'), { contractId, serviceUserId: id, channel: 'paper', level: 5 })
  await expect(entered).rejects.toEqual(refused('not-served'))
})

test('the link lets its holder rate once; the second time is refused', async () => {
  const { town, contractId, users } = await invited()
  const token = link(town, contractId, users[0]!)
  const { id } = await giveRating(town.as(null), { token, level: 5, words: '很准时' })
  expect(await findRating(town.db, id)).toMatchObject({
    state: 'given',
    level: 5,
    channel: 'phone',
    enteredBy: null,
  })
  await expect(giveRating(town.as(null), { token, level: 1 })).rejects.toEqual(refused('already-rated'))
  await expect(giveRating(town.as(null), { token: 'x'.repeat(24), level: 1 })).rejects.toEqual(
    refused('rating-link-unknown'),
  )
  expect(JSON.stringify(await town.db.select().from(ratings))).not.toContain(token)
})

test('who was not served is refused, and so is anybody of the organisation', async () => {
  const { town, contractId, users } = await served6()
  await expect(giveRating(town.as('resident1'), { contractId, level: 5 })).rejects.toEqual(
    refused('not-served'),
  )
  await expect(giveRating(town.as(null), { contractId, level: 5 })).rejects.toEqual(refused('not-served'))
  await inviteRaters(town.as('clerk'), { contractId })
  const token = link(town, contractId, users[0]!)
  await expect(giveRating(town.as('signer1'), { token, level: 5 })).rejects.toEqual(
    refused('sod-supplier-rates'),
  )
})

test('a signed-in person is known by the telephone both gave', async () => {
  const { town, contractId, users } = await served6()
  await town.transact(async (tx) => {
    await tx.update(persons).set({ phoneHash: 'h-1' }).where(eq(persons.id, 'resident1'))
    await tx.update(serviceUsers).set({ phoneHash: 'h-1' }).where(eq(serviceUsers.id, users[0]!))
  })
  const keys = async () => (await deskOfRating(town.db, town.as('resident1'))).map((i) => i.key)
  expect(await keys()).toEqual(['rating.give'])
  await giveRating(town.as('resident1'), { contractId, level: 4 })
  expect(await keys()).toEqual([])
  await expect(giveRating(town.as('resident1'), { contractId, level: 4 })).rejects.toEqual(
    refused('already-rated'),
  )
})

test('a clerk writes down what came on paper or by telephone, and is named', async () => {
  const { town, contractId, users } = await served6()
  const entry = { contractId, serviceUserId: users[1]!, channel: 'call' as const, level: 4, words: '还可以' }
  const { id } = await enterRating(town.as('clerk'), entry)
  expect(await findRating(town.db, id)).toMatchObject({ channel: 'call', enteredBy: 'clerk' })
  await expect(enterRating(town.as('station'), entry)).rejects.toEqual(refused('already-rated'))
  await expect(enterRating(town.as('worker1'), entry)).rejects.toEqual(refused('needs-another-seat'))
})

test('a picture is made new and what is no picture is refused', async () => {
  const { town, contractId, users } = await invited()
  const [one, two] = users.map((u) => link(town, contractId, u))
  const photo = await sharp({ create: { width: 40, height: 30, channels: 3, background: 'red' } })
    .withExif({ IFD0: { Copyright: 'where I live' } })
    .jpeg()
    .toBuffer()
  await giveRating(town.as(null), { token: one!, level: 5, photo })
  const [kept] = await town.db.select().from(files)
  const bytes = await town.files.get(kept!.sha256)
  expect(kept).toMatchObject({ mime: 'image/jpeg', isPublic: false })
  expect(bytes!.includes('where I live')).toBe(false)
  const fake = giveRating(town.as(null), { token: two!, level: 5, photo: Buffer.from('<svg onload=1>') })
  await expect(fake).rejects.toEqual(refused('photo-unreadable'))
})

test('two points open a rectification of ten working days that the organisation answers and the rater closes', async () => {
  const { town, fix, ratingId, token } = await bad()
  expect(fix).toMatchObject({ state: 'opened', dueAt: new Date('2026-03-17T00:00:00+08:00') })
  expect((await town.db.select().from(notices)).map((n) => `${n.role} ${n.message}`)).toEqual(
    expect.arrayContaining(['org_signer rectification-opened', 'street_handler rectification-opened']),
  )
  const rectificationId = fix.id
  const answer = '已换探访员，提前一天电话约好时间'
  const asOther = answerRectification(town.as('editor2'), { rectificationId, answer })
  await expect(asOther).rejects.toEqual(refused('not-your-body'))
  await answerRectification(town.as('editor1'), { rectificationId, answer })
  const other = judgeRectification(town.as('resident1'), { rectificationId, judged: 'accept' })
  await expect(other).rejects.toEqual(refused('not-the-rater'))
  await judgeRectification(town.as(null), { rectificationId, judged: 'accept', token })
  expect((await findRating(town.db, ratingId)).rectification).toMatchObject({ state: 'accepted_by_rater' })
})

test('the organisation is in time to the last second of the tenth working day', async () => {
  const { town, fix } = await bad()
  const matter = { who: 'editor1', key: 'rectification.answer', due: fix.dueAt }
  expect(await around(town, matter)).toEqual(['in time', 'late', 'late'])
})

test('a rater who is not content reopens it, with a new deadline', async () => {
  const { town, token, ratingId } = await bad()
  await answerOfRating(town.as('signer1'), { ratingId, answer: '我们会注意的' })
  town.clock.set(new Date('2026-03-10T09:00:00+08:00'))
  await judgeByToken(town.as(null), { judged: 'reopen', words: '还是没有来', token })
  const now = (await findRating(town.db, ratingId)).rectification!
  expect(now).toMatchObject({
    state: 'reopened',
    dueAt: new Date('2026-03-25T00:00:00+08:00'),
    raterWords: '还是没有来',
  })
  expect((await deskOfRating(town.db, town.as('editor1'))).map((i) => i.key)).toContain(
    'rectification.answer',
  )
})

test('a clerk may bring the word of a rater who has no telephone', async () => {
  const { town, fix, ratingId } = await bad()
  await answerRectification(town.as('signer1'), { rectificationId: fix.id, answer: '已上门道歉并补足时长' })
  const judge = { rectificationId: fix.id, judged: 'accept' as const }
  await expect(judgeRectification(town.as('clerk2'), judge)).rejects.toEqual(refused('not-the-rater'))
  await expect(judgeRectification(town.as('signer1'), judge)).rejects.toEqual(refused('sod-supplier-rates'))
  await judgeOfRating(town.as('clerk'), { ratingId, judged: 'accept' })
})

test('another rater’s link does not judge this rating', async () => {
  const { town, fix, contractId, users } = await bad()
  await answerRectification(town.as('signer1'), { rectificationId: fix.id, answer: '已上门道歉并补足时长' })
  const token = link(town, contractId, users[1]!)
  const judge = judgeRectification(town.as(null), { rectificationId: fix.id, judged: 'accept', token })
  await expect(judge).rejects.toEqual(refused('not-the-rater'))
  const saidNothing = judgeByToken(town.as(null), { judged: 'accept', token })
  await expect(saidNothing).rejects.toEqual(refused('rectification-missing'))
  const unserved = judgeAsServed(town.as('resident1'), { contractId, judged: 'accept' })
  await expect(unserved).rejects.toEqual(refused('not-served'))
})

test('under five ratings neither mean nor words are public; from five on both are, and nobody is named', async () => {
  const { town, contractId, users, planId } = await invited()
  const give = (i: number, level: number) =>
    giveRating(town.as(null), { token: link(town, contractId, users[i]!), level, words: `第${i}位的话` })
  for (const i of [0, 1, 2, 3]) await give(i, 5)
  expect(await publicRatings(town.db, [contractId], day)).toMatchObject({
    summary: { count: 4, mean: null },
    said: [],
  })
  expect((await trailOfRating(town.db, planId)).map((e) => e.key)).toEqual(['rating.few'])
  await give(4, 4)
  const shown = await publicRatings(town.db, [contractId], day)
  expect(shown.summary).toEqual({
    count: 5,
    mean: 4.8,
    weighed: { score: 4.2, low: 3.5, high: 4.9 },
    spread: [0, 0, 0, 1, 4],
  })
  expect(shown.said).toHaveLength(5)
  expect(JSON.stringify(shown)).not.toContain('张阿姨')
  expect((await trailOfRating(town.db, planId))[0]).toMatchObject({
    key: 'rating.mean',
    params: { n: 5, mean: 4.2 },
  })
})

test('what is hidden loses its words, keeps its reason, and still counts', async () => {
  const { town, contractId, users } = await invited()
  for (const [i, user] of users.entries())
    await giveRating(town.as(null), {
      token: link(town, contractId, user),
      level: i === 0 ? 1 : 5,
      words: '电话 138',
    })
  const [worst] = await town.db.select().from(ratings).where(eq(ratings.level, 1))
  const hide = { ratingId: worst!.id, ground: 'personal_data' as const, reason: '写了他人的电话号码' }
  await expect(hideRating(town.as('editor1'), hide)).rejects.toEqual(refused('needs-another-seat'))
  await hideRating(town.as('centre'), hide)
  const { summary, said } = await publicRatings(town.db, [contractId], day)
  expect(summary).toMatchObject({ count: 6, mean: 4.3 })
  expect(said.find((s) => s.id === worst!.id)).toMatchObject({
    words: null,
    hiddenReason: '写了他人的电话号码',
  })
})

test('the organisation answers once', async () => {
  const { town, contractId, users } = await invited()
  const { id } = await giveRating(town.as(null), {
    token: link(town, contractId, users[0]!),
    level: 4,
    words: '好',
  })
  await replyRating(town.as('editor1'), { ratingId: id, reply: '谢谢您的鼓励' })
  const again = replyRating(town.as('editor1'), { ratingId: id, reply: '再谢一次您' })
  await expect(again).rejects.toEqual(refused('already-replied'))
})

test('the message that asks carries its own address, which names nobody, serves for so many days and is sent anew after', async () => {
  const { town, contractId, users } = await served6()
  const phone = { messages: true, phoneSealed: town.vault.seal('phone', '13800000001'), phoneHash: 'h1' }
  await town.transact((tx) => tx.update(persons).set(phone).where(eq(persons.id, 'resident1')))
  const [one, other] = users as [string, string]
  await town.transact((tx) =>
    tx.update(serviceUsers).set({ personId: 'resident1' }).where(eq(serviceUsers.id, one)),
  )
  const words = async () =>
    (await town.db.select().from(outbox)).map(
      ({ sealedBody }) => JSON.parse(town.vault.open('outbox', sealedBody)) as Message,
    )
  await inviteRaters(town.as('clerk'), { contractId })
  const path = `/rate/${link(town, contractId, one)}`
  expect(await words()).toEqual([{ to: '13800000001', message: 'sms.rating', params: { path, days: '60' } }])
  const t = translator('zh-CN')
  const [word] = await words()
  expect(wordsOf(t, word!, 'https://a.example')).toContain(`60 天内有效：https://a.example${path}`)
  expect(wordsOf(t, word!, undefined)).toBe(t('sms.notice'))
  expect(JSON.stringify(await town.db.select().from(notices))).not.toContain(path)
  const say = (user: string, level = 5) =>
    giveRating(town.as(null), { token: link(town, contractId, user), level })
  await say(other, 2)
  town.clock.pass(61 * 86_400_000)
  await expect(say(one)).rejects.toEqual(refused('rating-link-expired'))
  const page = (user: string) => ratePageByToken(town.as(null), link(town, contractId, user))
  await expect(page(one)).rejects.toEqual(refused('rating-link-expired'))
  expect(await page(other), 'still being put right').toMatchObject({ said: { level: 2 } })
  expect(await contractRatings(town.as('clerk'), contractId)).toMatchObject({ uninvited: 5, waiting: 5 })
  expect((await slipsOf(town.as('clerk'), contractId)).slips).toEqual([])
  expect(await inviteRaters(town.as('clerk'), { contractId })).toMatchObject({ invited: 5 })
  expect((await slipsOf(town.as('clerk'), contractId)).slips).toHaveLength(5)
  expect(await words()).toHaveLength(2)
  await say(one)
  town.clock.pass(61 * 86_400_000)
  await expect(page(one), 'what was said is closed').rejects.toEqual(refused('rating-link-expired'))
})

test('a level is one of five, and a reopening says why', () => {
  for (const level of ['0', '6', '2.5', '', 'x']) expect(ratingForm.safeParse({ level }).success).toBe(false)
  expect(ratingForm.safeParse({ level: '5', more: 'x' }).success).toBe(false)
  expect(judgeRectificationForm.safeParse({ judged: 'reopen' }).success).toBe(false)
  expect(judgeRectificationForm.safeParse({ judged: 'accept' }).success).toBe(true)
})

test('what the centre hid, the supervision committee may put back, and the one reply stays the one', async () => {
  const { town, contractId, users } = await invited()
  const token = link(town, contractId, users[0]!)
  const { id: ratingId } = await giveRating(town.as(null), { token, level: 4, words: '张师傅人不错' })
  await replyRating(town.as('editor1'), { ratingId, reply: '谢谢您的鼓励' })
  const hide = { ratingId, ground: 'other_matter' as const, reason: '说的不是这项服务' }
  await hideRating(town.as('centre'), hide)
  const back = { ratingId, reason: '说的就是这项服务的师傅' }
  for (const [who, why] of [
    ['centre', 'needs-another-seat'],
    ['clerk', 'needs-another-seat'],
  ] as const)
    await expect(restoreRating(town.as(who), back)).rejects.toEqual(refused(why))
  await restoreRating(town.as('supervisor'), back)
  expect(await findRating(town.db, ratingId)).toMatchObject({ state: 'given', hiddenReason: null })
  await expect(restoreRating(town.as('supervisor'), back)).rejects.toEqual(refused('not-in-this-state'))
  const again = replyRating(town.as('editor1'), { ratingId, reply: '再谢一次您' })
  await expect(again).rejects.toEqual(refused('already-replied'))
  expect(hideRatingForm.safeParse({ ground: 'dislike', reason: '不喜欢这句话' }).success).toBe(false)
})
