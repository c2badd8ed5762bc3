import { eq } from 'drizzle-orm'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { sha256 } from '#app/ports/vault.ts'
import { amendments, journal, proposals, tenderDocuments } from '#db/schema/index.ts'
import { addDocument, dropDocument, mostDocuments } from '#domain/buy/tender/add-document.ts'
import { draftDocumentChange } from '#domain/buy/tender/change-document.ts'
import { discardAmendment } from '#domain/buy/tender/discard-amendment.ts'
import { documentHash } from '#domain/buy/tender/document-hash.ts'
import { findTender } from '#domain/buy/tender/find-tender.ts'
import { documentChangeForm, documentForm, dropDocumentForm } from '#domain/buy/tender/forms.ts'
import { publishAmendment } from '#domain/buy/tender/publish-amendment.ts'
import { publishTender } from '#domain/buy/tender/publish-tender.ts'
import { readDocument } from '#domain/buy/tender/read-document.ts'
import { submitTender } from '#domain/buy/tender/submit-tender.ts'
import { tenderDesk } from '#domain/buy/tender/tender-desk.ts'
import { tenderPage } from '#domain/buy/tender/tender-page.ts'
import { sentProposal } from '#tests/support/proposal.ts'
import { draftedTender, passReview } from '#tests/support/tender.ts'
import { type Town, world } from '#tests/support/world.ts'

const pdf = (words: string) => Buffer.from(`%PDF-1.7\n${words}\n%%EOF`)
const add = (town: Town, tenderId: string, words = '服务清单', key = 'handler') =>
  addDocument(town.as(key), { tenderId, name: '服务清单.pdf', bytes: pdf(words) })
const nobody = (town: Town) => ({
  ...town.as('handler'),
  actor: { personId: null, seat: null, seats: [], communityId: null },
})

/** A tender on the market with one file. */
async function published(town: Town) {
  const { id } = await draftedTender(town)
  await add(town, id)
  await submitTender(town.as('handler'), { tenderId: id })
  await passReview(town.as('approver'), id)
  await publishTender(town.as('approver'), { tenderId: id })
  return findTender(town.db, id)
}
const change = (town: Town, tenderId: string, replacesId?: string, words = '更正后的清单') =>
  draftDocumentChange(town.as('handler'), {
    tenderId,
    replacesId,
    reason: '清单漏了一项',
    name: '清单（更正）.pdf',
    bytes: pdf(words),
  })

test('a file of a draft is part of its fingerprint, listed with size and hash, and journalled', async () => {
  const town = await world()
  const bare = await draftedTender(town)
  await add(town, bare.id)
  const now = await findTender(town.db, bare.id)
  const bytes = pdf('服务清单')
  expect(now.documents).toMatchObject([{ name: '服务清单.pdf', size: bytes.length, hash: sha256(bytes) }])
  expect(documentHash(now)).not.toBe(documentHash(bare))
  const [line] = await town.db.select().from(journal).where(eq(journal.action, 'tender.attach'))
  expect(line?.detail).toEqual({ hash: sha256(bytes), size: bytes.length })
  await dropDocument(town.as('handler'), { tenderId: bare.id, documentId: now.documents[0]!.id })
  expect(documentHash(await findTender(town.db, bare.id))).toBe(documentHash(bare))
})

test('a picture that everybody will read tells nothing of where and with what it was taken', async () => {
  const town = await world()
  const { id: tenderId } = await draftedTender(town)
  const place = {
    IFD0: { Make: 'Phone of somebody' },
    IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '22/1 49/1 0/1' },
  }
  const blank = sharp({ create: { width: 2000, height: 40, channels: 3, background: '#888888' } })
  const taken = await blank.clone().withExif(place).jpeg().toBuffer()
  expect(taken.includes('Phone of somebody')).toBe(true)
  await addDocument(town.as('handler'), { tenderId, name: '现场.jpg', bytes: taken })
  await addDocument(town.as('handler'), {
    tenderId,
    name: '平面图.png',
    bytes: await blank.clone().withExif(place).png().toBuffer(),
  })
  const { documents } = await findTender(town.db, tenderId)
  expect(documents).toHaveLength(2)
  for (const { id, hash, size } of documents) {
    const { bytes } = await readDocument(town.as('handler'), tenderId, id)
    expect([sha256(bytes), bytes.length]).toEqual([hash, size])
    expect((await sharp(bytes).metadata()).width).toBe(2000)
    for (const trace of ['Exif', 'eXIf', 'Phone of somebody'])
      expect(bytes.includes(trace), trace).toBe(false)
  }
  const broken = { tenderId, name: '坏.jpg', bytes: taken.subarray(0, 40) }
  await expect(addDocument(town.as('handler'), broken)).rejects.toMatchObject({ reason: 'file-kind' })
})

