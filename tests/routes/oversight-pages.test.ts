import { eq } from 'drizzle-orm'
import { expect, onTestFinished, test } from 'vitest'
import { plans, rounds } from '#db/schema/index.ts'
import { enterRating } from '#domain/rate/rating/give-rating.ts'
import { running, served } from '#tests/support/contract.ts'
import { cookieFor, isBuilt, serveTown } from '#tests/support/crawl.ts'
import { passGate } from '#tests/support/payment.ts'
import { type Town, world } from '#tests/support/world.ts'

/** A town with its pages served, and how one reads and posts there; whoever comes signs in once. */
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
  const post = async (path: string, who: string, fields: Record<string, string>) =>
    fetch(url + path, {
      method: 'POST',
      redirect: 'manual',
      headers: { origin: url, cookie: await cookieOf(who) },
      body: new URLSearchParams(fields),
    })
  return { get, post }
}
/** A contract whose people rated it, with work accepted. */
async function rated(town: Town, n: 1 | 2) {
  const who = { supplierId: `ORG${n}`, signer: `signer${n}`, worker: `worker${n}` }
  const { id, milestones } = await running(town, who)
  await passGate(town, milestones[1]!.id)
  for (const serviceUserId of await served(town, id, 5, who.worker))
    await enterRating(town.as('clerk'), { contractId: id, serviceUserId, channel: 'paper', level: 6 - n })
  return id
}

test.skipIf(!isBuilt)(
  'objections and signals have their pages, for who may, and say what is wrong with what was typed',
  async () => {
    const town = await world()
    const ids = [await rated(town, 1)]
    const { get, post } = await pages(town)
    expect((await get('/oversight')).status).toBe(200)
    for (const path of ['/desk/oversight', '/desk/flags/ratings'])
      expect([path, (await get(path, 'resident1')).status]).toEqual([path, 403])
    expect(await (await get('/desk/oversight', 'supervisor')).text()).toContain(
      `/desk/oversight/contract/${ids[0]}`,
    )
    const raise = `/desk/oversight/contract/${ids[0]}`
    expect((await get('/desk/oversight/contract/nowhere', 'supervisor')).status).toBe(404)
    expect((await post(raise, 'supervisor', { words: '不对' })).status).toBe(400)
    expect((await post(raise, 'clerk', { words: '合同里的探访次数少了一半' })).status).toBe(404)
    const raised = await post(raise, 'supervisor', { words: '合同里的探访次数少了一半' })
    expect(raised.status).toBe(302)
    const one = raised.headers.get('location')!
    expect(
      (await post(one, 'supervisor', { _form: 'escalate', escalation: '答复期限还没到就上报' })).status,
    ).toBe(409)
    expect((await post(one, 'director', { _form: 'nothing' })).status).toBe(422)
    expect(
      (await post(one, 'director', { _form: 'answer', answer: '以合同为准，公示栏已经更正' })).status,
    ).toBe(302)
    expect(await (await get('/oversight')).text()).toContain('以合同为准，公示栏已经更正')

    expect(await (await get('/desk/flags/ratings', 'auditor')).text()).toContain('一人代录')
    expect((await get('/desk/flags/ratings/drift~no', 'auditor')).status).toBe(404)
  },
)

test.skipIf(!isBuilt)(
  'appraisal and ranking have their pages, for who may, and say what is wrong with what was typed',
  async () => {
    const town = await world()
    await rated(town, 1)
    await rated(town, 2)
    const { get, post } = await pages(town)
    for (const path of ['/appraisals', '/ranking', '/orgs/ORG1'])
      expect([path, (await get(path)).status]).toEqual([path, 200])
    for (const path of ['/desk/appraisals', '/desk/ranking'])
      expect([path, (await get(path, 'resident1')).status]).toEqual([path, 403])
    const year = { year: '2026', name: '年度评议', electorate: '本社区居民', unit: 'household' }
    const days = { opensOn: '2026-03-10', closesOn: '2026-03-09' }
    expect((await post('/desk/appraisals', 'clerk', { ...year, ...days })).status).toBe(400)
    const drafted = await post('/desk/appraisals', 'clerk', { ...year, ...days, closesOn: '2026-03-12' })
    expect(drafted.headers.get('location')).toMatch(/^\/desk\/rounds\//)
    const round = drafted.headers.get('location')!
    expect((await get(round, 'clerk')).status).toBe(200)
    const announced = eq(rounds.id, round.split('/').at(-1)!)
    await town.transact((tx) => tx.update(rounds).set({ state: 'announced' }).where(announced))
    const [{ id: planId } = { id: '' }] = await town.db.select({ id: plans.id }).from(plans)
    for (const [path, who] of [
      ['/appraisals', null],
      ['/orgs/ORG1', null],
      [`/desk/plans/${planId}`, 'handler'],
    ] as const)
      expect([path, (await (await get(path, who)).text()).includes('2026 年度评议')]).toEqual([path, true])

    expect((await post('/desk/ranking', 'dHandler', { kind: 'visits' })).status).toBe(400)
    const ranked = await post('/desk/ranking', 'dHandler', { kind: 'organisation' })
    expect(ranked.status).toBe(302)
    expect((await get(ranked.headers.get('location')!, 'signer1')).status).toBe(200)
    expect(await (await get('/ranking')).text()).toContain('2026Q1')
    const weights = { satisfaction: '30', paid: '50', rectified: '20', words: '按时付款加重' }
    expect((await post('/desk/ranking/formula/street', 'dApprover', weights)).status).toBe(422)
    expect((await get('/desk/ranking/formula/visits', 'dApprover')).status).toBe(404)
  },
)
