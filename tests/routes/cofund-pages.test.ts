import { expect, onTestFinished, test } from 'vitest'
import { translator } from '#app/i18n/index.ts'
import { gifts, providerEvents } from '#db/schema/index.ts'
import { pledgePage } from '#domain/deliver/cofund/cofund-page.ts'
import { reconcileDay } from '#domain/deliver/cofund/reconcile-gifts.ts'
import { yuan } from '#domain/money.ts'
import { cofundTown } from '#tests/support/cofund.ts'
import { cookieFor, isBuilt, sendForm, serveTown } from '#tests/support/crawl.ts'
import { lawfulPlace } from '#tests/support/online.ts'
import { approved, passGate } from '#tests/support/payment.ts'

const whole = { timeout: 60_000 }
async function served() {
  const t = await cofundTown()
  const { town, funds } = t
  const { url, close } = await serveTown({ town, store: town.store, files: town.files, funds })
  onTestFinished(close)
  const get = async (who: string | null, path: string) => {
    const answer = await fetch(url + path, {
      headers: { cookie: await cookieFor(url, who) },
      redirect: 'manual',
    })
    return { status: answer.status, html: await answer.text() }
  }
  const send = async (who: string | null, path: string, body: Record<string, string>) => {
    const answer = await sendForm(url, path, await cookieFor(url, who), body)
    return { status: answer.status, to: answer.headers.get('location') ?? '', html: await answer.text() }
  }
  return { ...t, url, get, send }
}
const asks = {
  ...{ title: '防滑椅', purpose: '为二十户独居老人添置防滑椅，合同以外。', wanted: '20000', appeal: 'named' },
}

test.skipIf(!isBuilt)(
  'a donor gives through the pages; whoever may not is refused; nothing private is shown',
  whole,
  async () => {
    const t = await served()
    const { get, send, part } = t
    for (const [who, status] of [
      [null, 403],
      ['resident3', 403],
      ['handler', 200],
      ['finance', 200],
      ['signer1', 200],
    ] as const)
      expect([who, (await get(who, '/desk/cofund')).status]).toEqual([who, status])
    const form = { _form: 'open', milestoneId: part, ...asks }
    expect((await send('handler', '/desk/cofund', { ...form, wanted: '很多' })).status).toBe(400)
    expect((await send('handler', '/desk/cofund', { ...form, platformUrl: 'http://x' })).status).toBe(400)
    expect((await send('finance', '/desk/cofund', form)).status).toBe(403)
    expect((await send('handler', '/desk/cofund', { ...form, appeal: 'public' })).status).toBe(403)
    const { status, to: pot } = await send('handler', '/desk/cofund', form)
    expect([status, pot]).toEqual([302, expect.stringMatching(/^\/cofund\/\w+$/)])
    expect((await get(null, '/cofund')).html).toContain('防滑椅')
    expect((await get(null, pot)).html).not.toMatch(/托管|escrow/i)
    expect((await get(null, '/cofund/none')).status).toBe(404)
    const pledge = { amount: '1000', shown: 'unnamed', agree: 'yes' }
    const stranger = await get(null, `${pot}/pledge`)
    expect(stranger.status).toBe(403)
    expect(stranger.html).toContain(`href="/sign-in?to=${encodeURIComponent(`${pot}/pledge`)}"`)
    expect((await get(null, pot)).html).toContain(`href="/sign-in?to=${pot}/pledge"`)
    expect((await get('resident3', `${pot}/pledge`)).html).toContain('<title>签署定向捐赠协议')
    expect(await pledgePage(t.giver(), pot.split('/').at(-1)!)).toMatchObject({ kind: 'co_fund' })
    expect(translator('zh-CN')('cofund.pledge.title.co_fund')).toBe('企业共同出资')
    expect((await send('resident3', `${pot}/pledge`, { ...pledge, agree: '' })).status).toBe(400)
    const tooMuch = await send('resident3', `${pot}/pledge`, { ...pledge, amount: '30000' })
    expect(tooMuch.status).toBe(409)
    expect(tooMuch.html.replaceAll('<!-- -->', '')).toMatch(
      /id="[^"]*amount-error">[^<]*还差 20,000\.00 元，请填不超过这个数/,
    )
    expect((await send('worker1', `${pot}/pledge`, pledge)).status).toBe(403)
    const { to: gift } = await send('resident3', `${pot}/pledge`, pledge)
    for (const who of [null, 'resident4', 'editor2'])
      expect((await get(who, gift)).status).toBe(who ? 404 : 403)
    expect((await send('signer1', gift, { _form: 'decline', reason: '' })).status).toBe(400)
    expect((await send('signer1', gift, { _form: 'accept' })).status).toBe(302)
    expect((await send('resident4', gift, { _form: 'pay' })).status).toBe(404)
    expect((await send('resident3', gift, { _form: 'pay' })).status).toBe(302)
    const page = /href="(\/checkout\/\w+)"/.exec((await get('resident3', gift)).html)?.[1] ?? ''
    expect((await get(null, page)).html).toContain('1,000.00')
    expect((await get(null, '/checkout/cs_none')).status).toBe(404)
    expect((await send('resident3', page, { how: 'much' })).status).toBe(422)
    expect(await send('resident3', page, { how: 'paid' })).toMatchObject({ status: 302, to: gift })
    expect((await get('resident3', gift)).html).toContain('待拨付')
    const shown = (await get(null, pot)).html
    const ledger = /href="(\/open\/ledger\?line=[^"]+)"/.exec(shown)?.[1] ?? ''
    expect((await get(null, ledger)).html.replaceAll('<!-- -->', '')).toMatch(
      /<dt>出资待拨付<\/dt><dd><span class="num">¥994\.00<[\s\S]*<dt>手续费<\/dt>/,
    )
    expect(shown).toContain('匿名')
    expect(shown).not.toContain('resident3')
    expect((await get(null, `/projects/${t.contract.planId}`)).html).toContain('共建资金（与财政资金分账）')
    expect((await send('finance', gift, { _form: 'release' })).status).toBe(409)
    expect((await send('resident3', `${pot}/pledge`, { ...pledge, amount: '100 美元' })).html).toContain(
      '本站只收人民币',
    )
    expect((await get('resident3', '/me')).html).toMatch(/我的出资[\s\S]*防滑椅[\s\S]*匿名/)
    expect((await get('resident4', '/me')).html).not.toContain('我的出资')
    const project = (await get(null, `/projects/${t.contract.planId}`)).html.replaceAll('<wbr/>', '')
    expect(project).toContain('定向捐赠到账：防滑椅')
  },
)

