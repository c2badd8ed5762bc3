import { eq } from 'drizzle-orm'
import { expect, onTestFinished, test } from 'vitest'
import { tenders } from '#db/schema/index.ts'
import { cookieFor, isBuilt, sendForm, serveTown } from '#tests/support/crawl.ts'
import { beforeTalks, talk } from '#tests/support/final-offers.ts'
import { afterDeadline, draftedProposal, proposalBy, sentProposal } from '#tests/support/proposal.ts'
import { keeperWords, sharesOfTwo, splitTender } from '#tests/support/seal.ts'
import { world } from '#tests/support/world.ts'

async function served() {
  const town = await world()
  const { url, close } = await serveTown({ town, store: town.store, files: town.files })
  onTestFinished(close)
  const read = async (who: string | null, path: string) => {
    const headers = { cookie: await cookieFor(url, who) }
    const answer = await fetch(url + path, { headers, redirect: 'manual' })
    return { status: answer.status, headers: answer.headers, html: await answer.text() }
  }
  const send = async (who: string | null, path: string, body: Record<string, string>) =>
    (await sendForm(url, path, await cookieFor(url, who), body)).status
  return { town, read, send }
}

test.skipIf(!isBuilt)(
  'without a script everything is done by forms, and each says why not',
  { timeout: 60_000 },
  async () => {
    const { town, read, send } = await served()
    const tender = await splitTender(town)
    const desk = `/desk/tenders/${tender.id}`
    expect(await send('handler', `${desk}/key`, { _form: 'mode', sealMode: 'both' })).toBe(400)
    expect(await send('handler', `${desk}/key`, { _form: 'mode', sealMode: 'simple' })).toBe(409)
    expect((await read('resident1', `${desk}/key`)).status).toBe(404)
    expect((await read('finance', `${desk}/share`)).status).toBe(404)
    expect(await send('auditor', `${desk}/share`, { _form: 'prove', passphrase: 'wrong words' })).toBe(422)
    const printed = { _form: 'show', passphrase: keeperWords.auditor }
    expect(await send('auditor', `${desk}/share`, printed)).toBe(200)
    const call = (await read(null, `/tenders/${tender.id}`)).html
    expect(call).toContain('密钥切成三份')
    expect(call).toContain('系统不保存钥匙')
    expect((await read('editor1', '/cabinet')).html).toContain('运行系统、拿得到那把密钥的人看得到')

    for (const n of [2, 3]) await sentProposal(town, tender, n)
    await draftedProposal(town, tender, 1)
    const check = `/tenders/${tender.id}/proposal/check`
    const page = await read('signer1', check)
    expect(page.headers.get('content-security-policy')).toMatch(/script-src 'nonce-[^']+'/)
    expect(page.headers.get('cache-control')).toContain('no-store')
    expect(page.html).toContain('您此前写的草稿已经在服务器上')
    expect(page.html).toMatch(/<script src="\/seal\.js" nonce="[^"]+" defer=""><\/script>/)
    expect(await send('signer1', check, { keepDraft: 'no', hashes: 'nonsense' })).toBe(400)
    expect(await send('editor1', check, { keepDraft: 'no' })).toBe(403)
    expect(await send('signer1', check, { keepDraft: 'no' })).toBe(302)
    expect(await proposalBy(town, tender.id, 'ORG1')).toMatchObject({ sealedIn: 'server', draftSealed: null })
    expect((await read('signer1', `/tenders/${tender.id}/proposal/receipt`)).html).toContain(
      '服务器内存里代封',
    )

    const keys = await sharesOfTwo(town, tender.id, ['handler', 'supervisor'])
    const open = (who: string, more = {}) => send(who, `${desk}/unseal`, { _form: 'here', ...keys, ...more })
    expect(await open('handler')).toBe(409)
    town.clock.set(afterDeadline(tender))
    expect((await read('handler', `${desk}/opening`)).headers.get('location')).toContain('/unseal')
    expect(await open('handler', { second: keys.first })).toBe(400)
    expect(await open('handler', { firstWords: 'wrong words' })).toBe(422)
    expect(await open('auditor')).toBe(403)
    expect((await read(null, `/tenders/${tender.id}/opening`)).html).toContain('还没有开启')
    expect(await open('supervisor')).toBe(302)
    const record = (await read(null, `/tenders/${tender.id}/opening`)).html
    expect(record).toContain('由服务器代封')
    const feedback = `/tenders/${tender.id}/feedback/${(await proposalBy(town, tender.id, 'ORG1')).id}`
    expect((await read('signer1', feedback)).status).toBe(404)
    const failed = { state: 'failed' as const, endReason: '通过审查的响应文件不足 3 家。' }
    await town.transact((tx) => tx.update(tenders).set(failed).where(eq(tenders.id, tender.id)))
    const sheet = (await read('signer1', feedback)).html
    expect(sheet).toContain('这次采购没有成交：通过审查的响应文件不足 3 家。')
    expect(sheet).toContain('您的方案没有被判无效')
    expect((await read('signer1', `/tenders/${tender.id}`)).html).toContain(`href="${feedback}"`)
    expect((await read('signer2', feedback)).status).toBe(403)
    expect((await read(null, '/open/seals?leaf=nonsense')).html).toContain('请输入完整的 64 位指纹')
    expect((await read(null, '/open/seals/2026-03-19')).html).toMatch(/^([0-9a-f]{64}\n){8,}$/)
    expect((await read(null, '/open/seals/2026-03-20')).status).toBe(404)
  },
)

