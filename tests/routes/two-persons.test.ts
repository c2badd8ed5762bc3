import { expect, onTestFinished, test } from 'vitest'
import { grantSeat } from '#domain/who/seat/grant-seat.ts'
import { seatsOf } from '#domain/who/session/find-session.ts'
import { cookieFor, isBuilt, serveTown } from '#tests/support/crawl.ts'
import { world } from '#tests/support/world.ts'

const whole = { timeout: 60_000 }
const post = {
  role: 'street_handler',
  partyId: 'S1',
  from: '2026-03-02',
  ground: '任职文件〔2026〕9号',
} as const

test.skipIf(!isBuilt)('a seat is confirmed in its page, and its word is shown once', whole, async () => {
  const town = await world()
  const { url, close } = await serveTown({ town, store: town.store, files: town.files })
  onTestFinished(close)
  const { seatId } = await grantSeat(town.as('admin'), { ...post, personId: 'resident1' })
  const ask = async (who: string | null, path: string, form?: Record<string, string>) => {
    const headers = { cookie: await cookieFor(url, who), origin: url }
    const sent = form && { method: 'POST', body: new URLSearchParams(form) }
    const answer = await fetch(url + path, { headers, redirect: 'manual', ...sent })
    return { status: answer.status, html: await answer.text() }
  }
  const own = '/desk/seats/seat-handler'
  expect((await ask('handler', own)).html).toContain('form-sign')
  expect((await ask('approver', own)).status).toBe(404)
  expect((await ask('handler', own, { _form: 'sign', toId: '', words: '', seen: 'x' })).status).toBe(400)
  const noGround = await ask('admin', own, { _form: 'withdraw', ground: '' })
  expect([noGround.status, noGround.html.includes('<details open=""')]).toEqual([400, true])
  const last = await ask('admin', '/desk/seats/seat-security', { _form: 'withdraw', ground: '离任' })
  expect([last.status, last.html.includes('先交接，再免职')], 'a seat waits for him').toEqual([409, true])
  const page = `/desk/confirmations/${seatId}`
  for (const who of [null, 'admin', 'handler'])
    expect((await ask(who, page)).status, String(who)).toBe(who ? 404 : 403)
  expect((await ask('security', '/desk')).html).toContain(`href="${page}"`)
  expect((await ask('security', '/desk/confirmations')).html).toContain(page)
  expect((await ask('security', page)).html).toContain(post.ground)
  const word = `/desk/seats/${seatId}/word`
  expect((await ask('signer1', word)).status).toBe(404)
  expect((await ask('admin', word)).html).not.toMatch(/(\w{4}-){2}\w{4}</)
  expect((await ask('admin', word, { _key: 'a-key-that-is-long-enough' })).html).toMatch(
    /class="hash">(\w{4}-){2}\w{4}</,
  )
  const confirm = { _form: 'confirm', seatId }
  expect((await ask('security', page, { ...confirm, ground: '' })).status).toBe(400)
  expect((await ask('admin', page, { ...confirm, ground: '核对原件' })).status).toBe(404)
  expect((await ask('security', page, { ...confirm, ground: '核对原件' })).status).toBe(302)
  expect((await seatsOf(town.db, 'resident1', '2026-03-02')).map((s) => s.role)).toContain('street_handler')
  expect((await ask('security', page)).status).toBe(404)
})
