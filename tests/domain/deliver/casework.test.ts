import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import {
  caseFiles,
  cpdRecords,
  diaryEntries,
  files,
  journal,
  notices,
  socialWorkers,
} from '#db/schema/index.ts'
import { casePage, casesPage, newCasePage } from '#domain/deliver/casework/case-page.ts'
import {
  addCaseNote,
  closeCase,
  handOverCase,
  openCase,
  reopenCase,
} from '#domain/deliver/casework/keep-case.ts'
import {
  confirmCpd,
  nameSupervisor,
  ownPractice,
  recordCpd,
  teamPage,
} from '#domain/deliver/casework/practice.ts'
import { publicContract } from '#domain/deliver/contract/public-contract.ts'
import { contractRoom } from '#domain/deliver/contract/room.ts'
import { addServiceUser } from '#domain/deliver/diary/add-service-user.ts'
import { diaryPage, photoOf } from '#domain/deliver/diary/diary-page.ts'
import { activityForm } from '#domain/deliver/diary/forms.ts'
import { servedBy } from '#domain/deliver/diary/served.ts'
import { track } from '#domain/open/track.ts'
import { trailOf } from '#domain/open/trail.ts'
import { running } from '#tests/support/contract.ts'
import { type Town, world } from '#tests/support/world.ts'

const refused = (reason: string) => expect.objectContaining({ reason })
const goal = '鹭影：酗酒以后怎么重新上班'
const words = '雁书：昨夜又和儿子吵了一架'
const closing = '鸿踪：已回原单位上班'

/** worker1 keeps a file on somebody; worker2 supervises him. */
async function kept(town: Town) {
  const { id: contractId, planId } = await running(town)
  const { id: serviceUserId } = await addServiceUser(town.as('worker1'), {
    ...{ contractId, label: '周某', phone: undefined },
  })
  await nameSupervisor(town.as('signer1'), { workerId: 'worker1', certNo: 'T-1' })
  const { id: caseId } = await openCase(town.as('worker1'), { contractId, serviceUserId, goal })
  await addCaseNote(town.as('worker1'), { caseId, heldOn: '2026-03-02', minutes: 50, words })
  return { contractId, planId, serviceUserId, caseId }
}

test('a case file is opened by its worker and his supervisor; nobody else reads a word of it, wherever he looks', async () => {
  const town = await world()
  const { contractId, planId, serviceUserId, caseId } = await kept(town)
  for (const who of ['worker1', 'worker2'])
    expect(await casePage(town.as(who), caseId), who).toMatchObject({
      goal,
      notes: [{ words, on: '2026-03-02', minutes: 50 }],
    })
  const others = ['worker3', 'editor1', 'signer1', 'director', 'clerk', 'station', 'centre', 'centreAuditor']
  for (const who of [...others, 'handler', 'approver', 'auditor', 'admin', 'security', 'resident1', null])
    await expect(casePage(town.as(who), caseId), String(who)).rejects.toMatchObject({ kind: 'forbidden' })
  await expect(
    addCaseNote(town.as('worker2'), { caseId, heldOn: '2026-03-02', minutes: 5, words }),
  ).rejects.toEqual(refused('case-of-another-worker'))
  expect(await casesPage(town.as('worker3'))).toEqual([])
  expect(await casesPage(town.as('worker2'))).toMatchObject([{ id: caseId, own: false }])
  for (const who of ['editor1', 'director', 'centre', 'station', 'clerk']) {
    const [day] = (await diaryPage(town.as(who), contractId, 1)).entries
    expect(day, who).toMatchObject({
      kind: 'casework',
      personTimes: 1,
      sealed: true,
      title: '',
      came: [],
      by: '',
    })
  }
  const [own] = (await diaryPage(town.as('worker1'), contractId, 1)).entries
  expect(own).toMatchObject({ caseId, sealed: false, came: ['周某'] })
  expect(await servedBy(town.db, contractId)).toMatchObject({ people: 1, personTimes: 1 })
  const told = JSON.stringify([
    await publicContract(town.db, contractId),
    await trailOf(town.db, planId, []),
    await contractRoom(town.as('handler'), contractId),
    await contractRoom(town.as('editor1'), contractId),
    await town.db.select().from(journal),
    await town.db.select().from(notices),
    await town.db.select().from(diaryEntries),
    await town.db.select().from(caseFiles),
  ])
  for (const secret of ['鹭影', '雁书']) expect(told).not.toContain(secret)
  const [file] = await town.db.select().from(caseFiles)
  const led = (who: string | null) => track(town.as(who), { refNo: file!.refNo, tail: undefined })
  expect(await led('worker2')).toMatchObject({ to: `/cases/${caseId}` })
  await expect(led('editor1')).rejects.toEqual(refused('number-of-others'))
  await expect(led(null)).rejects.toEqual(refused('number-sealed'))
  const again = { contractId, serviceUserId, goal }
  await expect(openCase(town.as('worker1'), again)).rejects.toEqual(refused('case-open-already'))
  await expect(openCase(town.as('editor1'), again)).rejects.toEqual(refused('needs-another-seat'))
  await expect(newCasePage(town.as('worker2'), contractId)).rejects.toEqual(refused('not-your-body'))
  await expect(openCase(town.as('worker1'), { ...again, serviceUserId: 'nobody' })).rejects.toEqual(
    refused('attendance-unknown'),
  )
})

