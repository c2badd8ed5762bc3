import { eq } from 'drizzle-orm'
import { expect, onTestFinished, test } from 'vitest'
import { approvalDelegations, parties } from '#db/schema/index.ts'
import { acceptOrder, finishOrder } from '#domain/buy/framework/carry-order.ts'
import { findFramework } from '#domain/buy/framework/find-framework.ts'
import { postDirectNotice } from '#domain/buy/plan/post-direct-notice.ts'
import { yuan } from '#domain/money.ts'
import { cookieFor, isBuilt, sendForm, serveTown } from '#tests/support/crawl.ts'
import { joined, mother, openFramework, orderedBy } from '#tests/support/framework.ts'
import { calledWork } from '#tests/support/minor.ts'
import { acceptedNeed, approvedPlan } from '#tests/support/plan.ts'
import { world } from '#tests/support/world.ts'

async function served() {
  const town = await world()
  const { url, close } = await serveTown({ town, store: town.store, files: town.files })
  onTestFinished(close)
  const read = async (who: string | null, path: string) => {
    const answer = await fetch(url + path, {
      headers: { cookie: await cookieFor(url, who) },
      redirect: 'manual',
    })
    return { status: answer.status, html: await answer.text() }
  }
  const send = async (who: string | null, path: string, body: Record<string, string>) =>
    (await sendForm(url, path, await cookieFor(url, who), body)).status
  return { town, read, send }
}
const pages = test.skipIf(!isBuilt)
/** A busy machine takes its time over the first page. */
const patient = 60_000

pages(
  'anybody reads the routes, the clocks and the catalogue; only who may sets them',
  async () => {
    const { town, read, send } = await served()
    const fields = ['居家养老']
    await town.transact((tx) => tx.update(parties).set({ fields }).where(eq(parties.id, 'ORG1')))
    const rules = await read(null, '/rules')
    expect(rules.status).toBe(200)
    for (const words of ['公开招标', '单一来源', '开放式框架协议', '民生微实事', '财政部令第74号', '待核'])
      expect(rules.html).toContain(words)
    expect(rules.html).toMatch(/id="calendar"[\s\S]*2026[\s\S]*放假 \d+ 天/)
    expect(rules.html).not.toContain('/desk/routes/')
    expect((await read('admin', '/rules')).html).toContain('/desk/routes/SELF_SELECT-1')
    const set = '/desk/routes/SELF_SELECT-1'
    expect((await read('handler', set)).status).toBe(404)
    expect((await read('admin', '/desk/routes/none')).status).toBe(404)
    const typed = {
      baseId: 'SELF_SELECT-1',
      ...{
        code: 'QH_SELECT',
        name: '本区比选',
        nameEn: 'District selection',
        minAmount: '0',
        maxAmount: '30万',
      },
      ...{ minProposals: '3', bidDays: '5', objectionDays: '5', placeId: 'D1', offered: 'yes' },
      ...{ from: '2026-03-02', basis: '区办法第三条', ground: '本区试行' },
    }
    expect(await send('admin', set, { ...typed, code: 'qh' })).toBe(400)
    expect(await send('admin', set, { ...typed, from: '2026-01-01' })).toBe(422)
    expect(await send('handler', set, typed)).toBe(404)
    expect(await send('admin', set, typed)).toBe(302)
    expect((await read(null, '/rules')).html).toContain('本区比选')
    const figure = '/desk/figures/SUGGESTION_REPLY'
    for (const who of ['handler', null]) expect((await read(who, '/desk/figures')).status).toBe(403)
    expect((await read('admin', '/rules')).html).toContain('href="/desk/figures"')
    expect((await read('admin', '/desk/figures')).html).toContain(`href="${figure}"`)
    expect((await read('admin', figure)).html).toContain('name="source"')
    expect((await read('admin', '/desk/figures/NO_SUCH')).status).toBe(404)
    const next = { code: 'SUGGESTION_REPLY', version: '1', value: '3', unit: 'wd', from: '2026-03-02' }
    const told = { ...next, source: '议事规则（2026 年修订）第八条' }
    expect(await send('admin', figure, { ...told, source: '见上' })).toBe(400)
    expect(await send('admin', figure, { ...told, value: '三' })).toBe(422)
    expect(await send('handler', figure, told)).toBe(404)
    expect(await send('admin', figure, told)).toBe(302)
    expect((await read(null, '/rules')).html).toContain('议事规则（2026 年修订）第八条')
    expect((await read(null, '/catalogue')).status).toBe(200)
    const rows = { rows: 'A0502，居家老人探访，ELDER，人次', source: '区级指导性目录', from: '2026-03-02' }
    expect(await send('dApprover', '/catalogue', { ...rows, rows: 'A0502' })).toBe(400)
    expect(await send('handler', '/catalogue', rows)).toBe(403)
    expect(await send('dApprover', '/catalogue', rows)).toBe(302)
    expect((await read(null, '/catalogue')).html).toContain('居家老人探访')
    const gaps = await read(null, '/gaps?street=S1')
    expect(gaps.status).toBe(200)
    for (const words of ['没有登记', '<svg', '/gaps.csv?', '/gaps?category=ELDER', '没有登记业务领域'])
      expect(gaps.html).toContain(words)
    expect((await read(null, '/gaps?category=ELDER&street=%3Cb%3E')).html).not.toContain('<b>')
    expect((await read(null, '/gaps.csv')).html).toContain('"养老照护"')
    expect((await read(null, '/gaps.xlsx')).status).toBe(200)
    expect((await read(null, '/showcase?place=none&page=-1')).html).toContain('这样的服务还没有')
    expect((await read(null, '/showcase/none')).status).toBe(404)
    expect((await read('clerk', '/desk/needs/new?like=none')).status).toBe(404)
    for (const [who, door] of [
      [null, '/needs'],
      [null, '/projects'],
      ['clerk', '/desk/needs'],
    ] as const)
      expect((await read(who, door)).html, door).toContain('href="/gaps"')
    expect((await read(null, '/orgs/ORG1')).html).toContain('/gaps?category=ELDER')
  },
  patient,
)

