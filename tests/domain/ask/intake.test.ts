import { eq } from 'drizzle-orm'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import {
  duties,
  hallTopics,
  heatTopics,
  journal,
  needEvidence,
  notices,
  suggestions,
} from '#db/schema/index.ts'
import { findNeed } from '#domain/ask/need/find-need.ts'
import { adoptSuggestion } from '#domain/ask/suggestion/adopt-suggestion.ts'
import { answerSuggestion } from '#domain/ask/suggestion/answer-suggestion.ts'
import { choosePlace } from '#domain/ask/suggestion/choose-place.ts'
import { decideHeat } from '#domain/ask/suggestion/decide-heat.ts'
import { deskOfSuggestion } from '#domain/ask/suggestion/desk.ts'
import { commonWords, findHeat } from '#domain/ask/suggestion/find-heat.ts'
import { codeOf, findSuggestion, proofOf } from '#domain/ask/suggestion/find-suggestion.ts'
import {
  decideHeatForm,
  returnSuggestionForm,
  sendForm,
  submitSuggestionForm,
  wordsForm,
} from '#domain/ask/suggestion/forms.ts'
import { readHeat, readOneHeat } from '#domain/ask/suggestion/read-heat.ts'
import { readReplies } from '#domain/ask/suggestion/read-replies.ts'
import { readSent } from '#domain/ask/suggestion/read-sent.ts'
import { readSentAsk, readSuggestion } from '#domain/ask/suggestion/read-suggestion.ts'
import { referSuggestion } from '#domain/ask/suggestion/refer-suggestion.ts'
import { returnSuggestion } from '#domain/ask/suggestion/return-suggestion.ts'
import { submitSuggestion } from '#domain/ask/suggestion/submit-suggestion.ts'
import { wantedNearby } from '#domain/ask/suggestion/wanted-nearby.ts'
import { track } from '#domain/open/track.ts'
import { ask, publishedNeed } from '#tests/support/ask.ts'
import { tells } from '#tests/support/less-chance.ts'
import { type Town, world } from '#tests/support/world.ts'

const reply = '已经安排物业本周五前修好楼道灯，谢谢提醒。'
const reason = '不在网格事项清单里，请执法队处理。'
const DAY = 86_400_000
const submit = (town: Town, more = {}, who: string | null = 'resident1', sent = {}) =>
  submitSuggestion(town.as(who), ask(more), sent)

const photo = (exif = true) => {
  const made = sharp({ create: { width: 32, height: 24, channels: 3, background: '#807060' } }).jpeg()
  return (
    exif ? made.withExif({ IFD0: { Make: 'Telephone' }, IFD3: { GPSLatitude: '31/1 14/1 0/1' } }) : made
  ).toBuffer()
}
/** The first bytes of an AMR recording, as telephones make it. */
const recording = Buffer.concat([Buffer.from('#!AMR\n', 'latin1'), Buffer.alloc(400, 7)])

test('photographs are made new: no place, no camera; only whose turn it is may see them', async () => {
  const town = await world()
  const taken = await photo()
  expect((await sharp(taken).metadata()).exif).toBeDefined()
  const { refNo } = await submit(town, {}, null, { photos: [taken, await photo(false)] })
  const { bytes, mime, spoken } = await readSent(town.as('clerk'), refNo, '1')
  expect((await sharp(bytes).metadata()).exif).toBeUndefined()
  expect(bytes.includes('Telephone')).toBe(false)
  expect({ mime, spoken }).toEqual({ mime: 'image/jpeg', spoken: false })
  for (const who of ['resident1', 'resident2', 'grid', 'station', 'clerk2', 'handler', null])
    await expect(readSent(town.as(who), refNo, '1')).rejects.toMatchObject({ kind: 'forbidden' })
  for (const file of ['0', '3', 'voice', '../1', ''])
    await expect(readSent(town.as('clerk'), refNo, file)).rejects.toMatchObject({ reason: 'ask-file' })
})

