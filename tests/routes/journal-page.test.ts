import { expect, onTestFinished, test } from 'vitest'
import { grantSeat } from '#domain/who/seat/grant-seat.ts'
import { cookieFor, isBuilt, serveTown } from '#tests/support/crawl.ts'
import { world } from '#tests/support/world.ts'

const whole = { timeout: 60_000 }
test.skipIf(!isBuilt)('the journal opens from an auditor’s desk, and to nobody else', whole, async () => {
  const town = await world()
  const { url, close } = await serveTown({ town, store: town.store, files: town.files })
  onTestFinished(close)
  const ground = '任职文件〔2026〕7号'
  const post = { role: 'committee_clerk', partyId: 'C1', from: '2026-03-02', ground } as const
  const { seatId } = await grantSeat(town.as('admin'), { ...post, personId: 'resident1' })
  const read = async (who: string | null, path: string) => {
    const answer = await fetch(url + path, { headers: { cookie: await cookieFor(url, who) } })
    return { status: answer.status, html: await answer.text() }
  }
  for (const who of ['auditor', 'security']) {
    expect((await read(who, '/desk')).html).toContain('href="/desk/journal"')
    const { status, html } = await read(who, `/desk/journal?about=${seatId}`)
    expect(status).toBe(200)
    expect(html).toContain(ground)
    expect(html).toContain('seat.grant')
  }
  expect((await read('auditor', '/desk/journal?on=2026-02-30&before=x&about=nothing')).status).toBe(200)
  for (const who of [null, 'admin', 'handler', 'signer1'])
    expect((await read(who, '/desk/journal')).status, String(who)).toBe(403)
})
