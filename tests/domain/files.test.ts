import { mkdtemp, readdir, rm, stat, utimes } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { eq } from 'drizzle-orm'
import sharp from 'sharp'
import { expect, onTestFinished, test } from 'vitest'
import { diskFiles } from '#app/ports/files/disk-files.ts'
import { files } from '#db/schema/index.ts'
import { attachFile as attachPaper, readFile } from '#domain/ask/deliberation/attach-file.ts'
import { readDeskMeeting } from '#domain/ask/deliberation/read-desk.ts'
import { readSent } from '#domain/ask/suggestion/read-sent.ts'
import { submitSuggestion } from '#domain/ask/suggestion/submit-suggestion.ts'
import { attachFile, dropFile } from '#domain/buy/proposal/attachments.ts'
import { readOwn } from '#domain/buy/proposal/read-own.ts'
import { mostBytes } from '#domain/file-room.ts'
import { sweepFiles } from '#domain/sweep-files.ts'
import { ask } from '../support/ask.ts'
import { heldMeeting } from '../support/deliberation.ts'
import { publishedTender } from '../support/tender.ts'
import { type Town, world } from '../support/world.ts'

const hour = 3_600_000
const pdf = (n: number) => Buffer.from(`%PDF-1.7\n% paper-${n}\n%%EOF\n`)
const sweep = (town: Town) => sweepFiles(town.store, town.files, town.clock)
const attached = async (town: Town, tenderId: string, who = 'editor1') =>
  (await readOwn(town.as(who), tenderId)).body.attachments
const lies = async (town: Town, hash: string) => (await town.files.get(hash)) !== null

test('what its owner put away is gone a day later, and what he kept is not', async () => {
  const town = await world()
  const { id: tenderId } = await publishedTender(town)
  for (const n of [1, 2]) await attachFile(town.as('editor1'), { tenderId, name: 'p.pdf', bytes: pdf(n) })
  const [gone, kept] = await attached(town, tenderId)
  town.clock.pass(30 * hour)
  await dropFile(town.as('editor1'), { tenderId, hash: gone!.hash })
  await sweep(town)
  expect(await lies(town, gone!.sealedHash)).toBe(true)
  town.clock.pass(25 * hour)
  await sweep(town)
  expect(await lies(town, gone!.sealedHash)).toBe(false)
  expect(await lies(town, kept!.sealedHash)).toBe(true)
  expect(await town.db.select().from(files).where(eq(files.sha256, gone!.sealedHash))).toEqual([])
})

test('bytes no document ever named are swept after a day, not before', async () => {
  const town = await world()
  const { sha256 } = await town.files.put(Buffer.from('left by an act that was refused'))
  town.clock.pass(23 * hour)
  await sweep(town)
  expect(await lies(town, sha256)).toBe(true)
  town.clock.pass(2 * hour)
  await sweep(town)
  expect(await lies(town, sha256)).toBe(false)
})

test('what came with an ask and the papers of a meeting are not swept', async () => {
  const town = await world()
  const meetingId = await heldMeeting(town)
  const voice = Buffer.concat([Buffer.from('#!AMR\n', 'latin1'), Buffer.alloc(400, 7)])
  const picture = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#807060' } })
    .jpeg()
    .toBuffer()
  const { refNo } = await submitSuggestion(town.as('resident1'), ask(), { voice, photos: [picture] })
  const paper = { meetingId, name: 'p.pdf', bytes: pdf(1), open: true }
  await attachPaper(town.as('clerk'), paper)
  town.clock.pass(50 * hour)
  await sweep(town)
  expect((await readSent(town.as('clerk'), refNo, 'voice')).bytes).toEqual(voice)
  expect((await readSent(town.as('clerk'), refNo, '1')).mime).toBe('image/jpeg')
  const [kept] = (await readDeskMeeting(town.as('clerk'), meetingId)).papers
  expect((await readFile(town.as('clerk'), { meetingId, fileId: kept!.id })).bytes).toEqual(paper.bytes)
})

test('a body has so much room and no more; what it put away takes none, and another body has its own', async () => {
  const town = await world()
  const { id: tenderId } = await publishedTender(town)
  const attach = (n: number, who = 'editor1') =>
    attachFile(town.as(who), { tenderId, name: 'p.pdf', bytes: pdf(n) }).then(
      () => 'kept',
      (e) => e.reason,
    )
  const about = { sha256: 'x', mime: 'x', name: 'x', subject: 'x', createdAt: town.clock.now() }
  const full = { ...about, id: 'full', ownerId: 'ORG1', size: mostBytes - 1 }
  await town.transact((tx) => tx.insert(files).values(full))
  expect(await attach(1)).toBe('files-full')
  expect(await attach(1, 'editor2')).toBe('kept')
  const away = { droppedAt: town.clock.now() }
  await town.transact((tx) => tx.update(files).set(away).where(eq(files.id, 'full')))
  expect(await attach(1)).toBe('kept')
})

test('a folder tells what lies there longer, and drops nothing that was put again since', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'files-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const shelf = diskFiles(folder)
  const put = async (words: string, days: number) => {
    const { sha256 } = await shelf.put(Buffer.from(words))
    const then = new Date(Date.now() - days * 24 * hour)
    await utimes(path.join(folder, sha256.slice(0, 2), sha256), then, then)
    return sha256
  }
  const [old, fresh] = [await put('old', 2), await put('fresh', 0)]
  const lying = await readdir(folder, { recursive: true })
  for (const name of lying) expect((await stat(path.join(folder, name))).mode & 0o077, name).toBe(0)
  const then = new Date(Date.now() - 24 * hour)
  expect(await shelf.olderThan(then)).toEqual([old])
  await shelf.put(Buffer.from('old'))
  for (const hash of [old, fresh, '../escape', 'f'.repeat(64)]) await shelf.drop(hash, then)
  expect(await shelf.get(old)).not.toBeNull()
  expect(await shelf.get(fresh)).not.toBeNull()
  const again = await put('old', 2)
  await shelf.drop(again, then)
  expect(await shelf.get(again)).toBeNull()
})
