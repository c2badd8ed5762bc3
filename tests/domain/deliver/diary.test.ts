import { eq } from 'drizzle-orm'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { cleanPhoto } from '#app/ports/photos.ts'
import { contracts, diaryEntries, files, persons, serviceUsers } from '#db/schema/index.ts'
import { addDays } from '#domain/dates.ts'
import { findContract } from '#domain/deliver/contract/find-contract.ts'
import { publicContract } from '#domain/deliver/contract/public-contract.ts'
import { contractRoom } from '#domain/deliver/contract/room.ts'
import { waitsOf } from '#domain/deliver/contract/waits-of.ts'
import { addServiceUser } from '#domain/deliver/diary/add-service-user.ts'
import { deskOfDiary } from '#domain/deliver/diary/desk.ts'
import { diaryPage, peoplePage, photoOf } from '#domain/deliver/diary/diary-page.ts'
import { diaryOf } from '#domain/deliver/diary/find-diary.ts'
import { activityForm } from '#domain/deliver/diary/forms.ts'
import { recordActivity } from '#domain/deliver/diary/record-activity.ts'
import { servedBy } from '#domain/deliver/diary/served.ts'
import { trailOfDiary } from '#domain/deliver/diary/trail.ts'
import { trailOf } from '#domain/open/trail.ts'
import { running } from '#tests/support/contract.ts'
import { passGate } from '#tests/support/payment.ts'
import { world } from '#tests/support/world.ts'

const refused = (reason: string) => expect.objectContaining({ reason })
const day = {
  kind: 'activity' as const,
  heldOn: '2026-03-02',
  title: '邻里茶话',
  words: '大家都来了',
  minutes: 60,
  came: [] as string[],
}

/** A photograph as a telephone makes it: where it was taken, by which camera, on its side. */
const phonePhoto = () =>
  sharp({ create: { width: 80, height: 40, channels: 3, background: '#a33' } })
    .withMetadata({
      orientation: 6,
      exif: { IFD0: { Make: 'TELEPHONE' }, IFD3: { GPSLatitude: '31/1 12/1 0/1', GPSLatitudeRef: 'N' } },
    })
    .jpeg()
    .toBuffer()

test('a photograph keeps nothing but the picture: no place, no camera, upright', async () => {
  const taken = await phonePhoto()
  expect((await sharp(taken).metadata()).exif?.toString('latin1')).toContain('TELEPHONE')
  const clean = await cleanPhoto(taken)
  const after = await sharp(clean!).metadata()
  expect(after).toMatchObject({ format: 'jpeg', width: 40, height: 80 })
  expect(after.exif ?? after.xmp ?? after.iptc).toBeUndefined()
  expect(clean!.toString('latin1')).not.toContain('TELEPHONE')
})

test('what is no picture is refused, whatever it is called', async () => {
  for (const bytes of [
    Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
    Buffer.from('%PDF-1.7 '),
    Buffer.from('<?php'),
    Buffer.alloc(0),
  ])
    expect(await cleanPhoto(bytes)).toBeNull()
  const broken = Buffer.concat([(await phonePhoto()).subarray(0, 40), Buffer.from('not a picture')])
  expect(await cleanPhoto(broken)).toBeNull()
})

test('photographs of an activity are stored made new, and never public', async () => {
  const town = await world()
  const { id } = await running(town)
  const done = await recordActivity(town.as('worker1'), {
    ...day,
    contractId: id,
    photos: [await phonePhoto()],
  })
  const [kept] = await town.db.select().from(files).where(eq(files.subject, done.id))
  expect(kept).toMatchObject({ mime: 'image/jpeg', isPublic: false, ownerId: 'ORG1' })
  expect((await town.files.get(kept!.sha256))!.toString('latin1')).not.toContain('TELEPHONE')
  expect((await diaryOf(town.db, id, { readerId: null }))[0]).toMatchObject({
    by: 'worker1',
    photoIds: [kept!.id],
  })
})

