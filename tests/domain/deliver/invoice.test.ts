import { deflateRawSync } from 'node:zlib'
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { sha256 } from '#app/ports/vault.ts'
import { files, journal } from '#db/schema/index.ts'
import { bouncePayment } from '#domain/deliver/payment/bounce-payment.ts'
import { correctPayment } from '#domain/deliver/payment/correct-payment.ts'
import { declinePayment } from '#domain/deliver/payment/decline-payment.ts'
import { readInvoice } from '#domain/deliver/payment/invoice-file.ts'
import { paymentPage } from '#domain/deliver/payment/payment-page.ts'
import { publicPayment } from '#domain/deliver/payment/public-payment.ts'
import { requestPayment } from '#domain/deliver/payment/request-payment.ts'
import { invoiceKind, mostInvoiceBytes } from '#domain/invoice-kind.ts'
import { running } from '#tests/support/contract.ts'
import { invoiceFor, passGate, paymentNow, requested, submitted } from '#tests/support/payment.ts'
import { world } from '#tests/support/world.ts'

const refused = (reason: string) => expect.objectContaining({ reason })
const png = Buffer.from(
  '89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000049454e44',
  'hex',
)
const jpg = Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex')

/** A zip with one empty file of this name. */
function zipWith(name: string) {
  const packed = deflateRawSync('')
  const local = Buffer.alloc(30)
  local.writeUInt32LE(0x04034b50)
  local.writeUInt16LE(20, 4)
  local.writeUInt16LE(8, 8)
  local.writeUInt32LE(packed.length, 18)
  local.writeUInt16LE(name.length, 26)
  const head = Buffer.concat([local, Buffer.from(name), packed])
  const central = Buffer.alloc(46)
  central.writeUInt32LE(0x02014b50)
  central.writeUInt16LE(name.length, 28)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(head.length, 16)
  return Buffer.concat([head, central, Buffer.from(name), end])
}

async function firstPart() {
  const town = await world()
  const contract = await running(town)
  return { town, contract, part: contract.milestones[0]!.id }
}