pages(
  'a handler is told what may not be bought, and which route an amount takes and why',
  async () => {
    const { town, read, send } = await served()
    const need = await acceptedNeed(town)
    const no = 'outside_duty=no&must_be_direct=no&goods_or_works=no&financing=no&staffing=no&barred_by_law=no'
    expect((await read('handler', `/desk/plans/check?${no}`)).html).toContain('可以起草采购计划')
    const hit = await read('handler', `/desk/plans/check?${no.replace('staffing=no', 'staffing=yes')}`)
    expect(hit.html).toContain('按编制和用工规定')
    expect((await read('resident1', '/desk/plans/check')).status).toBe(403)
    const sketch = await read('handler', `/desk/plans/new?needIds=${need.id}&lineId=L1&amount=60万`)
    expect(sketch.html).toContain('竞争性磋商')
    expect(sketch.html).toContain('金额超过它的上限')
    expect(sketch.html).toContain('提前 30 日公开采购意向')
    expect(sketch.html).toContain('只用于小型工程、货物，不是购买服务')
    expect(sketch.html).toContain('没有委托给这个社区的居（村）委会')
    // 委托居委会审批: given on its page, told to whoever writes a plan, read by everybody, taken back.
    const desk = '/desk/delegations'
    for (const who of ['handler', 'director', null]) expect((await read(who, desk)).status).toBe(403)
    const typed = {
      ...{ _form: 'grant', committeeId: 'C1', lineId: 'L1', perPurchase: '5000', perYear: '2万' },
      ...{ categories: 'ELDER', from: '2026-03-02', to: '2026-12-31', source: '街道会议纪要第 8 号' },
    }
    expect(await send('approver', desk, { ...typed, source: '纪要' })).toBe(400)
    expect(await send('approver', desk, { ...typed, perPurchase: '5001' })).toBe(422)
    expect(await send('handler', desk, typed)).toBe(403)
    expect(await send('approver', desk, typed)).toBe(302)
    const small = await read('handler', `/desk/plans/new?needIds=${need.id}&lineId=L1&amount=4000`)
    expect(small.html).toContain('主任代街道批')
    for (const page of ['/delegations', '/desk/delegations']) {
      const { html } = await read('approver', page)
      for (const words of ['街道会议纪要第 8 号', '待核', '¥5,000.00', '还没有批过'])
        expect(html, page).toContain(words)
    }
    expect((await read(null, '/rules')).html).toContain('href="/delegations"')
    expect((await read('approver', '/desk/approval-chain')).html).toContain('href="/desk/delegations"')
    const [row] = await town.db.select().from(approvalDelegations)
    const back = { _form: 'withdraw', delegationId: row!.id, ground: '另行安排' }
    expect(await send('approver', desk, { ...back, ground: '' })).toBe(400)
    expect(await send('approver', desk, back)).toBe(302)
    expect(await send('approver', desk, back)).toBe(409)
    expect((await read(null, '/delegations')).html).toContain('已收回')
  },
  patient,
)