test('nobody outside reads or learns of a file before publication; everybody after', async () => {
  const town = await world()
  const { id } = await draftedTender(town)
  await add(town, id)
  const [file] = (await findTender(town.db, id)).documents
  for (const ctx of [
    nobody(town),
    town.as('signer1'),
    town.as('director'),
    town.as('dHandler'),
    town.as('resident1'),
  ]) {
    await expect(readDocument(ctx, id, file!.id)).rejects.toMatchObject({
      kind: 'missing',
      reason: 'file-missing',
    })
    await expect(tenderPage(ctx, id)).rejects.toMatchObject({ kind: 'missing' })
  }
  expect((await readDocument(town.as('approver'), id, file!.id)).bytes).toEqual(pdf('服务清单'))
  await submitTender(town.as('handler'), { tenderId: id })
  await passReview(town.as('approver'), id)
  await publishTender(town.as('approver'), { tenderId: id })
  expect((await readDocument(nobody(town), id, file!.id)).bytes).toEqual(pdf('服务清单'))
  const { tender } = await tenderPage(nobody(town), id)
  expect(tender.documents).toEqual([
    { id: file!.id, name: '服务清单.pdf', size: pdf('服务清单').length, hash: file!.hash },
  ])
})

test('a file is told by its bytes, is not empty, not too large, not there twice, and not one too many', async () => {
  const town = await world()
  const { id: tenderId } = await draftedTender(town)
  const send = (bytes: Buffer) => addDocument(town.as('handler'), { tenderId, name: '清单.pdf', bytes })
  await expect(send(Buffer.from('<html>'))).rejects.toMatchObject({ reason: 'file-kind' })
  await expect(send(Buffer.from('MZ\u0000'))).rejects.toMatchObject({ reason: 'file-kind' })
  await expect(send(Buffer.alloc(0))).rejects.toMatchObject({ reason: 'file-too-large' })
  await expect(send(Buffer.concat([pdf('x'), Buffer.alloc(5 * 1024 * 1024)]))).rejects.toMatchObject({
    reason: 'file-too-large',
  })
  await send(pdf('一'))
  await expect(send(pdf('一'))).rejects.toMatchObject({ reason: 'document-twice' })
  for (let n = 2; n <= mostDocuments; n++) await send(pdf(`第 ${n} 份`))
  await expect(send(pdf('再一份'))).rejects.toMatchObject({ reason: 'too-many-files' })
})

test('only the writer adds and drops, and only while it is a draft', async () => {
  const town = await world()
  const { id } = await draftedTender(town)
  await expect(add(town, id, '甲', 'approver')).rejects.toMatchObject({ reason: 'needs-another-seat' })
  await expect(add(town, id, '甲', 'dHandler')).rejects.toMatchObject({ reason: 'not-your-body' })
  await add(town, id)
  await submitTender(town.as('handler'), { tenderId: id })
  await expect(add(town, id, '乙')).rejects.toMatchObject({ reason: 'tender-not-draft' })
  const [file] = (await findTender(town.db, id)).documents
  const drop = dropDocument(town.as('handler'), { tenderId: id, documentId: file!.id })
  await expect(drop).rejects.toMatchObject({ reason: 'tender-not-draft' })
})

