import { expect, test } from '@playwright/test'
import { askTheResidents } from './road/ask.ts'
import { sendProposals } from './road/bid.ts'
import { callForProposals } from './road/call.ts'
import { accept, pay, serve, signContract } from './road/deliver.ts'
import { award, evaluate } from './road/evaluate.ts'
import { followTheMoney } from './road/follow.ts'
import { rate } from './road/rate.ts'
import { voteOnNeeds } from './road/vote.ts'
import { behind, lookBehind } from './support/behind.ts'
import { join, type Part } from './support/people.ts'
import { startTown, type Town } from './support/town.ts'

let town: Town
test.beforeAll(async () => {
  town = await startTown({ demo: true, empty: true })
})
test.afterAll(() => town.stop())

test('one street buys one service, from a resident’s need to the last yuan and a rating', async ({
  browser,
  javaScriptEnabled,
}) => {
  test.setTimeout(600_000)
  // What a page looks like does not depend on scripts: it is looked at, and photographed, once.
  const looking = lookBehind(browser, town.url, javaScriptEnabled ? [] : behind)
  const opened = new Map<string, Part>()
  /** The person's own browser, opened once. */
  const as = async (personId: string | null) => {
    const key = personId ?? 'nobody'
    const known = opened.get(key)
    if (known) return known
    const part = await join(browser, town.url, personId, {
      javaScriptEnabled,
      arrived: looking.arrived,
    })
    opened.set(key, part)
    return part
  }
  let shots = 0
  const shoot = async (part: Part, name: string) => {
    if (javaScriptEnabled) return
    shots += 1
    const file = `tests/e2e/shots/plain/${String(shots).padStart(2, '0')}-${name}.png`
    await part.page.screenshot({ path: file, fullPage: true })
  }
  const moveClock = async (to: string) => {
    const anyone = await as('U005')
    await anyone.open('/clock')
    await anyone.fill({ to })
    await anyone.press('往前拨')
  }
  const road = { as, shoot, moveClock }

  const need = await askTheResidents(road)
  expect(need.refNo).toMatch(/^XQ-2026-/)
  await voteOnNeeds(road, need)
  const call = await callForProposals(road, need)
  expect(call.refNo).toMatch(/^CG-2026-/)
  await sendProposals(road, call)
  await evaluate(road, call)
  const contractTo = await award(road, call)
  const running = await signContract(road, contractTo)
  await pay(road, running, 1)
  await moveClock('2027-01-15T09:00')
  await serve(road, running, '2027-01-14', true)
  await accept(road, running, ['2600', '92'])
  await pay(road, running, 2)
  await moveClock('2027-06-25T09:00')
  await serve(road, running, '2027-06-24', false)
  await accept(road, running, ['4950', '93'])
  await pay(road, running, 3)
  await rate(road, running.contractId)
  await followTheMoney(road, call.planId, need)
  expect(looking.wrong, 'pages in the midst of an act').toEqual([])
  expect(looking.missed(), 'kinds of page nobody came upon').toEqual([])
})