pages(
  'a holiday notice is entered by whoever may, and says what is wrong',
  async () => {
    const { read, send } = await served()
    const typed = {
      _form: 'try',
      year: '2027',
      holidays: '元旦：1月1日至3日放假。',
      workdays: '',
      source: '国办通知',
    }
    expect((await read(null, '/desk/calendar')).status).toBe(403)
    const reader = await read('resident1', '/desk/calendar')
    expect(reader.status).toBe(200)
    expect(reader.html).toContain('已录入的年份')
    expect(reader.html).not.toContain('name="holidays"')
    expect((await read('admin', '/desk/calendar')).html).toContain('name="holidays"')
    expect(await send('handler', '/desk/calendar', typed)).toBe(403)
    expect(await send('admin', '/desk/calendar', { ...typed, source: '' })).toBe(400)
    const enter = { ...typed, _form: 'enter' }
    expect(await send('admin', '/desk/calendar', { ...enter, workdays: '2027-01-04' })).toBe(422)
    expect(await send('admin', '/desk/calendar', enter)).toBe(302)
    expect((await read('admin', '/desk/calendar')).html).toContain('第 1 版')
  },
  patient,
)

pages(
  'a single-source notice is read by all, answered by few',
  async () => {
    const { town, read, send } = await served()
    const only = {
      directGround: 'only_one' as const,
      directWords: '只有一家持有资质',
      soleSupplierId: 'ORG1',
    }
    const { id } = await approvedPlan(town, { methodId: 'SINGLE_SOURCE-1', ...only })
    const path = `/direct-notices/${id}`
    expect((await read(null, path)).status).toBe(404)
    expect((await read('handler', `/desk/plans/${id}`)).html).toContain('发布单一来源公示')
    await postDirectNotice(town.as('handler'), { planId: id })
    expect((await read(null, path)).html).toContain('暖邻社会工作服务中心')
    const words = { _form: 'object', words: '本机构也有同样资质，可以承接。' }
    expect(await send('signer1', path, words)).toBe(403)
    expect(await send('signer2', path, { ...words, words: '不' })).toBe(400)
    expect(await send('signer2', path, words)).toBe(302)
    expect(await send('signer2', path, words)).toBe(409)
    expect((await read('approver', path)).html).toContain('name="answer"')
    expect((await read('signer3', path)).html).not.toContain('name="answer"')
  },
  patient,
)

