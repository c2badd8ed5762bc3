import type { suggestionKinds } from '#db/vocabulary.ts'
import { answerSuggestion } from '#domain/ask/suggestion/answer-suggestion.ts'
import { mergeSuggestion } from '#domain/ask/suggestion/merge-suggestion.ts'
import { referSuggestion } from '#domain/ask/suggestion/refer-suggestion.ts'
import { returnSuggestion } from '#domain/ask/suggestion/return-suggestion.ts'
import { submitSuggestion } from '#domain/ask/suggestion/submit-suggestion.ts'
import { inBatches } from './batch.ts'
import { errandsOf } from './errands.ts'
import { neighboursOf } from './neighbours.ts'
import { later } from './seeded.ts'
import type { Story } from './story.ts'
import type { Needs } from './tell-needs.ts'

type Asked = {
  kind: (typeof suggestionKinds)[number]
  communityId: string
  gridId?: string
  category?: 'ELDER' | 'ENVIR' | 'CHILD' | 'CULTU'
  words: string
  when: string
  /** Which of the community's neighbours asks; nobody known where it is absent. */
  by?: number
  answer?: readonly [string, string]
  /** Typed in by the grid on its round, in its own seat. */
  byGrid?: boolean
  /** Written down at the counter or over the telephone, in the station's seat. */
  byStation?: boolean
  /** The row of the list it is answered under, where it is another than its kind's. */
  duty?: string
  building?: string
  /** 退回越权事项: given back by the grid on this row of the list, and answered by the street. */
  givenBack?: string
  /** Handed to the committee, and merged into the need. */
  into?: readonly [string, string]
}

const replies: Record<string, string> = {
  closed: '已到现场处置完毕，并回访反映人，情况属实，结案。',
  disposed: '已通知责任单位维修，当天恢复，请留意使用情况。',
  returned_out_of_scope: '不属于网格事项，依权责清单退回原单位办理，已书面说明依据。',
  referred_to_rights_network: '已转区社会化维权联动网受理，律师将在三天内联系您。',
}

const reported: Record<string, string> = {
  GE01: '二单元楼道里堆满旧家具和纸箱，消防门打不开，请尽快清理。',
  GE02: '食堂旧址门口路灯三天不亮，晚上走路看不见台阶。',
  GE03: '九栋前的消防通道停了四辆车，救护车进不来。',
  GE04: '广场舞音响太大，夜里十点多还在放，老人孩子睡不着觉。',
  GE05: '夜里广场舞音响太大，睡不着觉，请网格劝一劝。',
  GE06: '五楼独居的奶奶敲门没人应，电话也打不通，请帮忙看看。',
  GE07: '村道转弯处没有路灯也没有镜子，晚上会车看不见。',
  GE08: '四点半放学后，几个孩子在路口玩耍没人看护。',
  GE09: '装修队的工钱拖了两个月没结，想问问怎么办。',
  GE10: '要求网格员上门代办拆除违章搭建。',
  GE11: '走访时十几位老人都说中午没地方吃饭。',
  GE12: '健身路径的单杠松动，一晃就响，怕摔着人。',
}
const byRound = ['网格员巡查', '走访', '部门派单']

/** 网格事件: what the file closed is answered by the grid; what it referred goes to the committee and into the need. */
function gridEvents(story: Story): Asked[] {
  return story.district.gridEvents.map((e, i) => {
    const { communityId } = story.district.grids.find((g) => g.id === e.gridId)!
    const reply = replies[e.status]
    const done = later(e.reported, Math.min(3, Math.ceil((e.closeHours ?? 26) / 24)))
    return {
      kind: 'grid_event',
      communityId,
      gridId: e.gridId,
      words: reported[e.id]!,
      when: `${e.reported} 09:30`,
      ...(byRound.includes(e.source) ? { byGrid: true } : { by: 20 + i }),
      ...(e.status === 'returned_out_of_scope' ? { givenBack: 'G01' } : {}),
      ...(reply ? { answer: [`${done > '2026-11-22' ? '2026-11-22' : done} 17:00`, reply] as const } : {}),
      ...(e.status === 'referred_to_need' ? { into: [later(e.reported, 1), e.linkedNeedId!] as const } : {}),
    }
  })
}

const mediations: Record<string, string> = {
  MC01: '双方达成调解协议并已申请司法确认，三个月后回访。',
  MC02: '已受理调解，11 月 24 日召集司法所、住建、派出所联席会，届时通知双方到场。',
  MC03: '已转区社会化维权联动网，由律师与劳动监察跟进。',
}
const mediationCases = (story: Story): Asked[] =>
  story.district.mediationCases.map((m, i) => ({
    kind: 'mediation',
    communityId: m.communityId,
    words: `${m.type}纠纷，邻里多次沟通没有结果，请社区调解。`,
    when: `${m.opened} 10:20`,
    by: 40 + i,
    answer: [`${later(m.opened, 2)} 16:00`, mediations[m.id]!],
  }))

