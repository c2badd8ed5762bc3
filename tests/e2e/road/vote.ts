import { expect } from '@playwright/test'
import type { Part } from '../support/people.ts'
import type { NeedAsked } from './ask.ts'
import { people, type Road } from './road.ts'

const roll = Array.from({ length: 6 }, (_, i) => `第${i + 1}户,HH-E-${i + 1},${60 + i}`).join('\n')

type Load = (clerk: Part, desk: string) => Promise<void>
const typed: Load = async (clerk, desk) => {
  await clerk.open(`${desk}/roll`)
  await clerk.fill({ roll })
  await clerk.press('导入')
}

/** A round with its roll of six households and their codes. */
export async function prepare({ as, shoot }: Road, need: NeedAsked, load: Load = typed) {
  const clerk = await as(people.clerk)
  await clerk.open('/desk/rounds/new')
  const pool = clerk.page.locator('select[name=poolId] option', { hasText: '2026 年社区民生微实事' }).first()
  await clerk.fill({
    name: '2026 年冬季民生微实事票决',
    needIds: [need.id],
    poolId: (await pool.getAttribute('value'))!,
    budget: '300000',
    unit: 'household',
    maxChoices: '1',
    thresholdPercent: '50',
    quorumPercent: '0',
    opensOn: '2026-11-24',
    closesOn: '2026-11-25',
  })
  await clerk.press('保存')
  const desk = clerk.path()
  await clerk.open(`${desk}/edit`)
  await load(clerk, desk)
  await clerk.open(`${desk}/slips`)
  await clerk.press('生成并显示投票码')
  const codes = await clerk.page.locator('li.card .font-song').allInnerTexts()
  await shoot(clerk, 'slips')
  expect(codes).toHaveLength(6)
  return { desk, codes, id: desk.split('/').at(-1)! }
}

async function cast(voter: Part, id: string, code: string, needId: string, road: Road, shown: boolean) {
  await voter.open(`/votes/${id}/cast`)
  await voter.fill({ code }, 'code')
  await voter.press('下一步', 'code')
  await voter.fill({ choices: [needId] })
  if (shown) await road.shoot(voter, 'ballot')
  await voter.press('下一步，核对')
  await voter.press('投出这一票')
  if (shown) await road.shoot(voter, 'ballot-receipt')
  await expect(voter.page.locator('main')).toContainText('您的票已收到')
}

const passphrase = (who: string) => `${who} 的口令 for the road`
/** 密钥仪式: three keepers are named, each sets a passphrase, two of them open the test ballot. */
export async function keepKey({ as, shoot }: Road, desk: string) {
  const three = { supervision: people.supervisor, street: people.handler, outside: people.auditor }
  const clerk = await as(people.clerk)
  await clerk.open(`${desk}/key`)
  await clerk.fill(three, 'trustees')
  await clerk.press('指定这三位', 'trustees')
  for (const who of Object.values(three)) {
    const keeper = await as(who)
    await keeper.open(`${desk}/share`)
    await keeper.fill({ passphrase: passphrase(who), again: passphrase(who) }, 'confirm')
    await keeper.press('确认保管', 'confirm')
  }
  await clerk.open(`${desk}/key`)
  await clerk.fill(twoWords, 'try')
  await clerk.press('演练', 'try')
  await shoot(clerk, 'key')
}
/** What two of the keepers type side by side. */
export const twoWords = {
  firstWords: passphrase(people.supervisor),
  secondWords: passphrase(people.handler),
}

/** 投票: a round sealed by another than its drafter, slips, ballots, the count in public. */
export async function voteOnNeeds(road: Road, need: NeedAsked) {
  const { desk, codes, id } = await prepare(road, need)
  await keepKey(road, desk)
  const director = await road.as(people.director)
  await director.open(desk)
  await director.press('封存这一轮', 'seal')
  await road.moveClock('2026-11-24T09:00')
  const voter = await road.as(null)
  for (const [n, code] of codes.slice(0, 4).entries()) await cast(voter, id, code, need.id, road, n === 0)
  await cast(voter, id, codes[0]!, need.id, road, false)
  await voter.open(`/votes/${id}`)
  await expect(voter.page.locator('main')).not.toContainText(/[45] 票/)
  await road.moveClock('2026-11-26T09:00')
  const supervisor = await road.as(people.supervisor)
  await supervisor.open(desk)
  await supervisor.press('登记到场监票', 'witness')
  await director.open(`${desk}/count`)
  await director.press('封箱', 'close')
  await director.fill(twoWords, 'open')
  await director.press('开票', 'open')
  await director.open(desk)
  await director.press('公布结果', 'announce')
  await voter.open(`/votes/${id}/result`)
  await road.shoot(voter, 'vote-result')
  await expect(voter.page.locator('main')).toContainText('入选')
}