pages(
  'orders are closed to strangers; agreements and minor works are open to all',
  async () => {
    const { town, read, send } = await served()
    const workId = await calledWork(town)
    const { id } = await openFramework(town, {}, { amount: yuan(500_000) })
    const provider = await joined(town, id, 1)
    await mother(town)
    const { id: orderId } = await orderedBy(town, id, provider.id)
    const { items } = await findFramework(town.db, id)
    expect((await read(null, `/frameworks/${id}`)).status).toBe(200)
    expect((await read(null, '/frameworks')).html).toContain('本街道 80 岁以上老人')
    expect((await read('editor1', `/orders/${orderId}`)).html).toContain('耳朵不好')
    for (const who of ['resident2', 'editor2', 'handler', 'auditor'])
      expect((await read(who, `/orders/${orderId}`)).status, who).toBe(404)
    expect((await read(null, `/orders/${orderId}`)).status).not.toBe(200)
    const order = {
      personId: 'resident1',
      itemId: items[0]!.id,
      providerId: provider.id,
      quantity: '1',
      wishedOn: '2026-04-10',
    }
    expect(await send('resident2', `/frameworks/${id}/order`, order)).toBe(403)
    expect(await send('resident6', `/frameworks/${id}/order`, { ...order, quantity: '0' })).toBe(400)
    expect(await send('resident6', `/frameworks/${id}/order`, { ...order, quantity: '9' })).toBe(409)
    const at = `/orders/${orderId}`
    expect(await send('resident6', at, { _form: 'rate', level: '5' })).toBe(409)
    await acceptOrder(town.as('editor1'), { orderId })
    town.clock.set(new Date('2026-04-10T16:00:00+08:00'))
    await finishOrder(town.as('editor1'), { orderId, doneOn: '2026-04-10' })
    expect(await send('resident6', at, { _form: 'confirm' })).toBe(302)
    expect((await read('resident6', at)).html).toContain('name="level"')
    expect((await read('editor1', at)).html).not.toContain('name="level"')
    expect(await send('resident6', at, { _form: 'rate', level: '' })).toBe(400)
    expect(await send('resident2', at, { _form: 'rate', level: '5' })).toBe(404)
    const said = '水不够热就开始洗了'
    expect(await send('resident6', at, { _form: 'rate', level: '1', words: said })).toBe(302)
    expect((await read('resident6', at)).html).toContain('等整改')
    const list = await read('editor1', '/desk/orders/ratings')
    expect(list.html).toContain(said)
    const [, one] = /href="(\/desk\/orders\/ratings\/\w+)"/.exec(list.html)!
    expect((await read('editor2', one!)).status).toBe(404)
    expect(await send('editor1', one!, { _form: 'answer', answer: '改' })).toBe(400)
    expect(await send('editor2', one!, { _form: 'answer', answer: '已免费补洗一次。' })).toBe(404)
    expect(await send('editor1', one!, { _form: 'answer', answer: '已免费补洗一次。' })).toBe(302)
    expect(await send('resident6', at, { _form: 'judge', judged: 'reopen', words: '' })).toBe(400)
    expect(await send('resident6', at, { _form: 'judge', judged: 'accept' })).toBe(302)
    const open = (await read(null, `/frameworks/${id}`)).html
    expect([open.includes('已免费补洗一次。'), open.includes(said)]).toEqual([true, false])
    expect((await read('resident1', '/desk/kin')).status).toBe(403)
    expect((await read('clerk', '/desk/kin')).html).toContain('女儿')
    expect((await read('approver', `/desk/frameworks/${id}`)).status).toBe(200)
    expect((await read('signer1', `/desk/frameworks/${id}`)).status).toBe(404)
    const work = await read(null, `/minor-works/${workId}`)
    expect(work.html).toContain('不是购买服务')
    expect((await read('signer2', `/desk/minor-works/${workId}`)).status).toBe(404)
    const quote = { _form: 'quote', price: '5万', days: '20', words: '含安装和质保' }
    expect(await send('signer2', `/minor-works/${workId}`, quote)).toBe(409)
    expect(await send('resident1', `/minor-works/${workId}`, quote)).toBe(403)
    expect(await send('signer2', `/minor-works/${workId}`, { ...quote, price: 'x' })).toBe(400)
  },
  patient,
)
