import { draftMeeting } from '#domain/ask/deliberation/draft-meeting.ts'
import { resolutionsOf, stepsOf } from '#domain/ask/deliberation/find-meeting.ts'
import { holdMeeting } from '#domain/ask/deliberation/hold-meeting.ts'
import { markAttendance } from '#domain/ask/deliberation/mark-attendance.ts'
import { readMeeting } from '#domain/ask/deliberation/read-meeting.ts'
import { planStep, recordResolution, writeMinutes } from '#domain/ask/deliberation/record-resolution.ts'
import { resolveMeeting } from '#domain/ask/deliberation/resolve-meeting.ts'
import { findHeat } from '#domain/ask/suggestion/find-heat.ts'
import { submitSuggestion } from '#domain/ask/suggestion/submit-suggestion.ts'
import { beginAnswer } from '#domain/ask/survey/begin-answer.ts'
import { enterAnswer } from '#domain/ask/survey/enter-answer.ts'
import { makeTemplate } from '#domain/ask/survey/make-template.ts'
import { printSheets } from '#domain/ask/survey/print-sheets.ts'
import { writeQuestion } from '#domain/ask/survey/write-question.ts'
import { issuePaper } from '#domain/open/papers/issue-paper.ts'
import { ask } from '../../support/ask.ts'
import { calledMeeting, heldMeeting, meetingRow, membersAt, words } from '../../support/deliberation.ts'
import type { TownParts } from '../../support/settled-town.ts'
import { everyKind, surveyWith } from '../../support/survey.ts'
import type { Tell } from './stop.ts'

/** A survey answered on a phone question by question; one on paper whose first sheet two people read differently. */
export const surveys: Tell = async (town) => {
  const { code } = await surveyWith(town)
  const { token } = await beginAnswer(town.as(null), { code })
  const { id: surveyId } = await surveyWith(town, everyKind, { twoEntries: 'yes' })
  const sheets = { building: '三号楼', gridId: 'G1', households: 30, sheets: 3 }
  const { batchId } = await printSheets(town.as('clerk'), { surveyId, ...sheets })
  const said = { surveyId, channel: 'desk' as const, sheetNo: 1 }
  await enterAnswer(town.as('clerk'), { ...said, codes: { Q1: '3', Q3: '4', Q4: '12' } })
  await enterAnswer(town.as('station'), { ...said, codes: { Q1: '3', Q3: '5', Q4: '21' } })
  const asked = everyKind.map((_, at) => ({
    ...{ who: null, path: `/survey/${code}/${at + 1}`, carries: async () => `survey=${token}` },
  }))
  return [
    ...asked,
    { who: 'clerk', path: `/desk/surveys/${surveyId}/sheets/${batchId}` },
    { who: 'clerk', path: `/desk/surveys/${surveyId}/settle/1` },
    ...(await questions(town)),
  ]
}

/** A questionnaire that the committee is still writing. */
const questions: Tell = async (town) => {
  const { id: templateId } = await makeTemplate(town.as('clerk'), { title: '楼道小问卷' })
  const asking = { kind: 'single' as const, text: '您最想先办哪件', options: '电梯\n路灯' }
  await writeQuestion(town.as('clerk'), { templateId, questionId: null, ...asking })
  return ['Q1', 'new'].map((one) => ({
    who: 'clerk',
    path: `/desk/templates/${templateId}/questions/${one}`,
  }))
}

const minutes = '主持人说明议题，各组先后发言，随后逐项举手表决并当场清点。'
/** Three asks alike, and meetings written, begun, held and resolved. */
export const halls: Tell = async (town) => {
  for (const n of [1, 2, 3]) {
    const noise = `${n} 号楼夜里广场舞噪声太大，老人睡不着觉，请管一管。`
    const said = ask({ kind: 'grid_event', gridId: 'G1', category: null, words: noise })
    await submitSuggestion(town.as(`resident${n}`), said, {})
  }
  const [hot] = await findHeat(town.db, 'C1', town.clock.now())
  const begun = await calledMeeting(town, { ruleCode: 'residents_representatives' })
  const stepped = await calledMeeting(town, { ruleCode: 'three_party' })
  const held = await heldMeeting(town)
  const stepId = await resolved(town, stepped)
  const { bodyId } = await meetingRow(town, held)
  const { hash } = await issuePaper(town.as(null), { kind: 'minutes', subject: stepped })
  const startsAt = new Date('2026-03-19T19:00:00+08:00')
  const { id: drafted } = await draftMeeting(town.as('clerk'), words(bodyId, { startsAt }))
  return [
    { who: 'clerk', path: `/desk/topics/${hot!.key}` },
    { who: 'clerk', path: `/desk/meetings/${drafted}/edit` },
    { who: 'clerk', path: `/desk/meetings/${begun}/attendance` },
    { who: 'clerk', path: `/desk/meetings/${held}/minutes` },
    { who: 'station', path: `/desk/meetings/${stepped}/steps/${stepId}` },
    { who: null, path: `/meetings/${stepped}/print` },
    { who: null, path: `/verify/${hash}` },
  ]
}

/** A meeting that everybody came to and that resolved something the station has to carry out. */
async function resolved(town: TownParts, meetingId: string) {
  const clerk = town.as('clerk')
  const present = (await membersAt(town, meetingId)).map(({ id }) => id)
  await markAttendance(clerk, { meetingId, source: 'paper', present, remote: [] })
  await holdMeeting(clerk, { meetingId })
  const [item] = (await readMeeting(town.as(null), meetingId)).items
  const said = { itemId: item!.id, words: '管护公约试行一年', inFavour: 8, against: 1, abstained: 0 }
  await recordResolution(clerk, { meetingId, ...said })
  const [passed] = await resolutionsOf(town.db, meetingId)
  const step = { resolutionId: passed!.id, words: '张贴公约并逐户告知', partyId: 'ST1', dueOn: '2026-03-31' }
  await planStep(clerk, { meetingId, ...step })
  await writeMinutes(clerk, { meetingId, minutes })
  await resolveMeeting(town.as('director'), { meetingId })
  const [planned] = await stepsOf(town.db, meetingId)
  return planned!.step.id
}
