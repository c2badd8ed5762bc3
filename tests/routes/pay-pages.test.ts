import { expect, onTestFinished, test } from 'vitest'
import { bankLines } from '#db/schema/index.ts'
import { type BankRow, bankSheet, bankText, rowFor } from '#tests/support/bank.ts'
import { entered, paper } from '#tests/support/books.ts'
import { running } from '#tests/support/contract.ts'
import { cookieFor, isBuilt, serveTown } from '#tests/support/crawl.ts'
import { approved, passGate, paymentNow, submitted, voucherFor } from '#tests/support/payment.ts'
import { type Town, world } from '#tests/support/world.ts'

type Fields = Record<string, string | File>
/** A page as it is read, without what marks it up. */
const worded = (page: string) => page.replaceAll(/<[^>]*>/g, '').replaceAll('\u00a0', ' ')
/** A town with its pages served, and how its people read and send there; whoever comes signs in once. */
async function pages(town: Town) {
  const { url, close } = await serveTown({ town, store: town.store, files: town.files })
  onTestFinished(close)
  const known = new Map<string | null, string>()
  const cookieOf = async (who: string | null) => {
    const cookie = known.get(who) ?? (await cookieFor(url, who))
    known.set(who, cookie)
    return cookie
  }
  const get = async (path: string, who: string | null = null) =>
    fetch(url + path, { headers: { cookie: await cookieOf(who) }, redirect: 'manual' })
  const post = async (path: string, who: string, fields: Fields) => {
    const files = Object.values(fields).some((value) => value instanceof File)
    const body = files ? new FormData() : new URLSearchParams()
    for (const [name, value] of Object.entries(fields)) body.append(name, value as string)
    const headers = { origin: url, cookie: await cookieOf(who) }
    return fetch(url + path, { method: 'POST', redirect: 'manual', headers, body })
  }
  /** The status of what was sent, and whether the page says why. */
  const said = async (path: string, who: string, fields: Fields, words: string) => {
    const answer = await post(path, who, fields)
    expect(worded(await answer.text()), words).toContain(words)
    return answer.status
  }
  return { get, post, said }
}
const file = (bytes: Buffer, name = '凭证.pdf') => new File([new Uint8Array(bytes)], name)

test.skipIf(!isBuilt)(
  'voucher, bank list and the queue of what did not agree have their pages, for who may, and say what is wrong with what was typed',
  async () => {
    const town = await world()
    const contract = await running(town)
    const [one, two] = contract.milestones
    await passGate(town, two!.id)
    const { id } = await approved(town, one!.id)
    const other = await submitted(town, two!.id, '05-0002')
    const { get, post, said } = await pages(town)

    const desk = `/desk/payments/${id}`
    const { paymentId: _, scan, ...printed } = await voucherFor(town, id, '05-0001')
    const typed = { ...printed, year: '2026', amount: '40000', _form: 'submit', scanFile: file(scan) }
    const wrong: Array<[Fields, number, string]> = [
      [{ amount: '四万' }, 400, '金额照凭证填'],
      [{ payeeTail: '12' }, 400, '后四位'],
      [{ kind: 'cash' }, 400, '请选择支付方式'],
      [{ dated: '2026-02-30' }, 400, '日期'],
      [{ scanFile: '' }, 400, '请选择凭证扫描件'],
      [{ amount: '39999.99' }, 422, '凭证金额与申请金额不一致'],
      [{ payeeTail: '9999' }, 422, '收款账号与申请的不一致'],
      [{ scanFile: file(Buffer.from('MZ\x90')) }, 422, '凭证扫描件只收'],
      [{ no: '05-0002' }, 409, '已经用过'],
    ]
    for (const [change, status, words] of wrong)
      expect([words, await said(desk, 'approver', { ...typed, ...change }, words)]).toEqual([words, status])
    expect((await post(desk, 'finance', typed)).status).toBe(403)
    for (const who of ['editor2', 'dApprover', 'resident1'])
      expect([who, (await post(desk, who, typed)).status]).toEqual([who, 404])
    expect((await post(desk, 'approver', { _form: 'nothing' })).status).toBe(422)
    expect((await post(desk, 'approver', typed)).status).toBe(302)
    expect((await paymentNow(town, id)).state).toBe('submitted')
    const bounced = { _form: 'bounce', reason: '不对' }
    const open = await (await post(desk, 'approver', bounced)).text()
    expect(open).toMatch(/<details open=""><summary>[^/]*银行退回/)
    expect(await said(desk, 'approver', { _form: 'confirm', receiptNo: ' ' }, '回单号')).toBe(400)

    const bank = '/desk/bank'
    for (const who of ['handler', 'signer1', 'auditor'])
      expect([who, (await get(bank, who)).status]).toEqual([who, 403])
    expect((await get(bank, 'resident1')).status).toBe(403)
    const row = await rowFor(town, other.id, 'R-1', { payee: '暖邻中心' })
    const sheet = async (rows: BankRow[]) => ({
      _form: 'sheet',
      sheet: file(await bankSheet(rows), '明细.xlsx'),
    })
    const faulty = [
      row,
      { ...row, receipt: 'R-2', amount: '1.001' },
      { ...row, receipt: 'R-3', outcome: '退回' },
    ]
    const tried = await post(bank, 'approver', await sheet(faulty))
    expect(tried.status).toBe(422)
    const named = worded(await tried.text())
    expect(named).toContain('有 2 处错误')
    expect(named).toMatch(/第 3 行[^第]*金额不对/)
    expect(named).toMatch(/第 4 行[^第]*退回的没有写理由/)
    expect(await said(bank, 'approver', { _form: 'sheet', sheet: file(Buffer.from('x')) }, '打不开')).toBe(
      422,
    )
    const lines = bankText(faulty).toString()
    expect(await said(bank, 'approver', { _form: 'bring', lines }, '整份没有导入')).toBe(422)
    expect((await post(bank, 'handler', { _form: 'bring', lines })).status).toBe(403)
    expect(await town.db.$count(bankLines)).toBe(0)
    const fine = worded(await (await post(bank, 'approver', await sheet([row]))).text())
    expect(fine).toContain('收款人与凭证不一致')
    const good = { _form: 'bring', lines: bankText([row, { ...row, receipt: 'R-9', no: '9' }]).toString() }
    expect((await post(bank, 'approver', good)).status).toBe(302)
    const [waits, stranger] = await town.db.select().from(bankLines).orderBy(bankLines.lineNo)

    const line = `${bank}/${waits!.id}`
    const match = { _form: 'match', paymentId: other.id, reason: '银行用了收款人的简称' }
    expect((await get(`${bank}/nowhere`, 'finance')).status).toBe(404)
    expect((await get(line, 'dFinance')).status).toBe(404)
    expect(await said(line, 'finance', { ...match, reason: '对' }, '请写明理由')).toBe(400)
    expect((await post(line, 'finance', { _form: 'match', reason: match.reason })).status).toBe(400)
    expect((await post(line, 'finance', { ...match, paymentId: 'nowhere' })).status).toBe(404)
    expect(await said(line, 'finance', { ...match, paymentId: id }, '金额与这笔付款不一致')).toBe(422)
    expect(await said(line, 'approver', match, '不能核对自己的付款')).toBe(403)
    const aside = { _form: 'aside', reason: '属于街道食堂的付款' }
    expect(await said(`${bank}/${stranger!.id}`, 'approver', aside, '不能自己剔除')).toBe(403)
    expect(await said(`${bank}/${stranger!.id}`, 'finance', { ...aside, reason: '错' }, '请写明理由')).toBe(
      400,
    )
    expect((await post(line, 'finance', match)).status).toBe(302)
    expect((await paymentNow(town, other.id)).state).toBe('paid')
    expect(await said(line, 'finance', match, '已经有人处理过')).toBe(409)
  },
)

