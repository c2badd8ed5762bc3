import sharp from 'sharp'
import { expect, onTestFinished, test } from 'vitest'
import { paperChecks, visits, voucherChecks } from '#db/schema/index.ts'
import { openAcceptance } from '#domain/deliver/acceptance/open-acceptance.ts'
import { findAssessment } from '#domain/deliver/supervision/assessment/find-assessment.ts'
import { assessmentSheets } from '#domain/deliver/supervision/assessment/form-data.ts'
import { openAssessment } from '#domain/deliver/supervision/assessment/open-assessment.ts'
import { raiseFinding } from '#domain/deliver/supervision/raise-finding.ts'
import { acceptWell, itemsOf } from '#tests/support/acceptance.ts'
import { booked } from '#tests/support/books.ts'
import { checked, claimed, running, served as servedIn } from '#tests/support/contract.ts'
import { cookieFor, isBuilt, sendForm, serveTown } from '#tests/support/crawl.ts'
import { lessChance } from '#tests/support/less-chance.ts'
import { paid } from '#tests/support/payment.ts'
import { world } from '#tests/support/world.ts'

async function served() {
  const town = await world()
  const { url, close } = await serveTown({ town, store: town.store, files: town.files })
  onTestFinished(close)
  const read = async (who: string | null, path: string) => {
    const cookie = await cookieFor(url, who)
    const answer = await fetch(url + path, { headers: { cookie }, redirect: 'manual' })
    return { status: answer.status, html: await answer.text() }
  }
  const send = async (who: string | null, path: string, body: Record<string, string>, photo?: BlobPart) => {
    const cookie = await cookieFor(url, who)
    if (!photo) return (await sendForm(url, path, cookie, body)).status
    const form = new FormData()
    for (const [name, value] of Object.entries(body)) form.append(name, value)
    form.append('photos', new File([photo], 'p.jpg'))
    const headers = { origin: url, cookie }
    return (await fetch(url + path, { method: 'POST', redirect: 'manual', headers, body: form })).status
  }
  const say = async (who: string, path: string, body: Record<string, string>) => {
    const answer = await sendForm(url, path, await cookieFor(url, who), body)
    return { status: answer.status, html: await answer.text() }
  }
  return { town, read, send, say }
}
const pages = test.skipIf(!isBuilt)
const seen = {
  _form: 'record',
  visitedOn: '2026-03-02',
  present: '6',
  asked: '2',
  diary: 'ok',
  staff: 'ok',
  site: 'unseen',
  people: 'ok',
  words: '六位老人在量血压',
}

