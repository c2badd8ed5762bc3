import { expect, onTestFinished, test } from 'vitest'
import { loadRoll } from '#domain/ask/vote/load-roll.ts'
import { printSlips } from '#domain/ask/vote/print-slips.ts'
import { sealRound } from '#domain/ask/vote/seal-round.ts'
import { cookieFor, isBuilt, serveTown } from '#tests/support/crawl.ts'
import { type Item, pbOf } from '#tests/support/pb.ts'
import { openRound, rollOf } from '#tests/support/vote.ts'
import { world } from '#tests/support/world.ts'

async function served() {
  const town = await world()
  const { url, close } = await serveTown({ town, store: town.store, files: town.files })
  onTestFinished(close)
  const get = async (who: string | null, path: string) =>
    fetch(url + path, { headers: { cookie: await cookieFor(url, who) }, redirect: 'manual' })
  const bring = async (who: string, words: string, more: Record<string, string> = {}) => {
    const body = new FormData()
    const typed = { items: 'own', electorate: '本社区居民', unit: 'household', quorumPercent: '0' }
    const days = { opensOn: '2026-03-10', closesOn: '2026-03-12' }
    for (const [name, value] of Object.entries({ ...typed, ...days, ...more })) body.set(name, value)
    body.set('file', new Blob([words]), 'elsewhere.pb')
    const headers = { origin: url, cookie: await cookieFor(url, who) }
    return fetch(`${url}/desk/rounds/import`, { method: 'POST', redirect: 'manual', headers, body })
  }
  return { town, get, bring }
}
const pages = test.skipIf(!isBuilt)
const parks: Item[] = [
  ['Z1', 90_000, 'Zielony skwer'],
  ['Z2', 60_000, 'Nowe ławki'],
]
const meta = { budget: 140_000, currency: 'PLN', country: 'Poland', unit: 'Łódź' }

pages(
  'a file of elsewhere is brought in on its page; a bad line is named, and the round says whose it is',
  async () => {
    const { town, get, bring } = await served()
    const over = await bring('clerk', pbOf([parks[0]!, ['Z9', 999_999_999]], meta))
    expect([over.status, await over.text()]).toEqual([422, expect.stringMatching(/第 18 行：项目 Z9/)])
    expect((await bring('clerk', pbOf(parks, meta), { items: 'all' })).status).toBe(400)
    expect((await bring('clerk', pbOf(parks, meta), { items: 'needs' })).status).toBe(400)
    expect((await bring('resident1', pbOf(parks, meta))).status).toBe(403)
    const good = await bring('clerk', pbOf(parks, meta), { demonstrate: 'yes' })
    const at = good.headers.get('location') ?? ''
    expect([good.status, at]).toEqual([302, expect.stringMatching(/^\/desk\/rounds\/\w+$/)])
    const desk = await (await get('clerk', at)).text()
    expect(desk).not.toContain(`${at}/edit`)
    expect(desk).toMatch(/PLN/)
    expect((await get('clerk', `${at}/edit`)).status).toBe(409)
    const roundId = at.split('/').at(-1)!
    await loadRoll(town.as('clerk'), { roundId, roll: rollOf(3) })
    await printSlips(town.as('clerk'), { roundId })
    await sealRound(town.as('director'), { roundId })
    const open = await (await get(null, `/votes/${roundId}`)).text()
    expect(open).toContain('Zielony skwer')
    expect(open).toMatch(/不动用资金[\s\S]*没有换算/)
    expect(open).not.toContain('href="/needs/')
  },
)

pages(
  'the sealed box is for its trustees from the close on, and receipts by letter for whoever prints the slips',
  async () => {
    const { town, get } = await served()
    const round = await openRound(town)
    const status = async (who: string | null, page: string) =>
      (await get(who, `/desk/rounds/${round.id}/${page}`)).status
    expect([await status('auditor', 'sealed-box'), await status('clerk', 'letters')]).toEqual([409, 409])
    for (const who of ['clerk', 'director', 'resident1', null])
      expect([who, await status(who, 'sealed-box')]).toEqual([who, who ? 404 : 403])
    for (const who of ['station', 'auditor', 'resident1', null])
      expect([who, await status(who, 'letters')]).toEqual([who, who ? 404 : 403])
  },
)