test('a published file is replaced by an amendment: material, unseen until published, the old one still readable', async () => {
  const town = await world()
  const tender = await published(town)
  const [old] = tender.documents
  await sentProposal(town, tender, 1)
  const { id: amendmentId } = await change(town, tender.id, old!.id)
  const [draft] = await town.db
    .select()
    .from(tenderDocuments)
    .where(eq(tenderDocuments.amendmentId, amendmentId))
  await expect(readDocument(nobody(town), tender.id, draft!.id)).rejects.toMatchObject({ kind: 'missing' })
  expect((await tenderDesk(town.as('approver'), tender.id)).waiting).toMatchObject([{ id: draft!.id }])
  expect((await readDocument(town.as('approver'), tender.id, draft!.id)).bytes).toEqual(pdf('更正后的清单'))
  expect((await tenderPage(nobody(town), tender.id)).tender.documents).toMatchObject([{ id: old!.id }])
  const before = documentHash(await findTender(town.db, tender.id))
  await publishAmendment(town.as('approver'), { tenderId: tender.id, amendmentId })
  const now = await findTender(town.db, tender.id)
  expect(now.documents).toMatchObject([{ id: draft!.id, name: '清单（更正）.pdf' }])
  expect(documentHash(now)).not.toBe(before)
  expect((await readDocument(nobody(town), tender.id, old!.id)).bytes).toEqual(pdf('服务清单'))
  const [told] = await town.db.select().from(amendments)
  expect(told).toMatchObject({
    field: 'document',
    material: true,
    was: `服务清单.pdf ${old!.hash.slice(0, 16)}`,
  })
  expect((await town.db.select().from(proposals))[0]).toMatchObject({ state: 'needs_confirmation' })
})

test('an amendment may add a file; taken back, its file is gone', async () => {
  const town = await world()
  const tender = await published(town)
  const { id } = await change(town, tender.id)
  await discardAmendment(town.as('handler'), { tenderId: tender.id, amendmentId: id })
  expect(await town.db.select().from(tenderDocuments)).toHaveLength(1)
  const again = await change(town, tender.id)
  await publishAmendment(town.as('approver'), { tenderId: tender.id, amendmentId: again.id })
  expect((await findTender(town.db, tender.id)).documents).toHaveLength(2)
})

test('no file is changed by the wrong hand, for a wrong file, with the same bytes, or after the deadline', async () => {
  const town = await world()
  const tender = await published(town)
  const one = { tenderId: tender.id, reason: '清单漏了一项', name: 'a.pdf', bytes: pdf('乙') }
  await expect(draftDocumentChange(town.as('approver'), one)).rejects.toMatchObject({
    reason: 'needs-another-seat',
  })
  await expect(change(town, tender.id, 'nothing')).rejects.toMatchObject({ reason: 'file-missing' })
  await expect(change(town, tender.id, undefined, '服务清单')).rejects.toMatchObject({
    reason: 'document-twice',
  })
  const early = { ...one, newDeadline: tender.deadline }
  await expect(draftDocumentChange(town.as('handler'), early)).rejects.toMatchObject({
    reason: 'deadline-only-later',
  })
  town.clock.set(tender.deadline)
  await expect(change(town, tender.id)).rejects.toMatchObject({ reason: 'tender-not-collecting' })
  expect(await town.db.select().from(tenderDocuments)).toHaveLength(1)
})

test('a document of one tender is not found under another', async () => {
  const town = await world()
  const tender = await published(town)
  const { id: other } = await draftedTender(town)
  await expect(readDocument(town.as('handler'), other, tender.documents[0]!.id)).rejects.toMatchObject({
    kind: 'missing',
  })
})

test('the forms take a file and nothing else in its place', () => {
  const file = new File(['x'], 'a.pdf')
  expect(documentForm.safeParse({ file }).success).toBe(true)
  expect(documentForm.safeParse({ file: 'a.pdf' }).success).toBe(false)
  expect(dropDocumentForm.safeParse({ documentId: '' }).success).toBe(false)
  expect(
    documentChangeForm.parse({ file, reason: '清单漏了一项', replacesId: '', newDeadline: '' }),
  ).toMatchObject({
    replacesId: undefined,
    newDeadline: undefined,
  })
  expect(documentChangeForm.safeParse({ file, reason: '' }).success).toBe(false)
})