test.skipIf(!isBuilt)(
  'the round of final offers is asked for and answered by forms, and each says why not',
  { timeout: 60_000 },
  async () => {
    const { town, read, send } = await served()
    const { tender, members } = await beforeTalks(town)
    const [writer, second] = members as [string, string]
    const [panel, final] = [`/panel/${tender.id}/consultation`, `/tenders/${tender.id}/final`]
    const words = { _form: 'write', words: talk.words, days: '2' }
    expect((await read('signer1', final)).status).toBe(404)
    expect((await read('signer1', panel)).status).toBe(404)
    expect(await send(writer, panel, { ...words, words: '太短' })).toBe(400)
    expect(await send(writer, panel, { ...words, days: 'soon' })).toBe(400)
    expect(await send(writer, panel, { ...words, days: '30' })).toBe(422)
    expect(await send('signer1', panel, words)).toBe(404)
    expect(await send(writer, panel, words)).toBe(302)
    const stamp = /name="stamp" value="([0-9a-f]{64})"/.exec((await read(second, panel)).html)![1]!
    const confirm = { _form: 'confirm', stamp }
    expect(await send(second, panel, { ...confirm, stamp: 'nonsense' })).toBe(400)
    expect(await send(second, panel, { ...confirm, stamp: 'f'.repeat(64) })).toBe(409)
    expect(await send(writer, panel, confirm)).toBe(403)
    expect(await send(second, panel, confirm)).toBe(302)

    expect((await read(null, `/tenders/${tender.id}`)).html).toContain('最后报价用第二把密钥')
    expect((await read('signer1', final)).html).toContain(talk.words)
    for (const who of [null, 'resident1', 'handler', 'signer4'])
      expect((await read(who, final)).html, `${who}`).not.toContain(talk.words)
    expect(await send('signer1', `${final}/send`, {})).toBe(409)
    expect(await send('signer1', final, { price: 'cheap' })).toBe(400)
    expect(await send('signer1', final, { price: '900000' })).toBe(422)
    const line = { 'lines[0].kind': 'staff', 'lines[0].label': '人员费', 'lines[0].amount': '1' }
    expect(await send('signer1', final, { price: '150000', ...line })).toBe(422)
    expect(await send('editor1', final, { price: '150000' })).toBe(302)
    expect((await read('editor1', `${final}/send`)).status).toBe(403)
    expect(await send('editor1', `${final}/send`, {})).toBe(403)
    const page = await read('signer1', `${final}/send`)
    expect(page.headers.get('content-security-policy')).toMatch(/script-src 'nonce-[^']+'/)
    expect(page.html).toMatch(/data-into="sealed"/)
    expect(await send('signer1', `${final}/send`, { hashes: 'nonsense' })).toBe(400)
    expect(await send('signer1', `${final}/send`, {})).toBe(302)
    expect((await read('signer1', final)).html).toContain('已递交第 1 版')
    expect((await read(null, `/tenders/${tender.id}/opening`)).html).toContain('磋商还没有结束')
  },
)