test('a recording is kept as it came and known by its first bytes, not by its name', async () => {
  const town = await world()
  const { refNo } = await submit(town, { words: '路灯', spoken: true }, null, { voice: recording })
  const heard = await readSent(town.as('director'), refNo, 'voice')
  expect(heard).toMatchObject({ mime: 'audio/amr', spoken: true, name: `${refNo}-voice.amr` })
  expect(heard.bytes.equals(recording)).toBe(true)
  await expect(
    submit(town, {}, null, { voice: Buffer.from('<html>not a sound</html>') }),
  ).rejects.toMatchObject({
    reason: 'voice-not-a-recording',
  })
  await expect(submit(town, {}, null, { voice: await photo() })).rejects.toMatchObject({
    reason: 'voice-not-a-recording',
  })
  const long = Buffer.concat([recording, Buffer.alloc(4 * 1024 * 1024)])
  await expect(submit(town, {}, null, { voice: long })).rejects.toMatchObject({ reason: 'voice-too-long' })
})

test('a fourth photograph, a file that is none and a missing recording leave nothing behind', async () => {
  const town = await world()
  const one = await photo()
  await expect(submit(town, {}, null, { photos: [one, one, one, one] })).rejects.toMatchObject({
    reason: 'photos-too-many',
  })
  await expect(submit(town, {}, null, { photos: [Buffer.from('GIF89a nothing')] })).rejects.toMatchObject({
    reason: 'photo-not-a-picture',
  })
  await expect(submit(town, { words: '路灯', spoken: true }, null)).rejects.toMatchObject({
    reason: 'voice-missing',
  })
  expect(await town.db.$count(suggestions)).toBe(0)
})

test('few words will do only where the rest is spoken; the building goes with the place', async () => {
  expect(wordsForm.safeParse({ words: '路灯' }).error?.issues[0]?.message).toBe(
    'form.suggestion.words-short?count=2',
  )
  expect(wordsForm.safeParse({ words: '路灯', spoken: 'yes' }).success).toBe(true)
  expect(wordsForm.safeParse({ words: '灯', spoken: 'yes' }).success).toBe(false)
  expect(submitSuggestionForm.safeParse(ask({ words: '路灯' })).success).toBe(false)
  const town = await world()
  const { refNo } = await submit(town, { building: '3 号楼 2 单元', where: '东门旁' })
  expect(await findSuggestion(town.db, refNo)).toMatchObject({
    where: '3 号楼 2 单元 东门旁',
    raisedBy: 'resident',
  })
})

test.each([
  [{ phone: '12' }, 'form.suggestion.phone'],
  [{ photos: [1, 2, 3, 4].map((n) => new File(['x'], `${n}.jpg`)) }, 'form.suggestion.photos'],
  [{ photos: [new File([new Uint8Array(6 * 1024 * 1024 + 1)], '1.jpg')] }, 'form.suggestion.photo-size'],
  [{ voice: new File([new Uint8Array(4 * 1024 * 1024 + 1)], 'a.m4a') }, 'form.suggestion.voice-size'],
])('the last page of an ask refuses what is out of bounds (%#)', (typed, message) => {
  expect(sendForm.safeParse(typed).error?.issues.map((i) => i.message)).toContain(message)
})
test('the last page of an ask may be left empty', () => {
  const empty = new File([], '')
  expect(sendForm.parse({ photos: [empty], voice: empty })).toMatchObject({ photos: [], voice: undefined })
})