test('an invoice is told by its first bytes: PDF, OFD, PNG or JPEG, and nothing else', async () => {
  expect(await invoiceKind(Buffer.from('%PDF-1.7\n%%EOF'))).toBe('application/pdf')
  expect(await invoiceKind(png)).toBe('image/png')
  expect(await invoiceKind(jpg)).toBe('image/jpeg')
  expect(await invoiceKind(zipWith('OFD.xml'))).toBe('application/ofd')
  expect(await invoiceKind(zipWith('word/document.xml'))).toBeNull()
  expect(await invoiceKind(zipWith('OFD.xml').subarray(0, 40))).toBeNull()
  expect(await invoiceKind(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'))).toBeNull()
  expect(await invoiceKind(Buffer.from('MZ not an invoice.pdf'))).toBeNull()
})

test('what is no invoice, empty or too large is refused, and asks for nothing', async () => {
  const { town, part } = await firstPart()
  const ask = (invoice: Buffer) =>
    requestPayment(town.as('editor1'), { milestoneId: part, ...invoiceFor(part), invoice })
  await expect(ask(Buffer.from('hello'))).rejects.toEqual(refused('invoice-kind'))
  await expect(ask(Buffer.alloc(0))).rejects.toEqual(refused('invoice-too-large'))
  await expect(ask(Buffer.alloc(mostInvoiceBytes + 1, '%PDF-1.7\n'))).rejects.toEqual(
    refused('invoice-too-large'),
  )
  expect(await town.db.select().from(files)).toEqual([])
})

test('the invoice lies sealed, its fingerprint stands in the journal, and only who asks, checks or pays opens it', async () => {
  const { town, part } = await firstPart()
  const { id } = await requested(town, part)
  const { invoice } = invoiceFor(part)
  for (const who of ['editor1', 'signer1', 'handler', 'finance', 'approver'])
    expect((await readInvoice(town.as(who), id)).bytes).toEqual(invoice)
  for (const who of ['director', 'centre', 'clerk', 'worker1', 'resident1', 'acceptor'])
    await expect(readInvoice(town.as(who), id), who).rejects.toEqual(refused('needs-another-seat'))
  for (const who of ['editor2', 'dFinance'])
    await expect(readInvoice(town.as(who), id), who).rejects.toEqual(refused('not-your-body'))
  const [line] = await town.db.select().from(journal).where(eq(journal.action, 'payment.request'))
  expect(line?.detail).toMatchObject({ invoiceSha256: sha256(invoice) })
  const [file] = await town.db.select().from(files)
  expect(file).toMatchObject({ isPublic: false, mime: 'application/pdf', subject: id })
  expect((await town.as('finance').files.get(file!.sha256))!.includes('%PDF')).toBe(false)
  expect(JSON.stringify(await publicPayment(town.db, id, '2026-03-03'))).not.toContain(sha256(invoice))
  expect((await paymentPage(town.as('finance'), id)).invoice).toMatchObject({ kind: 'pdf' })
  expect((await paymentPage(town.as('director'), id)).invoice).toBeNull()
})

test('one invoice is paid once: neither its number nor its file serves a second request of the supplier', async () => {
  const { town, contract, part } = await firstPart()
  await requested(town, part)
  const next = contract.milestones[1]!.id
  await passGate(town, next)
  const first = invoiceFor(part)
  const own = invoiceFor(next)
  const ask = (more: object) => requestPayment(town.as('editor1'), { milestoneId: next, ...own, ...more })
  await expect(ask({ invoiceNo: first.invoiceNo })).rejects.toEqual(refused('invoice-no-used'))
  await expect(ask({ invoice: first.invoice })).rejects.toEqual(refused('invoice-file-used'))
  await ask({})
})

test('the invoice of a request that was declined may be used again; another supplier has numbers of its own', async () => {
  const { town, part } = await firstPart()
  const { id } = await requested(town, part)
  await declinePayment(town.as('handler'), { paymentId: id, reason: '发票抬头不符' })
  await requested(town, part)
  const other = await running(town, { supplierId: 'ORG2', signer: 'signer2', worker: 'worker2' })
  const theirs = { ...invoiceFor(part), payeeName: '夕照居家养老服务中心' }
  const milestoneId = other.milestones[0]!.id
  await requestPayment(town.as('editor2'), { milestoneId, ...theirs })
})

test('a corrected number brings its own file; a corrected account keeps the old one', async () => {
  const { town, contract, part } = await firstPart()
  const next = contract.milestones[1]!.id
  await passGate(town, next)
  await requested(town, next)
  const { id: paymentId } = await submitted(town, part)
  await bouncePayment(town.as('approver'), { paymentId, reason: '发票已红冲' })
  const correct = (more: object) =>
    correctPayment(town.as('signer1'), {
      paymentId,
      invoiceNo: invoiceFor(part).invoiceNo,
      accountTail: '0137',
      ...more,
    })
  await expect(correct({ invoiceNo: '26112000000000000009' })).rejects.toEqual(
    refused('invoice-file-with-number'),
  )
  await expect(correct(invoiceFor(next))).rejects.toEqual(refused('invoice-no-used'))
  await expect(correct({ invoice: invoiceFor(next).invoice })).rejects.toEqual(refused('invoice-file-used'))
  await expect(correct({ invoice: Buffer.from('no') })).rejects.toEqual(refused('invoice-kind'))
  const invoice = Buffer.from('%PDF-1.4\n% red letter\n%%EOF\n')
  await correct({ invoiceNo: '26112000000000000009', invoice })
  expect(await paymentNow(town, paymentId)).toMatchObject({ invoiceHash: sha256(invoice) })
  expect((await readInvoice(town.as('finance'), paymentId)).bytes).toEqual(invoice)
})