test('a file is closed, opened again and handed over; whoever gave it away reads it no longer', async () => {
  const town = await world()
  const { caseId, contractId, serviceUserId } = await kept(town)
  const note = (heldOn: string) => addCaseNote(town.as('worker1'), { caseId, heldOn, minutes: 30, words })
  await expect(note('2026-03-03')).rejects.toEqual(refused('diary-in-the-future'))
  await expect(note('2026-02-01')).rejects.toEqual(refused('diary-outside-term'))
  await closeCase(town.as('worker1'), { caseId, closing })
  await expect(note('2026-03-02')).rejects.toEqual(refused('case-closed'))
  await expect(closeCase(town.as('worker1'), { caseId, closing })).rejects.toEqual(
    refused('not-in-this-state'),
  )
  expect(await casePage(town.as('worker2'), caseId)).toMatchObject({ closing, may: { reopen: false } })
  await reopenCase(town.as('worker1'), { caseId })
  await expect(reopenCase(town.as('worker1'), { caseId })).rejects.toEqual(refused('not-in-this-state'))
  const to = (who: string, workerId: string) => handOverCase(town.as(who), { caseId, workerId })
  await expect(to('worker1', 'worker3')).rejects.toEqual(refused('case-heir-unknown'))
  await expect(to('signer1', 'worker3')).rejects.toEqual(refused('needs-another-seat'))
  await town.transact((tx) =>
    tx.update(socialWorkers).set({ employerId: 'ORG1' }).where(eq(socialWorkers.id, 'worker3')),
  )
  await to('worker1', 'worker3')
  await expect(casePage(town.as('worker1'), caseId)).rejects.toEqual(refused('case-not-yours'))
  await expect(casePage(town.as('worker2'), caseId)).rejects.toEqual(refused('case-not-yours'))
  expect(await casePage(town.as('worker3'), caseId)).toMatchObject({ goal })
  const [day] = (await diaryPage(town.as('worker1'), contractId, 1)).entries
  expect(day).toMatchObject({ sealed: true, caseId: null })
  await expect(openCase(town.as('worker1'), { contractId, serviceUserId, goal })).rejects.toEqual(
    refused('case-open-already'),
  )
})

test('casework written in the diary before it had files of its own stays with its worker, photographs too', async () => {
  const town = await world()
  const { id: contractId } = await running(town)
  const [old] = await town.transact((tx) =>
    tx
      .insert(diaryEntries)
      .values({
        ...{ contractId, kind: 'casework', heldOn: '2026-03-02', title: '面谈', words, personTimes: 1 },
        ...{ minutes: 60, recordedBy: 'worker1', createdAt: town.clock.now() },
      })
      .returning(),
  )
  const { sha256, size } = await town.files.put(Buffer.from('picture'))
  const [photo] = await town.transact((tx) =>
    tx
      .insert(files)
      .values({
        ...{ ownerId: 'ORG1', subject: old!.id, mime: 'image/jpeg', isPublic: false, name: '1.jpg' },
        ...{ sha256, size, createdAt: town.clock.now() },
      })
      .returning(),
  )
  expect((await diaryPage(town.as('worker1'), contractId, 1)).entries[0]).toMatchObject({ words })
  expect((await photoOf(town.as('worker1'), contractId, photo!.id)).length).toBeGreaterThan(0)
  for (const who of ['editor1', 'centre', 'director', 'station']) {
    const page = await diaryPage(town.as(who), contractId, 1)
    expect(JSON.stringify(page), who).not.toContain(words)
    expect(page.entries[0]!.photoIds).toEqual([])
    await expect(photoOf(town.as(who), contractId, photo!.id)).rejects.toEqual(refused('photo-missing'))
  }
  expect(activityForm.safeParse({ kind: 'casework' }).error!.issues[0]!.message).toBe('form.diary.kind')
})

test('hours of training count once another confirms them; caseload and supervisor stand on the profile', async () => {
  const town = await world()
  await kept(town)
  const learnt = { heldOn: '2026-02-10', title: '危机干预', hours: 16 }
  const { id: cpdId } = await recordCpd(town.as('worker1'), learnt)
  await expect(recordCpd(town.as('worker1'), { ...learnt, heldOn: '2026-03-09' })).rejects.toEqual(
    refused('diary-in-the-future'),
  )
  await expect(recordCpd(town.as('editor1'), learnt)).rejects.toEqual(refused('needs-another-seat'))
  const now = async () => (await ownPractice(town.as('worker1'))).practice
  expect(await now()).toMatchObject({
    caseload: 1,
    supervisor: 'worker2',
    cpd: { since: '2023-06-30', hours: 0, needed: 90 },
  })
  const team = await teamPage(town.as('signer1'))
  expect(team).toMatchObject({ team: [{ id: 'worker1', caseload: 1 }], waiting: [{ cpdId, hours: 16 }] })
  expect(JSON.stringify(team)).not.toContain('周某')
  await expect(confirmCpd(town.as('signer2'), { cpdId })).rejects.toEqual(refused('not-your-body'))
  await expect(confirmCpd(town.as('editor1'), { cpdId })).rejects.toEqual(refused('needs-another-seat'))
  await confirmCpd(town.as('signer1'), { cpdId })
  expect((await now()).cpd.hours).toBe(16)
  await expect(confirmCpd(town.as('signer1'), { cpdId })).rejects.toEqual(refused('cpd-confirmed'))
  expect(await town.db.select().from(cpdRecords)).toMatchObject([{ confirmedBy: 'signer1' }])
  const name = (certNo: string) => nameSupervisor(town.as('signer1'), { workerId: 'worker1', certNo })
  await expect(name('T-0')).rejects.toEqual(refused('supervisor-is-self'))
  await expect(name('T-9')).rejects.toEqual(refused('worker-missing'))
  await expect(nameSupervisor(town.as('signer2'), { workerId: 'worker1', certNo: 'T-1' })).rejects.toEqual(
    refused('not-your-body'),
  )
})
