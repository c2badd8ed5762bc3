import { eq } from 'drizzle-orm'
import { catalogueEntries, needs as needTable } from '#db/schema/index.ts'
import type { itemTypes } from '#db/vocabulary.ts'
import { citeSurvey } from '#domain/ask/need/cite-evidence.ts'
import { acceptNeed, redirectNeed, refuseNeed, returnNeed } from '#domain/ask/need/decide-need.ts'
import { draftNeed } from '#domain/ask/need/draft-need.ts'
import { answerNegativeList, editNeed } from '#domain/ask/need/edit-need.ts'
import { publishNeed } from '#domain/ask/need/publish-need.ts'
import { supportNeed } from '#domain/ask/need/support-need.ts'
import { adoptSuggestion } from '#domain/ask/suggestion/adopt-suggestion.ts'
import { submitSuggestion } from '#domain/ask/suggestion/submit-suggestion.ts'
import { yuan } from '#domain/money.ts'
import { inBatches } from './batch.ts'
import type { NeedTold } from './district.ts'
import { neighboursOf } from './neighbours.ts'
import { later } from './seeded.ts'
import type { Story } from './story.ts'
import type { Surveys } from './tell-surveys.ts'

/** The file's number of a need → its id. */
export type Needs = Map<string, string>

const kinds: Record<string, (typeof itemTypes)[number]> = {
  服务: 'service',
  微工程: 'minor_works',
  '工程+服务': 'works_with_service',
  用工: 'staffing',
  转办: 'referral',
}
const groups: Record<NeedTold['categoryCode'], string> = {
  ELDER: '老年人及其家属',
  CHILD: '儿童及其家庭',
  DISAB: '残疾人及其家属',
  INTEG: '新老居民',
  ENVIR: '本片居民',
  CULTU: '各年龄段居民',
  MEDIA: '纠纷当事人与邻里',
  DRUGS: '服务对象、家属与青少年',
  EMPLO: '求职与转岗的居民',
}
/** Whom a need is for, where its category says too little. */
const groupOf: Record<string, string> = {
  N01: '独居高龄老人',
  N02: '无电梯楼栋的老人',
  N03: '八十岁以上老人',
  N04: '认知症老人的家属',
  N05: '分散居住的村里老人',
  N06: '刚用智能手机的老人',
  N07: '放学没人接的小学生',
  N08: '务工人员的子女',
  N09: '有 0-3 岁孩子的家庭',
  N21: '退休职工与居民',
  N35: '需要陪诊的老人',
  N36: '退休职工',
  N37: '中小学生与家长',
  N40: '回迁老人',
}
/** Wanted next year, where the committee said so. */
const wanted: Record<string, { startsOn: string; endsOn: string }> = {
  N21: { startsOn: '2027-01-01', endsOn: '2027-12-31' },
  N36: { startsOn: '2027-03-01', endsOn: '2027-11-30' },
}
const entries: Record<string, string> = { N01: 'A0502', N02: 'A0502', N03: 'A0503' }
const firstEntry: Record<NeedTold['categoryCode'], string> = {
  ELDER: 'A0501',
  CHILD: 'A0504',
  DISAB: 'A0505',
  INTEG: 'A1101',
  ENVIR: 'A1102',
  CULTU: 'A0801',
  MEDIA: 'A1201',
  DRUGS: 'A1202',
  EMPLO: 'A0301',
}
/** When a draft of last year was posted at last: the street has these before it now. */
const posted: Record<string, string> = {
  N21: '2026-11-06',
  N30: '2026-11-09',
  N09: '2026-11-10',
  N16: '2026-11-11',
  N25: '2026-11-12',
  N28: '2026-11-13',
}
/** Returned last winter for want of money, written anew on the autumn's survey. */
const again = new Set(['N03', 'N04'])

type Told = { need: NeedTold; id: string; clerk: string; director: string; approver: string; posted: string }

function wordsOf(need: NeedTold, catalogue: Map<string, string>) {
  const itemType = kinds[need.itemType]!
  const entry =
    itemType === 'service' ? catalogue.get(entries[need.id] ?? firstEntry[need.categoryCode]) : undefined
  return {
    title: need.title,
    category: need.categoryCode,
    itemType,
    gridIds: need.gridIds,
    evidence: need.evidence,
    targetGroup: groupOf[need.id] ?? groups[need.categoryCode],
    beneficiaries: need.beneficiaries,
    outcome: `${need.beneficiaries} 人用得上，由用过的人评价是否见效`,
    estimate: yuan(need.estimatedBudget),
    urgency: need.urgency,
    severity: need.severity,
    catalogueId: entry,
    duty: itemType === 'service' ? 'P01' : itemType === 'referral' ? 'A03' : 'A02',
    ...wanted[need.id],
  }
}

