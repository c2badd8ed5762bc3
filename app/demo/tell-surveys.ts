import { eq } from 'drizzle-orm'
import { surveyTemplates } from '#db/schema/index.ts'
import { answerSurvey } from '#domain/ask/survey/answer-survey.ts'
import { draftSurvey } from '#domain/ask/survey/draft-survey.ts'
import { enterAnswer } from '#domain/ask/survey/enter-answer.ts'
import { findSurvey } from '#domain/ask/survey/find-survey.ts'
import { publishSurvey } from '#domain/ask/survey/publish-survey.ts'
import { reportSurvey } from '#domain/ask/survey/report-survey.ts'
import { inBatches } from './batch.ts'
import type { Wave, WaveResult } from './district.ts'
import { type Chance, dealt, later, marksOf, momentBetween, seeded } from './seeded.ts'
import type { Story } from './story.ts'

/** Which survey of a community each wave was: `SV25:C1` → its id. */
export type Surveys = Map<string, string>
type Channel = 'online' | 'door' | 'proxy' | 'desk'
type Sheet = { channel: Channel; gridId: string | undefined; answers: Record<string, string | string[]> }

/** When a wave's clerks published what they had found. */
const reports: Record<string, string> = {
  SV25Q2: '2025-06-03 09:00',
  SV25: '2025-11-17 08:30',
  SV26Q3: '2026-10-08 09:00',
}
const other = '其他'
const words = [
  '希望有人常来看看老人',
  '放学后孩子没人接',
  '楼道堆物太多',
  '停车难',
  '晚上路灯太暗',
  '想有个活动的地方',
]

/** 电话 is entered at the desk: the four ways of answering the product knows. */
const channelsOf = (r: WaveResult): Channel[] => [
  ...Array<Channel>(r.modes.online).fill('online'),
  ...Array<Channel>(r.modes.door_to_door).fill('door'),
  ...Array<Channel>(r.modes.proxy).fill('proxy'),
  ...Array<Channel>(r.modes.phone).fill('desk'),
]

/** The questions the file tells no counts of: what may be answered, and how likely each answer is, in a hundred. */
const likely: Record<string, ReadonlyArray<readonly [string, number]>> = {
  Q1: [
    ['18 至 35 岁', 22],
    ['36 至 59 岁', 38],
    ['60 至 79 岁', 30],
    ['80 岁及以上', 10],
  ],
  Q2: [
    ['本地户籍', 70],
    ['非本地户籍满半年', 22],
    ['非本地户籍不满半年', 8],
  ],
  Q3: [
    ['独居', 14],
    ['夫妻二人', 30],
    ['与子女同住', 32],
    ['三代同住', 16],
    ['合租', 8],
  ],
  Q5: [
    ['5', 30],
    ['4', 36],
    ['3', 22],
    ['2', 8],
    ['1', 4],
  ],
  Q7: [
    ['经常', 20],
    ['偶尔', 44],
    ['没用过', 26],
    ['不知道', 10],
  ],
  Q9: [
    ['愿意且有固定时间', 12],
    ['愿意但时间不定', 52],
    ['不愿意', 36],
  ],
  Q10: [
    ['0 元', 38],
    ['1 至 50 元', 34],
    ['51 至 150 元', 20],
    ['150 元以上', 8],
  ],
  Q11: [
    ['上门', 26],
    ['社区服务站', 40],
    ['线上', 12],
    ['都可以', 22],
  ],
  Q14: [
    ['手机投票', 44],
    ['楼栋议事', 18],
    ['现场投票', 20],
    ['委托家人', 8],
    ['不参与', 10],
  ],
}
const about = (chance: Chance): Sheet['answers'] =>
  Object.fromEntries(
    Object.entries(likely).map(([question, answers]) => [question, chance.weighted(answers)]),
  )

/** Sheets whose counts are the wave's: the mention rates, the channels, the three means. */
export function sheetsOf(waveId: string, r: WaveResult, grids: readonly string[] = []): Sheet[] {
  const [chance, n] = [seeded(`${waveId}:${r.communityId}`), r.validResponses]
  const hands = dealt(
    chance,
    n,
    Object.entries(r.mentionRate).map(([label, rate]) => [label, Math.round(rate * n)]),
  )
  const means = [r.serviceSatisfaction, r.belongingIndex, r.mutualHelpIndex].map((mean) =>
    marksOf(chance, n, mean),
  )
  const where = seeded(`where:${waveId}:${r.communityId}`)
  return chance.shuffled(channelsOf(r)).map((channel, i) => ({
    channel,
    gridId: grids.length > 0 ? where.pick(grids) : undefined,
    answers: {
      ...about(chance),
      Q4: hands[i]!.length > 0 ? hands[i]! : [other],
      ...(chance.next() < 0.05 ? { Q6: chance.pick(words) } : {}),
      Q8: String(means[0]![i]),
      Q12: String(means[1]![i]),
      Q13: String(means[2]![i]),
    },
  }))
}

