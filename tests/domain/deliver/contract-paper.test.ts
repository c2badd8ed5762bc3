import sharp from 'sharp'
import { expect, test } from 'vitest'
import { contractFile } from '#app/http/contract-paper.server.ts'
import { qrPng } from '#app/ports/paper/qr-png.ts'
import { qrRows } from '#app/ports/paper/qr-rows.ts'
import { approveChange } from '#domain/deliver/contract/decide-change.ts'
import { draftChange } from '#domain/deliver/contract/draft-change.ts'
import { contractPaper, publishedPaper } from '#domain/deliver/contract/paper/contract-paper.ts'
import { publishContract } from '#domain/deliver/contract/publish-contract.ts'
import { reviseContract } from '#domain/deliver/contract/revise-contract.ts'
import { signBySupplier } from '#domain/deliver/contract/sign-by-supplier.ts'
import { signContract } from '#domain/deliver/contract/sign-contract.ts'
import { yuan } from '#domain/money.ts'
import { issuePaper } from '#domain/open/papers/issue-paper.ts'
import { paperNow } from '#domain/open/papers/verify-paper.ts'
import { confirmAll, contractNow, drawn, linkageWords, running } from '#tests/support/contract.ts'
import { docxText } from '#tests/support/docx-text.ts'
import { pdfText } from '#tests/support/pdf-text.ts'
import { world } from '#tests/support/world.ts'

const refused = (reason: string) => expect.objectContaining({ reason })
const bytes = async (response: Response) => Buffer.from(await response.arrayBuffer())
const flat = (words: string) => words.replaceAll(/\s/g, '')

test('the contract as PDF and as Word says the award’s figures, its clauses and the fingerprint of what was signed', async () => {
  const town = await world()
  const { id } = await running(town, { price: yuan(238_001) })
  const paper = await contractPaper(town.as('handler'), id)
  expect(paper.whole).toBe(true)
  const now = await contractNow(town, id)
  const response = await contractFile(paper, 'contract.pdf')
  expect(response.headers.get('Content-Disposition')).toBe(`attachment; filename="${now.refNo}.pdf"`)
  const pdf = await bytes(response)
  expect(pdf.length).toBeLessThan(200_000)
  const word = await bytes(await contractFile(paper, 'contract.docx'))
  for (const said of [flat(pdfText(pdf)), flat(docxText(word))]) {
    expect(said).toContain('¥238,001.00')
    expect(said).toContain('贰拾叁万捌仟零壹元整')
    expect(said).toContain('上门探访120次')
    expect(said).toContain('（50%）¥119,000.50')
    expect(said).toContain('第九条分包与转包')
    expect(said).toContain(now.bodyHash)
    expect(said).toContain('暖邻社会工作服务中心')
    expect(said).toContain('signer1')
    expect(said).not.toContain('\ufffd')
  }
  expect(pdfText(pdf)).toMatch(/— 1 \/ \d —/)
})

test('the copy for publication leaves out what is secret and who signed; the whole text is for the parties', async () => {
  const town = await world()
  const { id } = await drawn(town)
  await expect(publishedPaper(town.db, id)).rejects.toEqual(refused('contract-missing'))
  await expect(contractPaper(town.as('signer2'), id)).rejects.toEqual(refused('not-your-body'))
  await expect(contractPaper(town.as(null), id)).rejects.toEqual(refused('sign-in-first'))
  const paper = await contractPaper(town.as('signer1'), id)
  await expect(contractFile(paper, 'contract.exe')).rejects.toEqual(refused('contract-missing'))
  expect(pdfText(await bytes(await contractFile(paper, 'contract.pdf')))).toContain('未签署')
})

test('secrets are masked in the published files and stand in the parties’ own', async () => {
  const town = await world()
  const { id } = await drawn(town)
  const contacts = '开户行：栖禾银行 6222000011112222'
  await reviseContract(town.as('handler'), { ...linkageWords, contractId: id, contacts })
  await confirmAll(town, id)
  await signBySupplier(town.as('signer1'), { contractId: id })
  await signContract(town.as('approver'), { contractId: id })
  await publishContract(town.as('handler'), { contractId: id })
  const own = pdfText(
    await bytes(await contractFile(await contractPaper(town.as('finance'), id), 'contract.pdf')),
  )
  expect(flat(own)).toContain('6222000011112222')
  const shown = await publishedPaper(town.db, id)
  for (const name of ['contract.pdf', 'contract.docx']) {
    const file = await bytes(await contractFile(shown, name))
    const said = flat(name.endsWith('pdf') ? pdfText(file) : docxText(file))
    expect(said).toContain('依法不公开')
    expect(said).not.toContain('6222000011112222')
    expect(said).not.toContain('signer1')
    expect(said).toContain(shown.bodyHash)
  }
})

test('after a change the paper still says what was signed, and tells the change beside it', async () => {
  const town = await world()
  const { id } = await running(town)
  const draft = {
    contractId: id,
    rationale: 'supplement' as const,
    reason: '服务对象增加，需要调整',
    more: yuan(5_000),
    less: null,
    to: '2027-01-31',
    targets: [],
  }
  const { id: changeId } = await draftChange(town.as('editor1'), draft)
  await approveChange(town.as('approver'), { changeId, decision: '情况属实，同意变更' })
  const paper = await publishedPaper(town.db, id)
  expect(paper).toMatchObject({ price: yuan(80_000), to: '2027-02-28', whole: true })
  const said = flat(pdfText(await bytes(await contractFile(paper, 'contract.pdf'))))
  expect(said).toContain(paper.changes[0]!.refNo)
  expect(said).toContain('指纹按全文计算')
  expect(said).not.toContain('请勿使用')
  const tampered = flat(pdfText(await bytes(await contractFile({ ...paper, whole: false }, 'contract.pdf'))))
  expect(tampered).toContain('请勿使用')
})

test('a copy for publication carries its number, its hash and squares that lead to its check and to the record', async () => {
  const town = await world()
  const { id } = await running(town)
  const paper = await publishedPaper(town.db, id)
  const origin = 'https://a.example'
  const marks = async () => ({ origin, ...(await paperNow(town.db, 'contract', id)) })
  const file = async (name: string) => bytes(await contractFile(paper, name, await marks()))
  const before = flat(pdfText(await file('contract.pdf')))
  expect(before).toContain('还没有编号')
  expect(before).toContain(`${origin}/contracts/${id}`)
  expect(before).not.toContain('/verify/')
  const { hash } = await issuePaper(town.as(null), { kind: 'contract', subject: id })
  for (const said of [pdfText(await file('contract.pdf')), docxText(await file('contract.docx'))].map(flat)) {
    expect(said).toContain(`SHA-256${hash}`)
    expect(said).toContain(`${origin}/verify/${hash.slice(0, 16)}`)
    expect(said).toContain(`${origin}/contracts/${id}`)
  }
  const png = await sharp(qrPng(`${origin}/verify/${hash.slice(0, 16)}`))
    .greyscale()
    .raw()
    .toBuffer()
  const side = Math.sqrt(png.length)
  const rows = qrRows(`${origin}/verify/${hash.slice(0, 16)}`)
  const at = (x: number, y: number) => png[(y * 6 + 27) * side + x * 6 + 27]! < 128
  expect(rows.map((row, y) => row.map((_, x) => at(x, y)))).toEqual(rows)
})