/** A need a neighbour asked for first begins as his ask, adopted. */
async function begin(story: Story, need: NeedTold, clerk: string, catalogue: Map<string, string>) {
  const words = wordsOf(need, catalogue)
  const asked = need.sources.some((s) => s.supporters)
  if (!asked) return (await draftNeed(story.as(clerk, `${need.createdAt} 10:00`), words)).id
  const [asker] = neighboursOf(need.communityId)
  const neighbour = story.asResident(asker!, need.communityId, `${later(need.createdAt, -4)} 19:30`)
  const { refNo } = await submitSuggestion(neighbour, {
    kind: 'need',
    category: need.categoryCode,
    communityId: need.communityId,
    gridId: need.gridIds[0],
    words: `${need.title}。${need.evidence}`,
  })
  const { needId } = await adoptSuggestion(story.as(clerk, `${need.createdAt} 10:00`), {
    refNo,
    category: need.categoryCode,
    title: need.title,
    duty: 'A02',
    reply: '您提的事已列入社区需求，公示后请继续关注进展。',
  })
  await editNeed(story.as(clerk, `${need.createdAt} 10:30`), { needId, ...words })
  return needId
}

async function write(story: Story, surveys: Surveys, { need, id, clerk }: Told) {
  const [first] = need.sources.flatMap((s) => (s.type === 'survey' ? (s.waveId ?? []) : []))
  const surveyId = surveys.get(`${first}:${need.communityId}`)
  const at = `${need.createdAt} 11:00`
  const survey = !surveyId || need.id === 'N33' ? null : surveyId
  if (survey) await citeSurvey(story.as(clerk, at), { needId: id, surveyId: survey })
  const hits = (type: string) => need.itemType === type
  await answerNegativeList(story.as(clerk, at), {
    needId: id,
    answers: {
      outside_duty: false,
      must_be_direct: false,
      goods_or_works: hits('工程+服务'),
      financing: false,
      staffing: hits('用工'),
      barred_by_law: false,
    },
  })
}

async function support(story: Story, { need, id, posted: on }: Told) {
  const told = need.sources.find((s) => s.supporters)?.supporters ?? 0
  const others = neighboursOf(need.communityId).slice(1, told)
  await inBatches(others, (person, i) => {
    const when = `${later(on, i % 2)} ${String(10 + (i % 11)).padStart(2, '0')}:${String((i * 7) % 60).padStart(2, '0')}`
    return supportNeed(story.asResident(person, need.communityId, i % 2 ? when : `${on} 2${i % 3}:15`), {
      needId: id,
    })
  })
}

async function decide(story: Story, { need, id, approver, posted: on }: Told) {
  const street = story.as(approver, `${story.as(approver, `${on} 09:00`).calendar.add(on, 2)} 15:00`)
  if (need.negativeListHit)
    return refuseNeed(street, { needId: id, reason: `${need.negativeListHit}，不得纳入政府购买服务范围` })
  if (need.status === 'redirected')
    return redirectNeed(street, {
      needId: id,
      reason: '属业主共同决定与民事纠纷，不立项',
      redirectTo: '锦和社区人民调解委员会',
    })
  if (again.has(need.id))
    return returnNeed(street, { needId: id, reason: '本年度资金已排满，请在下一轮调查后补充依据再报' })
  return acceptNeed(street, { needId: id, reason: undefined })
}

/** 复核: the autumn's survey is cited beside last year's, and the street takes the need up. */
async function writeAgain(story: Story, surveys: Surveys, { need, id, clerk, director, approver }: Told) {
  const surveyId = surveys.get(`SV26Q3:${need.communityId}`)!
  await citeSurvey(story.as(clerk, '2026-10-09 10:00'), { needId: id, surveyId })
  await publishNeed(story.as(director, '2026-10-10 10:00'), { needId: id })
  await acceptNeed(story.as(approver, '2026-10-14 15:00'), { needId: id, reason: undefined })
}

async function tellNeed(story: Story, surveys: Surveys, catalogue: Map<string, string>, need: NeedTold) {
  const clerk = story.who('committee_clerk', need.communityId)
  const director = story.who('committee_director', need.communityId)
  const { streetId } = story.district.communities.find((c) => c.id === need.communityId)!
  const id = await begin(story, need, clerk, catalogue)
  const on = posted[need.id] ?? later(need.createdAt, 1)
  const told = { need, id, clerk, director, approver: story.who('street_approver', streetId), posted: on }
  await write(story, surveys, told)
  if (need.status === 'draft') return id
  const onRecord = need.negativeListHit !== null
  await publishNeed(story.as(director, `${on} 09:30`), { needId: id, onRecord })
  await support(story, told)
  if (need.status !== 'published') await decide(story, told)
  if (again.has(need.id)) await writeAgain(story, surveys, told)
  return id
}

/** The needs in the states they had come to by last winter's and this autumn's deciding. */
export async function tellNeeds(story: Story, surveys: Surveys): Promise<Needs> {
  const rows = await story.store.db.select().from(catalogueEntries)
  const catalogue = new Map(rows.map((entry) => [entry.code, entry.id]))
  const told: Needs = new Map()
  for (const need of story.district.needs) told.set(need.id, await tellNeed(story, surveys, catalogue, need))
  await story.store.transact(async (tx) => {
    for (const { id, titleEn } of story.district.needs)
      await tx
        .update(needTable)
        .set({ titleEn })
        .where(eq(needTable.id, told.get(id)!))
  })
  return told
}
