import { asc, eq } from 'drizzle-orm'
import {
  meetingItems,
  meetingMembers,
  meetingQuestions,
  meetingResolutions,
  meetingSteps,
} from '#db/schema/index.ts'
import { answerQuestion, askQuestion } from '#domain/ask/deliberation/ask-question.ts'
import { callMeeting } from '#domain/ask/deliberation/call-meeting.ts'
import { callAgain, draftMeeting } from '#domain/ask/deliberation/draft-meeting.ts'
import { holdMeeting } from '#domain/ask/deliberation/hold-meeting.ts'
import { openBody, setMembers } from '#domain/ask/deliberation/keep-body.ts'
import { markAttendance } from '#domain/ask/deliberation/mark-attendance.ts'
import { postTopic } from '#domain/ask/deliberation/post-topic.ts'
import { proposeTopic, supportTopic } from '#domain/ask/deliberation/propose-topic.ts'
import { planStep, recordResolution, writeMinutes } from '#domain/ask/deliberation/record-resolution.ts'
import { doStep, reportMeeting, resolveMeeting } from '#domain/ask/deliberation/resolve-meeting.ts'
import type { Deliberation } from './district.ts'
import { nameFrom, neighboursOf } from './neighbours.ts'
import { seeded } from './seeded.ts'
import type { Story } from './story.ts'
import type { Needs } from './tell-needs.ts'

type Step = { words: string; party: string; due: string; done?: readonly [string, string] }
/** What the file leaves out: when the notice went out, what stood on the agenda, what was done. */
type Script = {
  rule: string
  noticed: string
  hour: string
  place: string
  needs: readonly string[]
  lines: readonly string[]
  question?: readonly [string, string]
  minutes?: string
  steps?: readonly Step[]
  report?: readonly [string, string]
}

const scripts: Record<string, Script> = {
  DB02: {
    rule: 'residents_council',
    noticed: '2026-02-27',
    hour: '19:00',
    place: '青石社区活动室二楼',
    needs: ['N18'],
    lines: ['管护公约讨论'],
    question: ['租户要不要分摊管护费？', '由房屋所有人分摊，租约另有约定的从约定。'],
    minutes:
      '召集人说明楼道微更新的花费和后续管护。各楼组先后发言，集中在租户分摊和清运时间。逐条修改公约后举手表决，当场清点。',
    steps: [
      {
        words: '公约上墙并逐户告知',
        party: 'ST1',
        due: '2026-03-31',
        done: ['2026-03-26', '三个网格都已上墙，逐户签收。'],
      },
    ],
    report: ['2026-04-10', '公约试行一个月，楼道堆物由 41 处减到 6 处，年底再开会决定是否正式实行。'],
  },
  DB03: {
    rule: 'villagers_representatives',
    noticed: '2026-07-10',
    hour: '15:00',
    place: '禾田村村部会议室',
    needs: ['N20', 'N05'],
    lines: [],
    minutes: '村民委员会通报两项需求的调查情况和估算。代表发言后认为夜间出行安全更急，逐项表决，当场计票。',
    steps: [
      {
        words: '村道照明需求报街道',
        party: 'C6',
        due: '2026-08-31',
        done: ['2026-08-20', '材料已报街道，待安排资金。'],
      },
      { words: '互助养老点选址公示', party: 'ST6', due: '2026-12-15' },
    ],
  },
  DB01: {
    rule: 'residents_representatives',
    noticed: '2026-09-04',
    hour: '09:30',
    place: '云渡社区党群服务中心',
    needs: ['N22', 'N19'],
    lines: [],
    question: ['邻里节会不会影响周边停车？', '安排在周日上午，开放小学操场停车。'],
    minutes:
      '居委会通报邻里节方案和垃圾分类督导情况。代表就时间、场地和费用发言后表决。垃圾分类一项只听取意见，未付表决。',
    steps: [
      {
        words: '邻里节列入第四季度采购计划',
        party: 'C5',
        due: '2026-09-30',
        done: ['2026-09-25', '已向街道提交，列入第四季度。'],
      },
    ],
  },
  DB04: {
    rule: 'three_party',
    noticed: '2026-10-09',
    hour: '19:00',
    place: '锦和社区议事厅',
    needs: [],
    lines: ['物业通报车位情况'],
  },
}
const titles = new Set(['女士', '阿姨', '大姐'])

