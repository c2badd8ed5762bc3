import { expect, test } from '@playwright/test'
import { acceptedNeed, draftRound, identify, seal, send, voidRound } from './road/round.ts'
import { journeyIn } from './support/journey.ts'
import { startTown, type Town } from './support/town.ts'

let town: Town
test.beforeAll(async () => {
  town = await startTown({ demo: true, empty: true })
})
test.afterAll(() => town.stop())
test.skip(({ javaScriptEnabled }) => javaScriptEnabled, 'told once, without JavaScript')

const roll = ['王爷爷,HH-K-1,81', '赵阿姨,HH-K-2,63'].join('\n')
/** The usual questions of an advisory round; each kind of ballot adds its own. */
const usual = { budget: '16000', unit: 'household', level: 'L0', rule: 'greedy', maxChoices: '2' }

test('a ranking, a ballot within the budget and points are each filled in, checked and cast on a telephone', async ({
  browser,
}, info) => {
  test.setTimeout(480_000)
  const road = journeyIn(browser, town, info, { javaScriptEnabled: false })
  const { as, moveClock } = road
  const lamps = await acceptedNeed(road, '三号楼楼道感应灯', '12000')
  const rails = await acceptedNeed(road, '五号楼门口扶手', '9000')

  type Told = { kind: string; more?: Record<string, string>; wrong: Marks; why: RegExp; right: Marks }
  type Marks = Record<string, string | string[]>
  const kinds: Told[] = [
    {
      kind: 'ranking',
      wrong: { [`ranks.${lamps}`]: '1', [`ranks.${rails}`]: '1' },
      why: /名/,
      right: { [`ranks.${lamps}`]: '2', [`ranks.${rails}`]: '1' },
    },
    { kind: 'knapsack', wrong: { choices: [lamps, rails] }, why: /额度|超/, right: { choices: [rails] } },
    {
      kind: 'points',
      more: { pointsTotal: '6', pointsEach: '5' },
      wrong: { [`points.${lamps}`]: '5', [`points.${rails}`]: '3' },
      why: /分/,
      right: { [`points.${lamps}`]: '2', [`points.${rails}`]: '4' },
    },
  ]
  for (const [n, { kind, more, wrong, why, right }] of kinds.entries()) {
    const day = `2026-11-${24 + n * 2}`
    const dates = { opensOn: day, closesOn: `2026-11-${25 + n * 2}` }
    const about = { name: `第 ${n + 1} 种票`, needIds: [lamps, rails], ballotKind: kind, ...more }
    const round = await draftRound(road, { ...usual, ...about, ...dates }, roll)
    await seal(road, round.desk, { keepers: false })
    await moveClock(`${day}T09:00`)
    const voter = await as(null)
    await identify(voter, round.id, round.codes[0]!)
    await voter.fill(wrong)
    await expect(voter.press('下一步，核对'), kind).rejects.toThrow(why)
    if ('choices' in wrong) await voter.page.locator(`[name=choices][value="${lamps}"]`).first().uncheck()
    await send(voter, right)
    await expect(voter.page.locator('main')).toContainText('收到')
    await voidRound(road, round.desk, '试过这一种票，需求放回下一轮。')
  }
})
