import type { Context } from '../../context.ts'
import { Refusal } from '../../refusal.ts'
import { findSurvey, type Survey, wavesOf } from './find-survey.ts'
import { optionsOf, reportOf, type SurveyReport } from './survey-report.ts'

type Wave = { survey: Survey; report: SurveyReport }

/** Asked in the same words, with the same answers to choose from. */
const same = (a: Survey['questions'][number], b: Survey['questions'][number]) =>
  a.id === b.id &&
  a.kind === b.kind &&
  a.text === b.text &&
  optionsOf(a).join('\n') === optionsOf(b).join('\n')

function compare(waves: readonly Wave[], latest: Wave) {
  return latest.survey.questions.flatMap((question, at) => {
    if (question.kind === 'short_text') return []
    const columns = waves.map(({ survey, report }) => {
      const there = survey.questions.findIndex((q) => same(q, question))
      return report.questions[there] ?? null
    })
    if (columns.filter((column) => column !== null).length < 2) return []
    const labels = latest.report.questions[at]!.bars.map(({ label }) => label)
    const rows = labels.map((label, n) => ({ label, shares: columns.map((c) => c?.bars[n]?.share ?? null) }))
    return [{ id: question.id, text: question.text, at, rows, means: columns.map((c) => c?.mean ?? null) }]
  })
}

/** 轮次比较: what reported waves of a survey found beside each other, each exactly as its own report shows it. */
export async function readWaves(ctx: Context, surveyId: string) {
  const survey = await findSurvey(ctx.db, surveyId)
  if (survey.state !== 'reported') throw new Refusal('missing', 'survey')
  const waves: Wave[] = []
  for (const { id } of await wavesOf(ctx.db, survey)) {
    const wave = await findSurvey(ctx.db, id)
    const report = await reportOf(ctx.db, wave)
    if (report) waves.push({ survey: wave, report })
  }
  const latest = waves.at(-1)!
  return {
    survey,
    waves: waves.map((w) => ({
      id: w.survey.id,
      name: w.survey.name,
      opensAt: w.survey.opensAt,
      sample: w.report.sample,
    })),
    questions: compare(waves, latest),
  }
}