async function bodyOf(story: Story, d: Deliberation, { rule, noticed }: Script) {
  const clerk = story.sit('committee_clerk', d.communityId, `${noticed} 09:00`)
  const { name } = story.district.communities.find((c) => c.id === d.communityId)!
  const { id: bodyId } = await openBody(clerk, { ruleCode: rule, name: `${name}${d.kind}` })
  const chance = seeded(`hall:${d.id}`)
  const grids = story.district.grids.filter((g) => g.communityId === d.communityId)
  const members = Array.from({ length: d.members }, (_, i) => {
    const called = nameFrom(chance)
    return { name: called, sector: grids[i % grids.length]!.name, woman: titles.has(called.slice(1)) }
  })
  await setMembers(clerk, { bodyId, members })
  return bodyId
}

/** 议题: a resident's topic, posted and joined, that a meeting takes up. */
async function topicOf(
  story: Story,
  place: string,
  title: string,
  words: string,
  on: string,
  joined: number,
) {
  const [first = '', ...others] = neighboursOf(place)
  const { id: topicId } = await proposeTopic(story.asResident(first, place, `${on} 20:00`), {
    communityId: place,
    title,
    words,
  })
  await postTopic(story.sit('committee_clerk', place, `${on} 21:00`), { topicId, title, words })
  for (const who of others.slice(0, joined))
    await supportTopic(story.asResident(who, place, `${on} 21:30`), { topicId })
  return topicId
}

async function hold(story: Story, d: Deliberation, s: Script, meetingId: string) {
  const clerk = story.sit('committee_clerk', d.communityId, `${d.date} 21:00`)
  const roll = await story.store.db
    .select({ id: meetingMembers.id })
    .from(meetingMembers)
    .where(eq(meetingMembers.meetingId, meetingId))
    .orderBy(asc(meetingMembers.ordinal))
  const came = seeded(`came:${d.id}`)
    .shuffled(roll.map((r) => r.id))
    .slice(0, d.present)
  await markAttendance(clerk, { meetingId, source: 'paper', present: came, remote: [] })
  await holdMeeting(clerk, { meetingId })
  if (s.minutes) await writeMinutes(clerk, { meetingId, minutes: s.minutes })
}

async function vote(story: Story, d: Deliberation, s: Script, meetingId: string) {
  const clerk = story.sit('committee_clerk', d.communityId, `${d.date} 21:30`)
  const [item] = await story.store.db
    .select()
    .from(meetingItems)
    .where(eq(meetingItems.meetingId, meetingId))
    .orderBy(asc(meetingItems.ordinal))
  for (const { text: words, for_: inFavour, against, abstain: abstained } of d.resolutions)
    await recordResolution(clerk, { meetingId, itemId: item!.id, words, inFavour, against, abstained })
  const [resolution] = await story.store.db
    .select()
    .from(meetingResolutions)
    .where(eq(meetingResolutions.meetingId, meetingId))
  for (const { words, party: partyId, due: dueOn } of s.steps ?? [])
    await planStep(clerk, { meetingId, resolutionId: resolution!.id, words, partyId, dueOn })
}

async function carryOut(story: Story, d: Deliberation, s: Script, meetingId: string) {
  const director = story.sit('committee_director', d.communityId, `${d.published} 16:00`)
  await resolveMeeting(director, { meetingId })
  const steps = await story.store.db.select().from(meetingSteps).where(eq(meetingSteps.meetingId, meetingId))
  for (const { words, party, done } of s.steps ?? []) {
    if (!done) continue
    const role = party.startsWith('ST') ? 'station_clerk' : 'committee_clerk'
    const doer = story.sit(role, party, `${done[0]} 15:00`)
    await doStep(doer, { meetingId, stepId: steps.find((one) => one.words === words)!.id, done: done[1] })
  }
  if (!s.report) return
  const [on, report] = s.report
  await reportMeeting(story.sit('committee_director', d.communityId, `${on} 10:00`), { meetingId, report })
}