test('a bad picture or a fourth one leaves no entry behind', async () => {
  const town = await world()
  const { id } = await running(town)
  const good = await phonePhoto()
  const write = (photos: Buffer[]) => recordActivity(town.as('editor1'), { ...day, contractId: id, photos })
  await expect(write([Buffer.from('GIF?')])).rejects.toEqual(refused('photo-not-a-picture'))
  await expect(write([good, good, good, good])).rejects.toEqual(refused('photos-too-many'))
  expect(await town.db.select().from(diaryEntries)).toEqual([])
})

test('unique people stand beside person-times, and neither is the other', async () => {
  const town = await world()
  const { id, planId } = await running(town)
  const add = (label: string) =>
    addServiceUser(town.as('worker1'), { contractId: id, label, phone: undefined })
  const [a, b] = [(await add('张阿姨')).id, (await add('李伯伯')).id]
  await recordActivity(town.as('worker1'), { ...day, contractId: id, came: [a, b] })
  await recordActivity(town.as('worker1'), { ...day, contractId: id, came: [a] })
  const same = recordActivity(town.as('worker1'), { ...day, contractId: id, came: [b, a], personTimes: 2 })
  await expect(same).rejects.toEqual(refused('diary-twice'))
  await recordActivity(town.as('editor1'), { ...day, contractId: id, personTimes: 30 })
  expect(await servedBy(town.db, id)).toEqual({
    entries: 3,
    personTimes: 33,
    people: 2,
    minutes: 180,
    users: 2,
    lastOn: '2026-03-02',
  })
  const [told] = await trailOfDiary(town.db, planId)
  expect(JSON.stringify(told)).not.toMatch(/张阿姨|李伯伯/)
})

test('a form sent twice records one activity', async () => {
  const town = await world()
  const { id } = await running(town)
  const once = await recordActivity(town.as('worker1', 'form-key-of-one-page'), { ...day, contractId: id })
  const again = await recordActivity(town.as('worker1', 'form-key-of-one-page'), { ...day, contractId: id })
  expect(again).toEqual(once)
  expect(await town.db.select().from(diaryEntries)).toHaveLength(1)
})

test('the diary refuses the future, days outside the term, strangers’ ticks and too small a count', async () => {
  const town = await world()
  const { id } = await running(town)
  const other = await running(town, { supplierId: 'ORG2', signer: 'signer2', worker: 'worker2' })
  const { id: theirs } = await addServiceUser(town.as('worker2'), {
    contractId: other.id,
    label: '王叔',
    phone: undefined,
  })
  const { id: ours } = await addServiceUser(town.as('worker1'), {
    contractId: id,
    label: '张阿姨',
    phone: undefined,
  })
  const { id: ours2 } = await addServiceUser(town.as('worker1'), {
    contractId: id,
    label: '陈阿姨',
    phone: undefined,
  })
  const write = (more: object) => recordActivity(town.as('worker1'), { ...day, contractId: id, ...more })
  await expect(write({ heldOn: '2026-03-03' })).rejects.toEqual(refused('diary-in-the-future'))
  await expect(write({ heldOn: '2026-02-28' })).rejects.toEqual(refused('diary-outside-term'))
  await expect(write({ came: [theirs] })).rejects.toEqual(refused('attendance-unknown'))
  await expect(write({ came: [ours, ours2], personTimes: 1 })).rejects.toEqual(
    refused('person-times-under-ticks'),
  )
  await expect(recordActivity(town.as('worker2'), { ...day, contractId: id })).rejects.toEqual(
    refused('not-your-body'),
  )
  await expect(recordActivity(town.as('centre'), { ...day, contractId: id })).rejects.toEqual(
    refused('needs-another-seat'),
  )
  await town.transact((tx) => tx.update(contracts).set({ state: 'signed' }).where(eq(contracts.id, id)))
  await expect(write({})).rejects.toEqual(refused('contract-not-running'))
})