pages(
  'the month’s visits: planned once by the centre, recorded on a phone, vouchers checked; bad input is said',
  async () => {
    const { town, read, send } = await served()
    const { id: contractId, milestones } = await running(town)
    await paid(town, milestones[0]!.id)
    await booked(town, 'committee')
    const [plan, add] = [{ _form: 'plan' }, { _form: 'add', contractId, reason: '居民反映活动没有开' }]
    expect((await read('handler', '/desk/visits')).status).toBe(403)
    expect((await read(null, '/desk/visits')).status).toBe(403)
    expect(await send('centreAuditor', '/desk/visits', plan)).toBe(403)
    expect(await send('centre', '/desk/visits', add)).toBe(409)
    expect(await send('centre', '/desk/visits', plan)).toBe(302)
    expect(await send('centre', '/desk/visits', plan)).toBe(409)
    expect(await send('centre', '/desk/visits', { ...add, reason: '' })).toBe(400)
    expect(await send('handler', '/desk/visits', add)).toBe(403)
    expect((await read('centreAuditor', '/desk/visits?month=2026-03')).html).toContain('风险分')
    expect((await read('centre', '/desk/visits?month=nonsense')).status).toBe(200)
    const [visit] = await town.db.select().from(visits)
    const path = `/desk/visits/${visit!.id}`
    expect((await read('centre', path)).html).toContain('name="present"')
    expect(await send('centre', path, { ...seen, site: 'wrong' })).toBe(400)
    expect(await send('centre', path, { ...seen, present: '许多' })).toBe(400)
    expect(await send('centre', path, { ...seen, visitedOn: '2026-03-09' })).toBe(422)
    expect(await send('editor1', path, seen)).toBe(404)
    expect(await send('centre', path, seen, 'no picture')).toBe(422)
    const picture = { create: { width: 9, height: 9, channels: 3, background: '#807060' } } as const
    expect(await send('centre', path, seen, await sharp(picture).png().toBuffer())).toBe(302)
    const photo = /\/desk\/visits\/\w+\/photo\/\w+/.exec((await read('centre', path)).html)?.[0] ?? ''
    expect((await read('centreAuditor', photo)).status).toBe(200)
    for (const who of ['signer1', 'handler', null])
      expect((await read(who, photo)).status).toBe(who ? 404 : 403)
    expect(await send('centre', '/desk/visits', add)).toBe(302)
    expect((await read('centre', '/desk/visits')).html).toContain('居民反映活动没有开')
    expect(await send('centre', path, { _form: 'skip', words: '没查成' })).toBe(409)
    expect((await read('centre', path)).html).toContain('六位老人在量血压')
    for (const who of ['centre', 'auditor', 'dApprover'])
      expect((await read(who, '/desk/unit-costs')).html).toContain('价钱低不等于好')
    expect((await read('editor1', '/desk/unit-costs')).status).toBe(403)
    const [check] = await town.db.select().from(voucherChecks)
    const voucher = `/desk/visits/vouchers/${check!.id}`
    expect((await read('centre', voucher)).html).toContain('name="verdict"')
    expect(await send('centre', voucher, { verdict: 'differ' })).toBe(400)
    expect(await send('finance', voucher, { verdict: 'agree' })).toBe(404)
    expect(await send('centre', voucher, { verdict: 'agree' })).toBe(302)
    expect((await read('centre', '/desk/visits/none')).status).toBe(404)
    const [drawn] = await town.db.select().from(paperChecks)
    const paper = `/desk/visits/papers/${drawn!.id}`
    expect((await read('centre', '/desk/visits')).html).toContain(paper)
    expect((await read('centre', paper)).html).toMatch(/社区账 [\s\S]*name="verdict"/)
    expect((await read('editor1', `${paper}/scan`)).status).toBe(404)
    expect((await read('centre', `${paper}/scan`)).status).toBe(200)
    expect(await send('centre', paper, { verdict: 'differ' })).toBe(400)
    expect(await send('centre', paper, { verdict: 'differ', words: '差一百元' })).toBe(302)
    const entry = await read('director', `/desk/books/${drawn!.bookEntryId}`)
    expect(entry.html).toContain('不一致：差一百元')
  },
)

/** A visit typed again on a page opened afresh comes back as it was typed, with a box to say that it was another. */
async function typedTwice(contractId: string, say: Awaited<ReturnType<typeof served>>['say']) {
  const path = `/work/${contractId}/diary/new`
  const visit = { kind: 'visit', heldOn: '2026-03-02', title: '上门探访', words: '一切都好', minutes: '45' }
  const send = (more: Record<string, string>) => say('worker1', path, { ...visit, ...more })
  expect(await send({ minutes: '许多' })).toMatchObject({ status: 400 })
  expect(await send({})).toMatchObject({ status: 302 })
  for (const another of ['', 'no']) {
    const asked = await send({ title: '又敲了一次', another })
    expect(asked.status).toBe(409)
    expect(asked.html).toContain('name="another"')
    expect(asked.html).toContain('又敲了一次')
    expect(asked.html).toContain('这是另一次')
  }
  expect(await send({ another: 'yes', heldOn: '2026-03-09' })).toMatchObject({ status: 422 })
  expect(await send({ another: 'yes' })).toMatchObject({ status: 302 })
}