async function tellOne(story: Story, needs: Needs, d: Deliberation, topicIds: string[]) {
  const s = scripts[d.id]!
  const bodyId = await bodyOf(story, d, s)
  const clerk = story.sit('committee_clerk', d.communityId, `${s.noticed} 10:00`)
  const director = story.sit('committee_director', d.communityId, `${s.noticed} 16:00`)
  const chair = story.district.users.find((u) => u.id === director.actor.personId)!.displayName
  const { id: meetingId } = await draftMeeting(clerk, {
    ...{ bodyId, title: d.topic, place: s.place, chair, topicIds, lines: [...s.lines] },
    startsAt: new Date(`${d.date}T${s.hour}:00+08:00`),
    needIds: s.needs.map((id) => needs.get(id)!),
  })
  await callMeeting(director, { meetingId })
  if (s.question) await tellQuestion(story, d, s.question, meetingId)
  await hold(story, d, s, meetingId)
  if (!d.quorumMet) return meetingId
  await vote(story, d, s, meetingId)
  await carryOut(story, d, s, meetingId)
  return meetingId
}

async function tellQuestion(
  story: Story,
  d: Deliberation,
  [words, answer]: readonly [string, string],
  meetingId: string,
) {
  const asker = story.asResident(
    neighboursOf(d.communityId)[3]!,
    d.communityId,
    `${scripts[d.id]!.noticed} 20:00`,
  )
  await askQuestion(asker, { meetingId, words })
  const clerk = story.sit('committee_clerk', d.communityId, `${d.date} 08:30`)
  const [asked] = await story.store.db
    .select()
    .from(meetingQuestions)
    .where(eq(meetingQuestions.meetingId, meetingId))
  await answerQuestion(clerk, { meetingId, questionId: asked!.id, shown: words, answer })
}

/** 再次召集: the talk that too few came to is called again, for this Friday; one neighbour has asked already. */
async function tellAgain(story: Story, of: string) {
  const clerk = story.sit('committee_clerk', 'C3', '2026-11-18 10:00')
  const startsAt = new Date('2026-11-27T19:00:00+08:00')
  const { id: meetingId } = await callAgain(clerk, { meetingId: of, startsAt })
  await callMeeting(story.sit('committee_director', 'C3', '2026-11-18 16:00'), { meetingId })
  const asker = story.asResident(neighboursOf('C3')[5]!, 'C3', '2026-11-20 20:30')
  await askQuestion(asker, { meetingId, words: '夜里临时停车怎么收费？' })
}

/** 议事: four meetings of the file, one without quorum and called again, and two topics that wait. */
export async function tellMeetings(story: Story, needs: Needs) {
  const told = story.district.deliberations.toSorted((a, b) => (a.date < b.date ? -1 : 1))
  for (const d of told) {
    const parking = d.id === 'DB04'
    const topics = parking
      ? [
          await topicOf(
            story,
            'C3',
            '小区停车怎么管',
            '消防通道晚上总被占，想和物业一起商量。',
            '2026-09-22',
            24,
          ),
        ]
      : []
    const meetingId = await tellOne(story, needs, d, topics)
    if (parking) await tellAgain(story, meetingId)
  }
  const words = '长椅被拆后一直没装回去，老人买菜回来没处歇脚。'
  await topicOf(story, 'C1', '小广场长椅装不装回去', words, '2026-11-16', 11)
  await proposeTopic(story.asResident(neighboursOf('C1')[70]!, 'C1', '2026-11-20 19:40'), {
    communityId: 'C1',
    title: '晾衣绳占绿地怎么办',
    words: '一楼绿地拉满晾衣绳，草都踩没了，想请大家商量一个地方。',
  })
  return told.length
}