test('who asked without a telephone reads his words with the code given once, and nobody with another', async () => {
  const town = await world()
  const nobody = town.as(null)
  const { refNo } = await submit(town, {}, null)
  const code = codeOf(nobody, refNo)
  expect(code).toMatch(/^\d{6}$/)
  expect(tells(await town.db.select().from(suggestions), code)).toBe(false)
  expect(await readSentAsk(nobody, refNo, proofOf(nobody, refNo))).toMatchObject({ code })
  expect((await readSentAsk(nobody, refNo, null)).code).toBeNull()
  expect((await readSentAsk(nobody, refNo, proofOf(nobody, 'TY-2026-000009-1'))).code).toBeNull()
  const found = await track(nobody, { refNo, tail: code })
  expect(await readSuggestion(nobody, refNo, 'proof' in found ? found.proof : null)).toMatchObject({
    words: ask().words,
  })
  for (const tail of ['1234', code === '000000' ? '000001' : '000000'])
    await expect(track(nobody, { refNo, tail })).rejects.toMatchObject({ reason: 'no-such-number' })
  expect(await track(nobody, { refNo })).toEqual({ to: `/suggestions/${refNo}` })
})
test('with a telephone the code is not given, and the page asks for the last four digits', async () => {
  const town = await world()
  const nobody = town.as(null)
  const { refNo } = await submit(town, { phone: '13800001234' }, null)
  expect((await readSentAsk(nobody, refNo, proofOf(nobody, refNo))).code).toBeNull()
  await expect(track(nobody, { refNo })).rejects.toMatchObject({ reason: 'no-such-number' })
  expect(await track(nobody, { refNo, tail: '1234' })).toMatchObject({ refNo })
  const signed = await submit(town)
  expect(
    (await readSentAsk(town.as('resident1'), signed.refNo, proofOf(nobody, signed.refNo))).code,
  ).toBeNull()
})

test('anything but mediation may be asked without a name', async () => {
  const town = await world()
  await expect(submit(town, { kind: 'mediation', category: null }, null)).rejects.toMatchObject({
    reason: 'mediation-needs-a-name',
  })
  for (const kind of ['need', 'grid_event', 'errand', 'other'] as const)
    expect((await submit(town, { kind, category: null }, null)).refNo).toMatch(/^TY-/)
  expect(
    (await submit(town, { kind: 'mediation', category: null, phone: '13800001234' }, null)).refNo,
  ).toBeTruthy()
})

test('who put it in is known as resident, grid or helper, and never by name', async () => {
  const town = await world()
  const by = async (who: string | null) =>
    (
      await findSuggestion(
        town.db,
        (
          await submit(town, { kind: 'grid_event', gridId: 'G1', category: null }, who)
        ).refNo,
      )
    ).raisedBy
  expect([await by(null), await by('resident1'), await by('grid'), await by('station')]).toEqual([
    'resident',
    'resident',
    'grid',
    'helper',
  ])
})