test.skipIf(!isBuilt)(
  'the hook takes only what was signed, answers at once, and takes it once; what differs at night is listed',
  whole,
  async () => {
    const t = await served()
    const potId = await t.pot(yuan(30_000))
    const id = await t.paid(potId, yuan(2_000))
    const hook = (body: string, headers: Record<string, string> = {}) =>
      fetch(`${t.url}/hooks/stripe`, {
        method: 'POST',
        body,
        headers: { 'content-type': 'application/json', ...headers },
      })
    const before = await t.town.db.select().from(providerEvents)
    expect(before.length).toBeGreaterThan(2)
    const kept = await t.town.db.select().from(gifts)
    const forged: Array<Record<string, string>> = [{}, { 'stripe-signature': 't=1,v1=00' }]
    for (const headers of [...forged, { 'stripe-signature': 'x' }])
      expect((await hook(t.fake.emitted.at(-1)!.body, headers)).status).toBe(400)
    expect((await hook('x'.repeat(300_000))).status).toBe(413)
    expect((await fetch(`${t.url}/hooks/stripe`)).status).toBe(404)
    expect(await t.town.db.select().from(providerEvents)).toEqual(before)
    expect(await t.town.db.select().from(gifts)).toEqual(kept)
    const ctx = t.as(null)
    expect(await reconcileDay(ctx, t.provider, '2026-03-02')).toMatchObject({ matched: 1, differing: 0 })
    t.fake.state.ledger = {}
    expect(await reconcileDay(ctx, t.provider, '2026-03-02')).toMatchObject({ matched: 0, differing: 1 })
    for (const [who, status] of [
      [null, 403],
      ['finance', 403],
      ['dFinance', 200],
      ['auditor', 200],
      ['admin', 200],
    ] as const)
      expect([who, (await t.get(who, '/desk/reconciliation')).status]).toEqual([who, status])
    expect((await t.get('auditor', '/desk/reconciliation')).html).toContain('本站有，通道无')
    expect((await t.get('finance', '/desk/reconciliation/file.xlsx')).status).toBe(403)
    const month = await t.get('dFinance', '/desk/reconciliation/2026-03')
    expect(month.html).toMatch(/2026-03 对账月结[\s\S]*月末在通道[\s\S]*复核人/)
    for (const [who, name, status] of [
      [null, '2026-03', 403],
      ['finance', '2026-03', 404],
      ['auditor', '2026-99', 404],
    ] as const)
      expect((await t.get(who, `/desk/reconciliation/${name}`)).status).toBe(status)
    expect((await t.get('auditor', '/desk/reconciliation/file.xlsx')).status).toBe(200)
    expect((await t.send('admin', '/desk/reconciliation', { id: 'none' })).status).toBe(404)
    expect((await t.send('auditor', '/desk/reconciliation', { id })).status).toBe(403)
  },
)

test.skipIf(!isBuilt)(
  'an office pays a part of a contract online where its place allows it; nowhere else is it offered, and nobody says escrow',
  whole,
  async () => {
    const t = await served()
    const { get, send, town } = t
    await t.ready()
    const part = t.contract.milestones[0]!.id
    await passGate(town, part)
    const { id } = await approved(town, part)
    const desk = `/desk/payments/${id}`
    const form = { _form: 'online', online: 'yes' }
    expect((await get('approver', desk)).html).not.toContain('转在线支付')
    expect((await send('approver', desk, form)).status).toBe(403)
    await lawfulPlace(town)
    expect((await get('approver', desk)).html).toContain('转在线支付')
    expect((await get('handler', desk)).html).not.toContain('转在线支付')
    const untold = await send('approver', desk, { _form: 'online' })
    expect([untold.status, untold.html]).toEqual([400, expect.stringContaining('请确认这笔钱可以在线支付')])
    expect((await send('finance', desk, form)).status).toBe(403)
    expect(await send('approver', desk, form)).toMatchObject({ status: 302, to: desk })
    const page = /href="(\/checkout\/\w+)"/.exec((await get('approver', desk)).html)?.[1] ?? ''
    expect((await get('signer1', `/work/${t.contract.id}/payment/${part}`)).html).not.toContain(page)
    expect((await get(null, `/open/ledger/${id}`)).html).toContain('已转在线支付，等渠道确认到账')
    expect(await send('approver', page, { how: 'paid' })).toMatchObject({ status: 302, to: desk })
    await t.funds.work()
    expect((await get('approver', desk)).html).toMatch(/已付讫[\s\S]*手续费[\s\S]*240\.00/)
    const told = (await get(null, `/open/ledger/${id}`)).html
    expect(told).toContain('款项付讫')
    expect(told).not.toMatch(/托管|escrow/i)
  },
)