test('a service user is a label; the telephone is kept only as a keyed hash and links a known person', async () => {
  const town = await world()
  const { id } = await running(town)
  await town.transact((tx) =>
    tx
      .update(persons)
      .set({ phoneHash: town.vault.keyed('phone', '13800000001') })
      .where(eq(persons.id, 'resident1')),
  )
  await addServiceUser(town.as('editor1'), { contractId: id, label: '张阿姨', phone: '13800000001' })
  const rows = await town.db.select().from(serviceUsers)
  expect(rows).toMatchObject([{ personId: 'resident1', label: '张阿姨' }])
  expect(JSON.stringify(rows)).not.toContain('13800000001')
  const twice = addServiceUser(town.as('editor1'), { contractId: id, label: '又一位', phone: '13800000001' })
  await expect(twice).rejects.toEqual(refused('service-user-twice'))
})

test('fourteen silent days put the diary on the desk with its true days; a part waits since the one before was accepted', async () => {
  const town = await world()
  const { id, milestones } = await running(town, { from: '2026-03-02' })
  town.clock.set(new Date('2026-03-15T23:59:59+08:00'))
  expect(await deskOfDiary(town.db, town.as('worker1'))).toEqual([])
  town.clock.set(new Date('2026-03-16T00:00:00+08:00'))
  expect(await deskOfDiary(town.db, town.as('worker1'))).toMatchObject([
    { key: 'diary.record', params: { n: 14 } },
  ])
  town.clock.set(new Date('2026-04-20T09:00:00+08:00'))
  expect(await deskOfDiary(town.db, town.as('worker1'))).toMatchObject([{ params: { n: 49 } }])
  for (const part of milestones.slice(0, 2)) await passGate(town, part.id)
  const waits = async (today: string) => waitsOf(town.db, await findContract(town.db, id), today)
  const { dueOn, title } = milestones[2]!
  const claim = { key: 'claim', role: 'org_editor', title, since: town.clock.now() }
  expect(await waits(dueOn)).toMatchObject([{ ...claim, by: dueOn }])
  expect(await waits(addDays(dueOn, 1))).toMatchObject([{ ...claim, by: null }])
})

test('the form wants a day, words and whole numbers', () => {
  const wrong = activityForm.safeParse({
    kind: 'party',
    heldOn: 'today',
    title: ' ',
    words: '',
    minutes: '1.5',
    came: [],
    photos: [],
  })
  expect(wrong.error?.issues.map((i) => i.message).sort()).toEqual(
    [
      'form.diary.held-on',
      'form.diary.kind',
      'form.diary.minutes',
      'form.diary.title',
      'form.diary.words',
    ].sort(),
  )
})

test('whom a project serves is seen by its own people only, and a photograph only through its own contract', async () => {
  const town = await world()
  const { id, planId } = await running(town)
  const other = await running(town, { supplierId: 'ORG2', signer: 'signer2', worker: 'worker2' })
  const { id: user } = await addServiceUser(town.as('worker1'), {
    contractId: id,
    label: '张阿姨',
    phone: undefined,
  })
  const photos = [await phonePhoto()]
  const { id: entry } = await recordActivity(town.as('worker1'), {
    ...day,
    contractId: id,
    came: [user],
    photos,
  })
  const [photo] = await town.db.select().from(files).where(eq(files.subject, entry))
  expect((await photoOf(town.as('centre'), id, photo!.id)).length).toBeGreaterThan(0)
  await expect(photoOf(town.as('worker2'), other.id, photo!.id)).rejects.toEqual(refused('photo-missing'))
  for (const stranger of ['worker2', 'director2', 'resident1', 'handler', null]) {
    await expect(diaryPage(town.as(stranger), id, 1)).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(peoplePage(town.as(stranger), id)).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(photoOf(town.as(stranger), id, photo!.id)).rejects.toMatchObject({ kind: 'forbidden' })
  }
  const told = [
    await publicContract(town.db, id),
    await trailOf(town.db, planId, []),
    await contractRoom(town.as('handler'), id),
  ]
  expect(JSON.stringify(told)).not.toContain('张阿姨')
})
