import { eq } from 'drizzle-orm'
import { contracts, seats, visits, voucherChecks } from '#db/schema/index.ts'
import { findContract } from '#domain/deliver/contract/find-contract.ts'
import { declareClear, giveScore } from '#domain/deliver/supervision/assessment/assess.ts'
import { assessorPool } from '#domain/deliver/supervision/assessment/draw-assessors.ts'
import { findAssessment } from '#domain/deliver/supervision/assessment/find-assessment.ts'
import { openAssessment } from '#domain/deliver/supervision/assessment/open-assessment.ts'
import { publishAssessment } from '#domain/deliver/supervision/assessment/publish-assessment.ts'
import { addVisit } from '#domain/deliver/supervision/visit/add-visit.ts'
import { checkVoucher } from '#domain/deliver/supervision/visit/check-voucher.ts'
import { planVisits, underCentre } from '#domain/deliver/supervision/visit/plan-visits.ts'
import { recordVisit, skipVisit } from '#domain/deliver/supervision/visit/record-visit.ts'
import type { Story } from './story.ts'

const seen = {
  visitedOn: '2026-11-10',
  present: 14,
  asked: 4,
  diary: 'ok',
  staff: 'ok',
  site: 'ok',
  people: 'ok',
  words: '下午两点到活动室，正在开展活动，签到与现场人数相符，当面问了四位，都说按时来。',
} as const

/** 不定期检查: the same project once more, unannounced, after a word from the residents. */
async function doubted({ sit }: Story, centreId: string, contractId: string) {
  const reason = '居民来电：上周三下午的活动没有开门。'
  const { id } = await addVisit(sit('centre_officer', centreId, '2026-11-13 14:00'), { contractId, reason })
  const words = '下午两点半没有事先通知到活动室，活动照常，到场十一人；上周三改期，已经贴出通知。'
  const found = { ...seen, visitedOn: '2026-11-13', present: 11, asked: 5, words, found: undefined }
  await recordVisit(sit('centre_officer', centreId, '2026-11-13 16:30'), { visitId: id, ...found })
}

/** 十一月的检查: planned on the second, one visit made, one given up; the other centre has its own still before it. */
async function tellVisits(story: Story, centreId: string, made: boolean) {
  const centre = (when: string) => story.sit('centre_officer', centreId, when)
  const { db } = story.store
  const planner = centre('2026-11-02 09:00')
  if ((await underCentre(db, planner)).length === 0) return
  const { id } = await planVisits(planner)
  if (!made) return
  const [first, , third] = await db.select().from(visits).where(eq(visits.visitPlanId, id))
  if (first) await recordVisit(centre('2026-11-10 17:00'), { visitId: first.id, ...seen, found: undefined })
  if (third)
    await skipVisit(centre('2026-11-12 10:00'), { visitId: third.id, words: '场地停电，活动改到下月。' })
  if (first) await doubted(story, centreId, first.contractId)
  const [check] = await db.select().from(voucherChecks).where(eq(voucherChecks.visitPlanId, id))
  if (check)
    await checkVoucher(centre('2026-11-12 15:00'), { checkId: check.id, verdict: 'agree', words: undefined })
}

const sheets = [
  { share: 0.92, words: '目标基本达成，记录完整；志愿者的培训还可以再细。' },
  { share: 0.88, words: '孩子和家长都认可；寒假的安排要早一点定。' },
  { share: 0.9, words: '用款与预算相符；结束以后由社区志愿者接着做，值得肯定。' },
]
const words = '三位评估人员一致认为目标达成，经费与预算相符。下一年请细化志愿者培训，早定假期安排。'
/** 末期评估 of a service that is over: three outsiders, each alone, a grade in the record. */
async function tellAssessment(story: Story, centreId: string, contractId: string) {
  const centre = (when: string) => story.sit('centre_officer', centreId, when)
  const { id: assessmentId } = await openAssessment(centre('2026-11-13 09:00'), { contractId, kind: 'final' })
  const { form, seats } = await findAssessment(story.store.db, assessmentId)
  for (const [i, { personId }] of seats.entries()) {
    const expert = (when: string) => story.as(personId, when, 'expert')
    await declareClear(expert('2026-11-14 09:00'), { assessmentId })
    const { share, words: why } = sheets[i]!
    const scores = form.items.map(({ code, max }) => ({ code, points: Math.round(max * share) }))
    await giveScore(expert('2026-11-16 15:00'), { assessmentId, scores, words: why })
  }
  await publishAssessment(centre('2026-11-18 10:00'), { assessmentId, words })
}

/** 监督: the centre's month; and, where enough outsiders are free of ties, an evaluation of what is over. */
export async function tellSupervision(story: Story, purchases: ReadonlyMap<string, { planId: string }>) {
  const { db } = story.store
  const planId = purchases.get('P05')?.planId ?? ''
  const [over] = await db.select({ id: contracts.id }).from(contracts).where(eq(contracts.planId, planId))
  if (!over) return
  const contract = await findContract(db, over.id)
  const [centreId] = contract.centreIds
  if (!centreId) return
  const officers = await db
    .selectDistinct({ id: seats.partyId })
    .from(seats)
    .where(eq(seats.role, 'centre_officer'))
  for (const { id } of officers) await tellVisits(story, id, id === centreId)
  if ((await assessorPool(db, contract, '2026-11-13')).length >= sheets.length)
    await tellAssessment(story, centreId, contract.id)
}