pages(
  'an evaluation: set up, declared, scored and made public by form; nobody else reads it before',
  async () => {
    const { town, read, send, say } = await served()
    const { id: contractId, milestones } = await running(town)
    const open = `/work/${contractId}/assessments/new`
    expect((await read('handler', open)).status).toBe(404)
    expect(await send('centre', open, {})).toBe(400)
    expect(await send('centre', open, { kind: 'midterm' })).toBe(409)
    await claimed(town, milestones[1]!.id, contractId)
    const { id } = await openAssessment(town.as('centre'), { contractId, kind: 'midterm' })
    expect((await read(null, `/assessments/${id}`)).status).toBe(404)
    expect((await read('handler', `/desk/assessments/${id}`)).status).toBe(404)
    const { seats } = await findAssessment(town.db, id)
    const sheet = Object.fromEntries(
      assessmentSheets.midterm.flatMap(({ code, max }, i) => [
        [`scores[${i}].code`, code],
        [`scores[${i}].points`, String(max)],
      ]),
    )
    const words = '各项都看过，与申报一致。'
    for (const { personId } of seats) {
      const path = `/panel/assessments/${id}`
      expect(await send(personId, path, { _form: 'score', ...sheet, words })).toBe(409)
      expect(await send(personId, path, { _form: 'declare' })).toBe(302)
      expect(await send(personId, path, { _form: 'score', ...sheet, 'scores[0].points': '31', words })).toBe(
        422,
      )
      expect(await send(personId, path, { _form: 'score', ...sheet, words: '好' })).toBe(400)
      expect(await send(personId, path, { _form: 'score', ...sheet, words })).toBe(302)
    }
    const desk = `/desk/assessments/${id}`
    expect(await send('centre', desk, { _form: 'redraw' })).toBe(409)
    expect(await send('handler', desk, { _form: 'redraw' })).toBe(404)
    expect(await send('centre', desk, { _form: 'publish', words: '短' })).toBe(400)
    expect(await send('centre', desk, { _form: 'publish', words })).toBe(302)
    const shown = (await read(null, `/assessments/${id}`)).html
    expect(shown).toContain('100 分，A 等')
    expect(lessChance(shown)).not.toContain('expert')
    expect((await read(null, '/orgs/ORG1')).html).toContain('100 分，A 等')
    await typedTwice(contractId, say)
  },
)

pages(
  'acceptance by form: how many are drawn, who cannot be reached, item by item, and a result taken back',
  async () => {
    const { town, read, send } = await served()
    const { id: contractId, milestones } = await running(town)
    await servedIn(town, contractId)
    const milestoneId = milestones[1]!.id
    await checked(town, milestoneId, contractId)
    const open = `/desk/acceptances/new/${milestoneId}`
    expect(await send('handler', open, { ask: '2' })).toBe(422)
    expect(await send('handler', open, { ask: '99' })).toBe(422)
    expect(await send('handler', open, { ask: 'all' })).toBe(400)
    const { id } = await openAcceptance(town.as('handler'), { milestoneId })
    const page = `/desk/acceptances/${id}`
    expect(
      await send('clerk', `${page}/enter`, { _form: 'unreached', serviceUserId: 'none', reason: 'moved' }),
    ).toBe(409)
    expect(await send('clerk', `${page}/enter`, { _form: 'unreached', serviceUserId: 'none' })).toBe(400)
    const items = await itemsOf(town, id)
    const short = {
      met: 'met',
      words: '看过',
      'items[0].indicatorId': items[0]!.indicatorId,
      'items[0].asClaimed': 'yes',
    }
    expect(await send('acceptor', `${page}/sign`, short)).toBe(409)
    await acceptWell(town, id)
    const reason = '签到表有代签，要重新核对后再验收。'
    expect((await read('centre', page)).html).not.toContain('撤回合格')
    await raiseFinding(town.as('centre'), { contractId, words: '签到表代签' })
    expect((await read('centre', page)).html).toContain('撤回合格')
    expect(await send('centre', page, { reason: '不行' })).toBe(400)
    expect(await send('handler', page, { reason })).toBe(403)
    expect(await send('centre', page, { reason })).toBe(302)
    expect((await read(null, `/acceptances/${id}`)).html).toContain('这个结果已在')
  },
)