test('the grid gives back what is outside its list, with the ground, to the office whose duty it is', async () => {
  const town = await world()
  const { refNo, dueOn } = await submit(town, { kind: 'grid_event', gridId: 'G1', category: null })
  await returnSuggestion(town.as('grid'), { refNo, duty: 'G01', reason })
  const [rule] = await town.db.select().from(duties).where(eq(duties.code, 'G01'))
  const now = await findSuggestion(town.db, refNo)
  expect(now).toMatchObject({
    handlerPartyId: 'S1',
    handlerRole: 'street_handler',
    dutyId: rule!.id,
    office: rule!.office,
    returnedAt: town.clock.now(),
    state: 'submitted',
  })
  expect(now.dueAt).toEqual(new Date(Date.parse(`${dueOn}T24:00:00+08:00`)))
  const shown = await readSuggestion(town.as(null), refNo)
  expect(shown).toMatchObject({
    duty: { code: 'G01', ground: rule!.ground },
    office: rule!.office,
    referReason: reason,
  })
  const told = await town.db.select().from(notices)
  expect(told.map((n) => n.message)).toEqual(
    expect.arrayContaining(['suggestion-referred', 'suggestion-moved-on']),
  )
  expect((await readReplies(town.as(null), null)).bodies).toEqual([
    expect.objectContaining({ id: 'S1', asked: 1, returned: 1 }),
  ])
})
test('what the list gives a body it cannot give back, nor what waits for another, nor once answered', async () => {
  const town = await world()
  const event = await submit(town, { kind: 'grid_event', gridId: 'G1', category: null })
  const give = (who: string | null, duty: string, refNo = event.refNo) =>
    returnSuggestion(town.as(who), { refNo, duty, reason })
  await expect(give('grid', 'G03')).rejects.toMatchObject({ reason: 'duty-is-yours' })
  await expect(give('grid', 'X99')).rejects.toMatchObject({ reason: 'no-such-duty' })
  for (const who of ['clerk', 'station', 'handler', 'resident1', null])
    await expect(give(who, 'G01')).rejects.toMatchObject({ kind: 'forbidden' })
  await answerSuggestion(town.as('grid'), { refNo: event.refNo, duty: 'outside', reply })
  await expect(give('grid', 'G01')).rejects.toMatchObject({ reason: 'suggestion-answered' })
  expect(returnSuggestionForm.safeParse({ duty: 'G01', reason: '短' }).success).toBe(false)
})
test('a duty of government becomes no need of a community, by adoption or by merging', async () => {
  const town = await world()
  const { refNo } = await submit(town)
  const [rule] = await town.db.select().from(duties).where(eq(duties.code, 'G02'))
  await town.transact((tx) => tx.update(suggestions).set({ dutyId: rule!.id }))
  const adopt = adoptSuggestion(town.as('clerk'), {
    refNo,
    category: 'ELDER',
    title: '楼道照明',
    duty: 'outside',
    reply,
  })
  await expect(adopt).rejects.toMatchObject({ reason: 'government-duty-not-for-community' })
})
test('a row of the list is used by the version in force, and an ask keeps the one it was handed on by', async () => {
  const town = await world()
  const first = await submit(town)
  await referSuggestion(town.as('clerk'), { refNo: first.refNo, desk: 'street', duty: 'G03', reason })
  const [old] = await town.db.select().from(duties).where(eq(duties.code, 'G03'))
  const { id: _id, ...row } = old!
  const next = { ...row, version: 2, from: '2026-03-05', office: '区城市管理局', desks: ['street' as const] }
  await town.transact((tx) => tx.insert(duties).values(next))
  const second = await submit(town, { kind: 'grid_event', gridId: 'G1', category: null })
  await expect(
    returnSuggestion(town.as('grid'), { refNo: second.refNo, duty: 'G03', reason }),
  ).rejects.toMatchObject({ reason: 'duty-is-yours' })
  town.clock.set(new Date('2026-03-05T09:00:00+08:00'))
  await returnSuggestion(town.as('grid'), { refNo: second.refNo, duty: 'G03', reason })
  expect(await findSuggestion(town.db, second.refNo)).toMatchObject({ office: '区城市管理局' })
  expect(await findSuggestion(town.db, first.refNo)).toMatchObject({ dutyId: old!.id, office: old!.office })
})

const noise = (n: number) => `${n} 号楼夜里广场舞噪声太大，老人睡不着觉，请管一管。`
const noisy = async (town: Town, n: number, who = `resident${n}`) =>
  submit(town, { kind: 'grid_event', gridId: 'G1', category: null, words: noise(n) }, who)

test('three like asks within the days put a topic before the committee, two do not', async () => {
  const town = await world()
  await noisy(town, 1)
  await noisy(town, 2)
  await submit(town, {
    kind: 'grid_event',
    gridId: 'G1',
    category: null,
    words: '东门垃圾桶满了两天没有人来收。',
  })
  expect(await findHeat(town.db, 'C1', town.clock.now())).toEqual([])
  await noisy(town, 3)
  const [hot, ...more] = await findHeat(town.db, 'C1', town.clock.now())
  expect(more).toEqual([])
  expect(hot).toMatchObject({ kind: 'grid_event', gridId: 'G1' })
  expect(hot!.refNos).toHaveLength(3)
  expect(noise(1)).toContain(hot!.label)
  const item = (await deskOfSuggestion(town.db, town.as('clerk'))).find(
    (i) => i.key === 'suggestion.heat.grid',
  )
  expect(item).toMatchObject({ kind: 'act', link: `/desk/topics/${hot!.key}`, params: { n: 3 } })
  expect((await deskOfSuggestion(town.db, town.as('clerk2'))).some((i) => i.key.includes('heat'))).toBe(false)
})
test('errands done for people make no topic, errands still waiting do', async () => {
  const town = await world()
  const bulb = { kind: 'errand', category: null, words: '厨房的灯泡坏了，够不着，想请人换一个。' } as const
  const asked: string[] = []
  for (const n of [1, 2, 3]) asked.push((await submit(town, bulb, `resident${n}`)).refNo)
  const hot = await findHeat(town.db, 'C1', town.clock.now())
  expect(hot.map(({ kind, refNos }) => [kind, refNos.toSorted()])).toEqual([['errand', asked]])
  const done = { refNo: asked[0]!, reply: '已上门换好，能亮。', duty: 'A02' }
  await answerSuggestion(town.as('station'), done)
  expect(await findHeat(town.db, 'C1', town.clock.now())).toEqual([])
})
test('an ask of ninety-one days ago makes no topic', async () => {
  const town = await world()
  await noisy(town, 1)
  town.clock.set(new Date(town.clock.now().getTime() + 91 * DAY))
  await noisy(town, 2)
  await noisy(town, 3)
  expect(await findHeat(town.db, 'C1', town.clock.now())).toEqual([])
})

