import { z } from 'zod'
import { attendanceSources } from '#db/vocabulary.ts'
import { count, day, id, lines, moment, person, reason, words } from './forms.ts'

const many = z.preprocess(
  (value) => (value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value]),
  z.array(id).max(300, 'form.long'),
)
export const draftMeetingForm = z
  .object({
    bodyId: z.string({ error: 'form.hall.body' }).min(1, 'form.hall.body').max(64),
    title: words('form.hall.title', 4, 60),
    startsAt: moment,
    place: words('form.hall.place', 4, 80),
    chair: person('form.hall.chair'),
    topicIds: many,
    needIds: many,
    lines: z.preprocess(
      (value) => (typeof value === 'string' ? lines(value) : []),
      z.array(words('form.hall.line', 4, 60)).max(12, 'form.hall.agenda'),
    ),
  })
  .strict()
  .refine(
    ({ topicIds, needIds, lines: more }) => {
      const n = topicIds.length + needIds.length + more.length
      return n >= 1 && n <= 12
    },
    { error: 'form.hall.agenda', path: ['lines'] },
  )
export type DraftMeeting = z.output<typeof draftMeetingForm>
export const postponeForm = z
  .object({ startsAt: moment, place: words('form.hall.place', 4, 80), reason })
  .strict()
export const againForm = z.object({ startsAt: moment }).strict()
export const questionForm = z.object({ words: words('form.hall.question', 5, 300) }).strict()
export const answerForm = z
  .object({
    questionId: id,
    shown: words('form.hall.question', 5, 300),
    answer: words('form.hall.answer', 5, 1000),
  })
  .strict()
export const attendanceForm = z
  .object({ source: z.enum(attendanceSources, { error: 'form.hall.sheet' }), present: many, remote: many })
  .strict()
export const countsForm = z
  .object({
    source: z.enum(attendanceSources, { error: 'form.hall.sheet' }),
    inPerson: count('form.hall.count'),
    remote: count('form.hall.count'),
  })
  .strict()
export const proxyForm = z.object({ memberId: id, holderId: id }).strict()
export const dropForm = z.object({ id }).strict()
export const resolutionForm = z
  .object({
    itemId: z.string({ error: 'form.hall.item' }).min(1, 'form.hall.item').max(64),
    words: words('form.hall.resolution', 4, 500),
    inFavour: count('form.hall.count'),
    against: count('form.hall.count'),
    abstained: count('form.hall.count'),
  })
  .strict()
export type RecordResolution = z.output<typeof resolutionForm>
export const stepForm = z
  .object({
    resolutionId: z.string({ error: 'form.hall.resolution' }).min(1, 'form.hall.resolution').max(64),
    words: words('form.hall.step', 4, 200),
    partyId: z.string({ error: 'form.hall.party' }).min(1, 'form.hall.party').max(64),
    dueOn: day,
  })
  .strict()
export const doneForm = z.object({ done: words('form.hall.done', 5, 500) }).strict()
export const minutesForm = z.object({ minutes: words('form.hall.minutes', 20, 10_000) }).strict()
export const reportForm = z.object({ report: words('form.hall.report', 10, 2000) }).strict()
export const fileForm = z
  .object({
    file: z.instanceof(File, { error: 'form.hall.file' }).refine((f) => f.size > 0, 'form.hall.file'),
    kind: z.enum(['open', 'closed'], { error: 'form.hall.file-kind' }),
  })
  .strict()
export const citeForm = z.object({ needId: id, resolutionId: id }).strict()
