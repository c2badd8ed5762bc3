import type { Role } from '#db/vocabulary.ts'
import { yuan } from '#domain/money.ts'
import { approveBookEntry, returnBookEntry } from '#domain/treasury/community-books/decide-entry.ts'
import { enterBookEntry, reverseBookEntry } from '#domain/treasury/community-books/enter-entry.ts'
import type { EnterBookEntry } from '#domain/treasury/community-books/forms.ts'
import { invoiceSample } from './invoice-sample.ts'
import type { Story } from './story.ts'

type Side = { body: string; clerk: Role; approver: Role; approverAt: string }
type Line = [on: string, kind: EnterBookEntry['kind'], amount: number, title: string]

const committee = (body: string): Side => ({
  ...{ body, clerk: 'committee_clerk', approver: 'committee_director', approverAt: body },
})
const station = (body: string): Side => ({
  ...{ body, clerk: 'station_clerk', approver: 'street_finance', approverAt: 'S1' },
})
const ofCommittee: Line[] = [
  ['2026-07-08', 'office_grant', 18_000, '街道拨付下半年办公经费'],
  ['2026-07-20', 'asset_income', 12_600, '社区用房第三季度租金'],
  ['2026-08-05', 'office_grant', -1_286.5, '议事厅打印纸、硒鼓'],
  ['2026-08-28', 'community_collection', 3_420, '邻里节居民自愿捐助'],
  ['2026-09-12', 'community_collection', -3_105.8, '邻里节场地布置和矿泉水'],
  ['2026-10-16', 'asset_income', -4_800, '楼道感应灯更换'],
  ['2026-11-10', 'office_grant', -960, '网格公示栏更新'],
]
const ofStation: Line[] = [
  ['2026-07-10', 'service_grant', 46_000, '区拨公共服务经费'],
  ['2026-07-31', 'service_fee', 2_140, '老年食堂午餐收费'],
  ['2026-08-15', 'earmarked_purchase', 15_000, '便民服务购买专项'],
  ['2026-09-03', 'service_grant', -8_250, '服务大厅叫号机维修'],
  ['2026-10-09', 'earmarked_purchase', -6_400, '上门理发、磨刀修伞服务'],
  ['2026-11-06', 'service_fee', -1_870.6, '老年食堂食材补贴'],
]

/** One paper entered by the clerk of a side in the morning. */
async function enter(story: Story, side: Side, [on, kind, amount, title]: Line) {
  const voucherNo = `${side.body}-${on.replaceAll('-', '')}-${kind.slice(0, 2).toUpperCase()}`
  const scan = invoiceSample([
    '收支票据 · 演示样张',
    `票据号：${voucherNo}`,
    `事由：${title}`,
    `金额：${Math.abs(amount).toFixed(2)} 元`,
  ])
  const way = amount > 0 ? ('income' as const) : ('expense' as const)
  const typed = { way, kind, amount: yuan(Math.abs(amount)), on, title, voucherNo, scan }
  return (await enterBookEntry(story.sit(side.clerk, side.body, `${on} 10:00`), typed)).id
}
const approve = (story: Story, { approver, approverAt }: Side, bookId: string, when: string) =>
  approveBookEntry(story.sit(approver, approverAt, when), { bookId })

/** Entered in the morning, approved in the afternoon, one after the other. */
async function book(story: Story, side: Side, lines: readonly Line[]) {
  const ids: string[] = []
  for (const line of lines) {
    const id = await enter(story, side, line)
    await approve(story, side, id, `${line[0]} 16:00`)
    ids.push(id)
  }
  return ids
}

/** 居委会账、服务站账: two quarters of one community, one entry taken back, one returned, one on each side that waits. */
export async function tellCommunityBooks(story: Story) {
  const [hall, desk] = [committee('C1'), station('ST1')]
  const booked = await book(story, hall, ofCommittee)
  await book(story, desk, ofStation)
  const clerk = story.sit('committee_clerk', 'C1', '2026-11-16 09:30')
  const wrong = { bookId: booked.at(-1)!, reason: '公示栏由街道统一更新，发票退回' }
  const { id: red } = await reverseBookEntry(clerk, wrong)
  await approve(story, hall, red, '2026-11-16 15:00')
  const returned = await enter(story, hall, ['2026-11-17', 'asset_income', -320, '议事会茶水'])
  const director = story.sit('committee_director', 'C1', '2026-11-17 14:00')
  await returnBookEntry(director, { bookId: returned, reason: '茶水费不能用资产收益，请改列办公经费' })
  await enter(story, hall, ['2026-11-20', 'office_grant', -320, '议事会茶水'])
  await enter(story, desk, ['2026-11-20', 'service_fee', 1_560, '十一月上半月老年食堂午餐收费'])
}