const heated = async (town: Town) => {
  for (const n of [1, 2, 3]) await noisy(town, n)
  return (await findHeat(town.db, 'C1', town.clock.now()))[0]!
}
const decided = { title: '夜间噪声劝导', reason: '三个月里反复有人提，值得研究。' }
test('a topic becomes the draft of a need that cites every ask, and does not come back', async () => {
  const town = await world()
  const { key, ids } = await heated(town)
  await expect(decideHeat(town.as('clerk'), { ...decided, key, decision: 'need' })).rejects.toMatchObject({
    reason: 'heat-category-missing',
  })
  const { needId } = await decideHeat(town.as('clerk'), {
    ...decided,
    key,
    decision: 'need',
    category: 'ENVIR',
  })
  expect(await findNeed(town.db, needId!)).toMatchObject({
    state: 'draft',
    title: decided.title,
    gridIds: ['G1'],
  })
  const cited = await town.db.select().from(needEvidence).where(eq(needEvidence.needId, needId!))
  expect(cited.map((c) => [c.kind, c.refId]).sort()).toEqual(ids.map((id) => ['grid_event', id]).sort())
  expect(await findHeat(town.db, 'C1', town.clock.now())).toEqual([])
  await expect(decideHeat(town.as('clerk'), { ...decided, key, decision: 'aside' })).rejects.toMatchObject({
    reason: 'heat-gone',
  })
  const states = await town.db.select({ state: suggestions.state }).from(suggestions)
  expect(states.every(({ state }) => state === 'submitted')).toBe(true)
})
test('a topic goes to the hall with the numbers of its asks, or is set aside with the reason', async () => {
  const town = await world()
  const { key, refNos } = await heated(town)
  await decideHeat(town.as('director'), { ...decided, key, decision: 'meeting' })
  const [topic] = await town.db.select().from(hallTopics)
  expect(topic).toMatchObject({
    source: 'heat',
    communityId: 'C1',
    title: decided.title,
    reason: refNos.join(' '),
  })
  expect(await town.db.select().from(heatTopics)).toHaveLength(1)
  const [line] = await town.db.select().from(journal).where(eq(journal.action, 'suggestion.heat'))
  expect(line).toMatchObject({ subject: key, detail: { decision: 'meeting', asks: 3 } })
  expect((await readHeat(town.as('clerk'))).decided).toEqual([
    expect.objectContaining({ decision: 'meeting', asks: 3, reason: decided.reason }),
  ])
})
test('topics are for the committee of the place alone', async () => {
  const town = await world()
  const { key } = await heated(town)
  for (const who of ['resident1', 'supervisor', 'station', 'grid', 'handler', 'approver', null]) {
    await expect(readHeat(town.as(who))).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(readOneHeat(town.as(who), key)).rejects.toMatchObject({ kind: 'forbidden' })
    const aside = decideHeat(town.as(who), { ...decided, key, decision: 'aside' })
    await expect(aside).rejects.toMatchObject({ kind: 'forbidden' })
  }
  await expect(readOneHeat(town.as('clerk2'), key)).rejects.toMatchObject({ kind: 'missing' })
  expect(await readOneHeat(town.as('clerk'), key)).toMatchObject({ key, gridName: '青石一格' })
})
test('what asks have in common is words that all of them wrote', () => {
  expect(commonWords(['楼道灯坏了', '三号楼道灯不亮', '我家楼道灯闪'])).toBe('楼道灯')
  expect(commonWords(['甲', '乙'])).toBe('')
})
test.each([
  [{ ...decided, decision: 'burn' }, 'form.heat.decision'],
  [{ ...decided, decision: 'aside', reason: '短' }, 'form.ask.reason'],
  [{ ...decided, decision: 'need', category: 'MOON' }, 'form.suggestion.category'],
])('the form of a topic refuses %j', (typed, message) => {
  expect(decideHeatForm.safeParse(typed).error?.issues.map((i) => i.message)).toContain(message)
})