/** What a clerk types for a sheet: the number printed beside each option. */
function codesOf(questions: ReadonlyArray<{ id: string; options?: string[] }>, answers: Sheet['answers']) {
  const code = (id: string, said: string | string[]) => {
    const options = questions.find((q) => q.id === id)?.options
    return options
      ? [said]
          .flat()
          .map((s) => options.indexOf(s) + 1)
          .join(' ')
      : String(said)
  }
  return Object.fromEntries(Object.entries(answers).map(([id, said]) => [id, code(id, said)]))
}

async function takeIn(story: Story, surveyId: string, wave: Wave, communityId: string, sheets: Sheet[]) {
  const chance = seeded(`when:${surveyId.length}:${wave.id}:${communityId}`)
  const [clerk, station] = [
    story.who('committee_clerk', communityId),
    story.who('station_clerk', communityId.replace('C', 'ST')),
  ]
  const survey = await findSurvey(story.store.db, surveyId)
  const end = wave.status === 'collecting' ? '2026-11-22' : wave.end
  await inBatches(sheets, async ({ channel, answers, gridId }) => {
    const when = momentBetween(chance, wave.start, end)
    if (channel === 'online')
      return answerSurvey(story.asResident(null, null, when), {
        code: survey.shortCode,
        answers,
        gridId,
      })
    const by = channel === 'desk' ? story.as(station, when) : story.as(clerk, when)
    const relation = channel === 'proxy' ? ('family' as const) : undefined
    return enterAnswer(by, { surveyId, channel, relation, gridId, codes: codesOf(survey.questions, answers) })
  })
}

const gridsOf = (story: Story, communityId: string) =>
  story.district.grids.filter((g) => g.communityId === communityId).map(({ id }) => id)
/** The yearly survey that the later ones continue; the small one before it asked about culture only. */
const firstWave = 'SV25'

async function tellSurvey(story: Story, templateId: string, wave: Wave, result: WaveResult, waveOf?: string) {
  const clerk = story.who('committee_clerk', result.communityId)
  const before = (n: number) => `${later(wave.start, -n)} 10:00`
  const { id } = await draftSurvey(story.as(clerk, before(4)), {
    templateId,
    name: wave.name,
    opens: wave.start,
    closes: wave.end,
    waveOf,
  })
  await publishSurvey(story.as(clerk, before(3)), { surveyId: id })
  await takeIn(
    story,
    id,
    wave,
    result.communityId,
    sheetsOf(wave.id, result, gridsOf(story, result.communityId)),
  )
  const reported = reports[wave.id]
  if (reported) await reportSurvey(story.as(clerk, reported), { surveyId: id })
  return [`${wave.id}:${result.communityId}`, id] as const
}

/** A wave still collecting answers like last year's, as far as it has come. */
function resultsOf(wave: Wave, lastYear: readonly WaveResult[]): WaveResult[] {
  if (wave.results) return wave.results
  return (wave.progress ?? []).map(({ communityId, validResponses: n }) => {
    const like = lastYear.find((r) => r.communityId === communityId)!
    const part = (mode: number) => Math.floor((mode * n) / like.validResponses)
    const { door_to_door, proxy, phone } = like.modes
    const modes = { online: 0, door_to_door: part(door_to_door), proxy: part(proxy), phone: part(phone) }
    modes.online = n - modes.door_to_door - modes.proxy - modes.phone
    return { ...like, validResponses: n, modes }
  })
}

/** 问需: three waves of the same questionnaire, two reported and one still open. */
export async function tellSurveys(story: Story): Promise<Surveys> {
  const { surveyWaves } = story.district
  const [template] = await story.store.db
    .select()
    .from(surveyTemplates)
    .where(eq(surveyTemplates.code, 'SV-T1'))
  const lastYear = surveyWaves.find((w) => w.id === 'SV25')?.results ?? []
  const told: Surveys = new Map()
  for (const wave of surveyWaves)
    for (const result of resultsOf(wave, lastYear)) {
      const [key, id] = await tellSurvey(
        story,
        template!.id,
        wave,
        result,
        told.get(`${firstWave}:${result.communityId}`),
      )
      told.set(key, id)
    }
  return told
}