const everyday: Asked[] = [
  // 议题热度: the third of its kind at the same corner within a fortnight.
  {
    kind: 'grid_event',
    communityId: 'C5',
    gridId: 'G19',
    building: '7 栋旁小广场',
    words: '广场舞音响太大，昨天夜里又放到十一点，睡不着觉。',
    when: '2026-11-20 21:40',
  },
  ...(['C1', 'C2', 'C3', 'C4', 'C5', 'C6'] as const).map(
    (communityId, i): Asked => ({
      kind: 'errand',
      communityId,
      words: '腿脚不便，想请服务站代办高龄津贴年审，材料都在家里。',
      when: `2026-10-${String(13 + i).padStart(2, '0')} 09:10`,
      by: 50 + i,
      answer: [
        `2026-10-${String(14 + i).padStart(2, '0')} 15:00`,
        '已上门取件代办，三个工作日后送回，请放心。',
      ],
    }),
  ),
  // 逾期: the committee of C1 has let its five working days pass.
  {
    kind: 'need',
    category: 'ELDER',
    communityId: 'C1',
    gridId: 'G02',
    words: '楼里老人多，想每层装一个折叠休息凳，上楼能歇一歇。',
    when: '2026-11-11 19:20',
    by: 61,
  },
  {
    kind: 'need',
    category: 'CHILD',
    communityId: 'C1',
    gridId: 'G03',
    words: '周末孩子没地方写作业，活动室能不能开放半天？',
    when: '2026-11-20 20:05',
    by: 62,
  },
  {
    kind: 'errand',
    communityId: 'C1',
    words: '老人住院，想请服务站帮忙联系医保异地备案。',
    when: '2026-11-20 10:40',
    by: 63,
  },
  {
    kind: 'other',
    communityId: 'C1',
    words: '梧桐路修路后公交站挪远了，老人走不动，能不能反映一下？',
    when: '2026-11-19 18:30',
    by: 64,
  },
  {
    kind: 'need',
    category: 'CULTU',
    communityId: 'C5',
    gridId: 'G18',
    words: '五村的老戏班子还在，想有个固定的排练地方。',
    when: '2026-11-21 09:50',
    by: 65,
  },
]

/** 退回越权事项: the grid gives it back with the ground, and the street answers within the same days. */
async function giveBack(story: Story, refNo: string, asked: Asked) {
  const [at, reply] = asked.answer!
  const reason = '拆违属行政执法，不在网格事项清单内。'
  const grid = story.sit('grid_worker', asked.gridId!, asked.when)
  await returnSuggestion(grid, { refNo, duty: asked.givenBack!, reason })
  const { streetId } = story.district.communities.find((c) => c.id === asked.communityId)!
  await answerSuggestion(story.sit('street_handler', streetId, at), { refNo, reply })
}

/** The grid hands it to the committee, which merges it into the need. */
async function handOver(story: Story, needs: Needs, refNo: string, { into, gridId, communityId }: Asked) {
  const [on, need] = into!
  const grid = story.sit('grid_worker', gridId!, `${on} 10:00`)
  const reason = '属长期需要，请社区列入需求。'
  await referSuggestion(grid, { refNo, desk: 'committee', duty: 'A02', reason })
  const clerk = story.sit('committee_clerk', communityId, `${on} 16:00`)
  const reply = '已并入社区同类需求，进展可在该需求页面查看。'
  await mergeSuggestion(clerk, { refNo, needId: needs.get(need)!, reply })
}

/** 权责归类: the row of the list each kind is answered under here. */
const dutyFor: Record<Asked['kind'], string> = {
  need: 'A02',
  grid_event: 'G03',
  errand: 'B03',
  mediation: 'A03',
  other: 'A02',
}

const stationOf = (communityId: string) => communityId.replace('C', 'ST')
async function replyTo(story: Story, refNo: string, { answer, kind, gridId, communityId, duty }: Asked) {
  const [at, reply] = answer!
  const handler = {
    grid_event: () => story.sit('grid_worker', gridId!, at),
    errand: () => story.sit('station_clerk', stationOf(communityId), at),
  }
  const sit = handler[kind as keyof typeof handler] ?? (() => story.sit('committee_clerk', communityId, at))
  await answerSuggestion(sit(), { refNo, reply, duty: duty ?? dutyFor[kind] })
}

function askerOf(story: Story, { byGrid, byStation, gridId, communityId, when, by }: Asked) {
  if (byGrid) return story.sit('grid_worker', gridId!, when)
  if (byStation) return story.sit('station_clerk', stationOf(communityId), when)
  return story.asResident(by === undefined ? null : neighboursOf(communityId)[by]!, communityId, when)
}

async function tellOne(story: Story, needs: Needs, asked: Asked) {
  const { kind, category, communityId, gridId, building, words } = asked
  const told = { kind, category, communityId, gridId, building, words }
  const { refNo } = await submitSuggestion(askerOf(story, asked), told)
  if (asked.givenBack) await giveBack(story, refNo, asked)
  else if (asked.into) await handOver(story, needs, refNo, asked)
  else if (asked.answer) await replyTo(story, refNo, asked)
}

/** 代办: as many of the month as the file counts, those told above among them. */
function errands(story: Story): Asked[] {
  const { period, agencyErrands } = story.district.visitLogs
  const named = everyday.filter(({ kind, when }) => kind === 'errand' && when.startsWith(period))
  const { calendar } = story.asResident(null, null, `${period}-01 08:00`)
  return errandsOf(story.district, calendar, agencyErrands - named.length)
}

/** The everyday asks of this autumn: some answered, some waiting, one overdue. */
export async function tellSuggestions(story: Story, needs: Needs) {
  const told = [...gridEvents(story), ...mediationCases(story), ...everyday, ...errands(story)]
  const asked = told.sort((a, b) => (a.when < b.when ? -1 : 1))
  await inBatches(asked, (one) => tellOne(story, needs, one))
  return asked.length
}