test.skipIf(!isBuilt)(
  'the two books of a community have their pages; the clerk of one side neither reads nor writes the other, and everyone reads the quarter',
  async () => {
    const town = await world()
    const { id } = await entered(town, 'committee', { title: '街道拨办公经费' })
    const { get, post, said } = await pages(town)
    for (const [who, status] of [
      ['clerk', 200],
      ['supervisor', 200],
      ['finance', 200],
      ['handler', 403],
      ['resident1', 403],
    ] as const)
      expect([who, (await get('/desk/books', who)).status]).toEqual([who, status])
    expect((await get('/desk/books/new', 'director')).status).toBe(403)
    expect(await (await get('/desk/books/new', 'station')).text()).toContain('低偿服务收费')
    const { scan, amount: _, ...words } = paper({ title: '老年食堂餐费', kind: 'service_fee' })
    const typed = { ...words, amount: '1200.50', scanFile: file(scan) }
    const enter = (change: Fields, says: string, who = 'station') =>
      said('/desk/books/new', who, { ...typed, ...change }, says)
    expect(await enter({ amount: '零' }, '请填金额')).toBe(400)
    expect(await enter({ title: '退给张三 13800138000' }, '不要写电话')).toBe(400)
    expect(await enter({ scanFile: '' }, '请选择票据扫描件')).toBe(400)
    expect(await enter({ kind: 'office_grant' }, '不能混记')).toBe(422)
    expect(await enter({ on: '2026-03-03' }, '晚于今天')).toBe(422)
    expect(await enter({ scanFile: file(Buffer.from('MZ')) }, '只收')).toBe(422)
    expect((await post('/desk/books/new', 'station', typed)).status).toBe(302)

    const one = `/desk/books/${id}`
    for (const who of ['station', 'clerk2', 'resident1', 'handler'])
      expect([who, (await get(one, who)).status]).toEqual([who, 404])
    expect((await get(`${one}/scan`, 'station')).status).toBe(404)
    expect((await get(`${one}/scan`, 'supervisor')).headers.get('content-disposition')).toContain(
      'attachment',
    )
    expect(await said(one, 'director', { _form: 'approve' }, '请先确认')).toBe(400)
    expect(await said(one, 'director', { _form: 'return', reason: '错' }, '请写明理由')).toBe(400)
    expect((await post(one, 'clerk', { _form: 'approve', approved: 'yes' })).status).toBe(403)
    expect((await post(one, 'director', { _form: 'approve', approved: 'yes' })).status).toBe(302)
    expect(await said(one, 'clerk', { _form: 'reverse', reason: '错' }, '请写明理由')).toBe(400)

    const open = worded(await (await get('/communities/C1/books')).text())
    expect(open).toContain('2026 年第 1 季度')
    expect(open).toContain('街道拨办公经费')
    expect(open).not.toContain('老年食堂餐费')
    expect((await get('/communities/C1/books?quarter=%27x')).status).toBe(200)
    expect((await get('/communities/S1/books')).status).toBe(404)
    const csv = await get('/communities/C1/books/file.csv?quarter=2026Q1')
    expect(csv.headers.get('content-disposition')).toContain('community-books-2026Q1.csv')
    expect(await csv.text()).toMatch(/^\ufeff?"季度","账本"[\s\S]*"上期结余"[\s\S]*"本期结余"/)
    expect((await get('/communities/S1/books/file.csv')).status).toBe(404)
    expect(await (await get('/communities/C1')).text()).toContain('/communities/C1/books')
  },
)
