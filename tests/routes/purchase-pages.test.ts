import { expect, onTestFinished, test } from 'vitest'
import { tenderFollows } from '#db/schema/index.ts'
import { fileComplaint } from '#domain/buy/challenge/file-complaint.ts'
import { findChallenge } from '#domain/buy/challenge/find-challenge.ts'
import { submitChallenge } from '#domain/buy/challenge/submit-challenge.ts'
import { chainInForce } from '#domain/buy/plan/approval-chain.ts'
import { findTender } from '#domain/buy/tender/find-tender.ts'
import { publishTender } from '#domain/buy/tender/publish-tender.ts'
import { submitTender } from '#domain/buy/tender/submit-tender.ts'
import { yuan } from '#domain/money.ts'
import { cookieFor, isBuilt, sendForm, serveTown } from '#tests/support/crawl.ts'
import { afterDeadline, awardedTender, qualifiedTender, sentProposal } from '#tests/support/proposal.ts'
import { draftedTender, passReview, publishedTender } from '#tests/support/tender.ts'
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
    return { status: answer.status, headers: answer.headers, html: await answer.text() }
  }
  const send = async (who: string | null, path: string, body: Record<string, string>) =>
    (await sendForm(url, path, await cookieFor(url, who), body)).status
  return { town, url, read, send }
}
const pages = test.skipIf(!isBuilt)

pages('the approver changes the chain by a form; others read it; a bad one is said in the form', async () => {
  const { town, read, send } = await served()
  const path = '/desk/approval-chain'
  expect(await read('handler', path)).toMatchObject({ status: 200 })
  expect((await read('handler', path)).html).not.toContain('name="ground"')
  expect((await read('approver', path)).html).toContain('name="ground"')
  expect((await read('resident1', path)).status).toBe(403)
  const typed = {
    version: '0',
    'steps[0]': 'finance',
    'steps[1]': '',
    'steps[2]': 'approver',
    ground: '内控制度第十二条',
  }
  expect(await send('approver', path, { ...typed, 'steps[2]': '' })).toBe(422)
  expect(await send('approver', path, { ...typed, ground: '' })).toBe(400)
  expect(await send('finance', path, typed)).toBe(403)
  expect(await send('approver', path, typed)).toBe(302)
  expect(await chainInForce(town.db, 'S1')).toEqual({ version: 1, steps: ['finance', 'approver'] })
  expect((await read('handler', path)).html).toContain('内控制度第十二条')
})

pages(
  'a file goes up with a draft and comes down byte for byte, to anybody, after publication only',
  async () => {
    const { town, url, read } = await served()
    const { id } = await draftedTender(town)
    const bytes = Buffer.from('%PDF-1.7\n清单\n%%EOF')
    const body = new FormData()
    body.set('_form', 'add')
    body.set('file', new File([bytes], '服务清单.pdf', { type: 'text/html' }))
    const headers = { origin: url, cookie: await cookieFor(url, 'handler') }
    const path = `/desk/tenders/${id}/documents`
    const sent = await fetch(url + path, { method: 'POST', redirect: 'manual', headers, body })
    expect([sent.status, sent.headers.get('location')]).toEqual([302, path])
    expect((await read('handler', path)).html).toContain('服务清单.pdf')
    expect((await read('signer1', path)).status).toBe(404)
    const [file] = (await findTender(town.db, id)).documents
    const down = `/tenders/${id}/documents/${file!.id}`
    expect([(await read(null, down)).status, (await read('signer1', down)).status]).toEqual([404, 404])
    await submitTender(town.as('handler'), { tenderId: id })
    await passReview(town.as('approver'), id)
    await publishTender(town.as('approver'), { tenderId: id })
    const got = await fetch(url + down)
    expect(got.headers.get('content-type')).toBe('application/pdf')
    expect(got.headers.get('content-disposition')).toMatch(/^attachment; filename="[0-9a-f]{8}\.pdf"/)
    expect(Buffer.from(await got.arrayBuffer())).toEqual(bytes)
    expect((await read(null, `/tenders/${id}`)).html).toContain(file!.hash)
  },
)

pages('a tender’s page carries a link to follow and no form of anybody’s', async () => {
  const { town, read, send } = await served()
  const { id } = await publishedTender(town)
  const shown = await read('resident1', `/tenders/${id}`)
  expect(shown.html).toContain(`/tenders/${id}/follow`)
  expect(shown.html).not.toMatch(/name="_form" value="follow"/)
  expect(await send('resident1', `/tenders/${id}/follow`, { _form: 'follow' })).toBe(302)
  expect(await town.db.select().from(tenderFollows)).toMatchObject([{ personId: 'resident1' }])
  expect(await send(null, `/tenders/${id}/follow`, { _form: 'follow' })).toBe(403)
  expect(await send('resident1', `/tenders/${id}/follow`, { _form: 'unfollow' })).toBe(302)
  expect(await town.db.select().from(tenderFollows)).toEqual([])
})