test('what is overdue is public for the street: number, place and whose turn, no words, no asker, no mediation', async () => {
  const town = await world()
  const late = await submit(town, { phone: '13800001234' })
  await submit(town, { kind: 'mediation', category: null, words: '楼上漏水两个月，多次商量没有结果。' })
  const done = await submit(town, { kind: 'errand', category: null }, 'resident2')
  town.clock.set(new Date(town.clock.now().getTime() + DAY))
  await answerSuggestion(town.as('station'), { refNo: done.refNo, duty: 'outside', reply })
  town.clock.set(new Date('2026-03-09T23:59:59.999+08:00'))
  expect((await readReplies(town.as(null), 'S1')).overdue).toEqual([])
  town.clock.set(new Date('2026-03-10T00:00:00+08:00'))
  const page = await readReplies(town.as(null), 'S1')
  expect(page.overdue.map((o) => [o.refNo, o.communityName, o.late])).toEqual([[late.refNo, '青石社区', 1]])
  expect(JSON.stringify(page)).not.toMatch(/resident1|三号楼|1234|漏水/)
  expect(page.bodies.find((b) => b.id === 'C1')).toMatchObject({ asked: 2, answered: 0, overdue: 2 })
  expect(page.bodies.find((b) => b.id === 'ST1')).toMatchObject({ answered: 1, inTime: 1, averageDays: 1 })
  await expect(readReplies(town.as(null), 'nowhere')).rejects.toMatchObject({ reason: 'street' })
})
test('needs are told apart by who raised them: a resident, the grid, or the committee itself', async () => {
  const town = await world()
  const need = await publishedNeed(town)
  const raised = async () => (await readReplies(town.as(null), 'S1')).raised
  expect(await raised()).toMatchObject({ posted: 1, byResidents: 0, byGrid: 0, byCommittee: 1 })
  const cite = (kind: 'grid_event' | 'suggestion') =>
    town.transact((tx) => tx.insert(needEvidence).values({ needId: need, kind, refId: 'x', count: 1 }))
  await cite('grid_event')
  expect(await raised()).toMatchObject({ byGrid: 1, byCommittee: 0 })
  await cite('suggestion')
  expect(await raised()).toMatchObject({ byResidents: 1, byGrid: 0 })
})

test('a resident sees what most neighbours want before a word is written, and what he already joined', async () => {
  const town = await world()
  const need = await publishedNeed(town)
  expect(await wantedNearby(town.as('resident1'))).toEqual([
    { id: need, title: '独居老人每周探访', also: 0, said: false },
  ])
  for (const who of ['resident6', null, 'clerk']) expect(await wantedNearby(town.as(who))).toEqual([])
})
test('a place is chosen street by street and community by community', async () => {
  const town = await world()
  const first = await choosePlace(town.db, { streetId: null, communityId: null })
  expect(first).toMatchObject({ street: { id: 'S1' }, community: null, grids: [] })
  expect(first.communities.map((c) => c.id)).toEqual(['C1', 'C2'])
  const second = await choosePlace(town.db, { streetId: null, communityId: 'C1' })
  expect(second.grids.map((g) => g.id)).toEqual(['G1', 'G2'])
  expect(await choosePlace(town.db, { streetId: 'C1', communityId: 'G1' })).toMatchObject({ community: null })
})
