import { desc, eq } from 'drizzle-orm'
import { catalogueEntries, needs, supports, surveyAnswers, surveyTemplates } from '#db/schema/index.ts'
import { citeSurvey } from '#domain/ask/need/cite-evidence.ts'
import { acceptNeed } from '#domain/ask/need/decide-need.ts'
import { draftNeed } from '#domain/ask/need/draft-need.ts'
import { answerNegativeList } from '#domain/ask/need/edit-need.ts'
import type { DraftNeed } from '#domain/ask/need/forms.ts'
import { installCatalogue } from '#domain/ask/need/install-catalogue.ts'
import { publishNeed } from '#domain/ask/need/publish-need.ts'
import type { SubmitSuggestion } from '#domain/ask/suggestion/forms.ts'
import { closeSurvey } from '#domain/ask/survey/close-survey.ts'
import { draftSurvey } from '#domain/ask/survey/draft-survey.ts'
import { installTemplates } from '#domain/ask/survey/install-templates.ts'
import { publishSurvey } from '#domain/ask/survey/publish-survey.ts'
import { reportSurvey } from '#domain/ask/survey/report-survey.ts'
import { yuan } from '#domain/money.ts'
import type { Town } from './world.ts'

export const no = {
  outside_duty: false,
  must_be_direct: false,
  goods_or_works: false,
  financing: false,
  staffing: false,
  barred_by_law: false,
}

/** The latest survey template, put in place if it was not. */
export async function aTemplate(town: Town) {
  await town.transact((tx) => installTemplates(tx, town.clock.now()))
  const [found] = await town.db.select().from(surveyTemplates).orderBy(desc(surveyTemplates.version))
  return found!
}

/** A survey of C1 open from today for a month. */
export async function openSurvey(town: Town, dates = { opens: '2026-03-02', closes: '2026-03-31' }) {
  const template = await aTemplate(town)
  const { id } = await draftSurvey(town.as('clerk'), {
    templateId: template.id,
    name: '一季度需求调查',
    ...dates,
  })
  await publishSurvey(town.as('clerk'), { surveyId: id })
  return id
}

/** A reported survey of C1 in which `mentions` of `sample` answers named care for the old. */
export async function reportedSurvey(town: Town, sample = 20, mentions = 12) {
  const surveyId = await openSurvey(town)
  const answers = Array.from({ length: sample }, (_, i) => ({
    surveyId,
    channel: 'online' as const,
    answers: { Q4: [i < mentions ? '养老照护' : '文化活动'] },
    receivedAt: town.clock.now(),
  }))
  await town.transact((tx) => tx.insert(surveyAnswers).values(answers))
  await closeSurvey(town.as('clerk'), { surveyId })
  await reportSurvey(town.as('clerk'), { surveyId })
  return surveyId
}

/** What a clerk writes of a need; a service for the old, by default. */
export async function needOf(town: Town, more: Partial<DraftNeed> = {}): Promise<DraftNeed> {
  await town.transact(installCatalogue)
  const category = more.category ?? 'ELDER'
  const [entry] = await town.db.select().from(catalogueEntries).where(eq(catalogueEntries.category, category))
  return {
    title: '独居老人每周探访',
    category,
    itemType: 'service',
    gridIds: ['G1'],
    evidence: '四十位独居老人里有十一位子女不在本市。',
    targetGroup: '独居高龄老人',
    beneficiaries: 40,
    outcome: '每位老人每周至少一次上门探访',
    estimate: yuan(120_000),
    urgency: 4,
    severity: 4,
    catalogueId: entry?.id,
    duty: 'P01',
    ...more,
  }
}

/** A need drafted by C1's clerk with the negative list answered six times no; with a survey behind it if asked. */
export async function draftedNeed(town: Town, more: Partial<DraftNeed> & { surveyId?: string } = {}) {
  const { surveyId, ...rest } = more
  const { id } = await draftNeed(town.as('clerk'), await needOf(town, rest))
  await answerNegativeList(town.as('clerk'), { needId: id, answers: no })
  if (surveyId) await citeSurvey(town.as('clerk'), { needId: id, surveyId })
  return id
}

/** A need of C1 posted by its director. */
export async function publishedNeed(town: Town, more: Partial<DraftNeed> = {}) {
  const id = await draftedNeed(town, { ...more, surveyId: await reportedSurvey(town) })
  await publishNeed(town.as('director'), { needId: id })
  return id
}

/** A need of C1 that the street took up: ready for a round or a plan. */
export async function acceptedNeed(town: Town, more: Partial<DraftNeed> = {}) {
  const id = await publishedNeed(town, more)
  await acceptNeed(town.as('approver'), { needId: id })
  return id
}

export const ask = (more: Partial<SubmitSuggestion> = {}): SubmitSuggestion => ({
  kind: 'need',
  category: 'ELDER',
  communityId: 'C1',
  words: '三号楼一到三层的灯坏了，老人晚上下楼看不见台阶。',
  ...more,
})

export const needRow = async (town: Town, id: string) =>
  (await town.db.select().from(needs).where(eq(needs.id, id)))[0]!
export const saidBy = async (town: Town, personId: string) =>
  town.db.select().from(supports).where(eq(supports.personId, personId))