pages('the opening’s page asks the witness to be there and only then lets the handler open', async () => {
  const { town, read, send } = await served()
  const tender = await publishedTender(town)
  for (const n of [1, 2, 3]) await sentProposal(town, tender, n)
  town.clock.set(afterDeadline(tender))
  const path = `/desk/tenders/${tender.id}/opening`
  expect((await read('handler', path)).html).not.toContain('value="open"')
  expect((await read('resident1', path)).status).toBe(404)
  expect(await send('handler', path, { _form: 'open', sure: 'yes' })).toBe(409)
  expect(await send('supervisor', path, { _form: 'witness' })).toBe(400)
  expect(await send('handler', path, { _form: 'witness', sure: 'yes' })).toBe(403)
  expect(await send('supervisor', path, { _form: 'witness', sure: 'yes' })).toBe(302)
  expect((await read('handler', path)).html).toContain('value="open"')
  expect(await send('handler', path, { _form: 'open', sure: 'yes' })).toBe(302)
  expect((await read(null, `/tenders/${tender.id}/opening`)).html).toContain('见证')
})

pages('a low price is explained on its own page, and the panel’s page waits for it', async () => {
  const { town, read, send } = await served()
  const prices = [90_000, 190_000, 195_000, 200_000].map(yuan)
  const { tender, members } = await qualifiedTender(town, { prices })
  const [own, panel] = [`/tenders/${tender.id}/low-price`, `/panel/${tender.id}/low-price`]
  expect((await read('signer2', own)).status).toBe(404)
  expect((await read('handler', own)).status).toBe(403)
  expect((await read('signer1', own)).status).toBe(200)
  expect((await read(members[0]!, panel)).html).toContain('正在等它说明')
  expect(await send('signer1', own, { words: '便宜' })).toBe(400)
  expect(await send('signer1', own, { words: '场地由社区免费提供，志愿者承担三成人次。' })).toBe(302)
  expect((await read(members[0]!, panel)).html).toContain('志愿者承担三成人次')
  expect(await send('signer1', own, { words: '场地由社区免费提供，志愿者承担三成人次。' })).toBe(409)
})

pages('a complaint goes from the challenger’s page to the district’s and back', async () => {
  const { town, read, send } = await served()
  const { tender } = await awardedTender(town)
  const items = '评分表团队一项人数计算有误，请求复核并撤销成交结果。'
  const { id } = await submitChallenge(town.as('signer2'), { tenderId: tender.id, items })
  const path = `/tenders/${tender.id}/complaint/${id}`
  expect((await read('signer3', path)).status).toBe(403)
  expect(await send('signer2', path, { items })).toBe(400)
  expect(await send('signer2', path, { items, points: '0' })).toBe(409)
  town.clock.set((await findChallenge(town.db, id)).replyDueAt)
  expect(await send('signer2', path, { items: '不服', points: '0' })).toBe(400)
  expect(await send('signer2', path, { items, points: '7' })).toBe(422)
  const { id: complaintId } = await fileComplaint(town.as('signer2'), { challengeId: id, items })
  const desk = `/desk/complaints/${complaintId}`
  expect((await read('signer2', path)).html).toContain('TS-2026-')
  expect((await read('resident1', desk)).status).toBe(404)
  expect((await read('dApprover', desk)).html).toContain('value="accept"')
  expect(await send('approver', desk, { _form: 'accept', days: '30' })).toBe(403)
  expect(await send('dFinance', desk, { _form: 'accept', days: '31' })).toBe(400)
  expect(await send('dFinance', desk, { _form: 'accept', days: '30' })).toBe(302)
  const ruling = {
    _form: 'decide',
    outcome: 'upheld',
    remedy: 'next_in_rank',
    decision: '经查评分表团队一项人数有误，投诉成立，撤销成交结果。',
  }
  expect(await send('dApprover', desk, { ...ruling, decision: '成立' })).toBe(400)
  expect(await send('dApprover', desk, { ...ruling, remedy: '' })).toBe(400)
  expect(await send('dFinance', desk, ruling)).toBe(403)
  expect(await send('dApprover', desk, ruling)).toBe(302)
  expect((await read(null, `/tenders/${tender.id}/result`)).html).toContain('投诉成立')
})
