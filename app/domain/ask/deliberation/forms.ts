import { z } from 'zod'
import { memberTitles, sexes } from './member-titles-data.ts'

const blank = (value: unknown) => (value === '' ? undefined : value)
export const id = z.string({ error: 'form.required' }).min(1, 'form.required').max(64)
export const words = (key: string, least: number, most: number) =>
  z.string({ error: key }).trim().min(least, key).max(most, 'form.long')
export const count = (key: string, most = 1_000_000) =>
  z
    .string({ error: key })
    .trim()
    .regex(/^\d{1,7}$/, key)
    .transform(Number)
    .refine((n) => n <= most, key)
export const reason = words('form.hall.reason', 5, 300)
export const day = z
  .string({ error: 'form.date' })
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'form.date')
  .refine((at) => {
    const t = Date.parse(`${at}T00:00:00Z`)
    return !Number.isNaN(t) && new Date(t).toISOString().startsWith(at)
  }, 'form.date')
/** Typed in Asia/Shanghai, `2026-12-02T19:00`; a day that does not exist is none. */
export const moment = z
  .string({ error: 'form.datetime' })
  .regex(/^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d$/, 'form.datetime')
  .refine((typed) => day.safeParse(typed.slice(0, 10)).success, 'form.datetime')
  .transform((typed) => new Date(`${typed}:00+08:00`))
export const lines = (typed: string) =>
  typed
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean)

const called = new RegExp(`^\\p{Script=Han}{1,2}(${memberTitles.join('|')})$`, 'u')
/** A surname and a title, never a given name. */
export const isCalled = (name: string) => called.test(name)
export const person = (key: string) => z.string({ error: key }).trim().refine(isCalled, key)

export type MemberRow = { name: string; sector: string; woman: boolean }
/** One a line: “王女士，一格居民代表，女”. */
const members = z.string({ error: 'form.hall.members' }).transform((typed, issues): MemberRow[] => {
  const rows = lines(typed).map((line) => line.split(/[，,\t]/).map((part) => part.trim()))
  const wrong = rows.findIndex(
    ([name = '', sector = '', sex = '', ...more]) =>
      more.length > 0 ||
      !isCalled(name) ||
      sector.length < 2 ||
      sector.length > 30 ||
      (sex !== sexes.woman && sex !== sexes.man),
  )
  if (rows.length >= 3 && rows.length <= 300 && wrong < 0)
    return rows.map(([name, sector, sex]) => ({ name: name!, sector: sector!, woman: sex === sexes.woman }))
  issues.addIssue({
    code: 'custom',
    message: wrong < 0 ? 'form.hall.members' : `form.hall.member?line=${wrong + 1}`,
  })
  return z.NEVER
})

export const nothingForm = z.object({}).strict()
export const openBodyForm = z.object({ ruleCode: id, name: words('form.hall.body-name', 4, 40) }).strict()
export const membersForm = z.object({ members }).strict()
export const sizeForm = z
  .object({
    size: count('form.hall.size').refine((n) => n >= 3, 'form.hall.size'),
    sizeSource: words('form.hall.size-source', 4, 100),
  })
  .strict()

export const topicForm = z
  .object({ title: words('form.hall.topic', 4, 40), words: words('form.hall.topic-words', 10, 500) })
  .strict()
export const communityTopicForm = topicForm
  .extend({
    communityId: z.string({ error: 'form.suggestion.community' }).min(1, 'form.suggestion.community'),
  })
  .strict()
export const deskTopicForm = topicForm
  .extend({
    needId: z.preprocess(blank, id.optional()),
    heat: z.preprocess(blank, z.string().max(300).optional()),
  })
  .strict()
export const postTopicForm = topicForm
export const reasonForm = z.object({ reason }).strict()

const share = (key: string) =>
  z
    .string({ error: key })
    .trim()
    .regex(/^\d{1,2}\/\d{1,2}$/, key)
    .transform((typed) => typed.split('/').map(Number) as [number, number])
    .refine(([num, den]) => num > 0 && den > 0 && num <= den, key)
export const reviseRuleForm = z
  .object({
    notice: count('form.hall.notice', 60).refine((n) => n >= 1, 'form.hall.notice'),
    noticeUnit: z.enum(['d', 'wd'], { error: 'form.hall.notice' }),
    quorum: share('form.hall.share'),
    quorumOver: z.enum(['over', 'least'], { error: 'form.hall.over' }),
    majority: share('form.hall.share'),
    majorityOver: z.enum(['over', 'least'], { error: 'form.hall.over' }),
    majorityBase: z.enum(['present', 'body'], { error: 'form.hall.base' }),
    proxies: count('form.hall.proxies', 3),
    source: words('form.hall.source', 8, 200),
    from: day,
  })
  .strict()
export type ReviseRule = z.output<typeof reviseRuleForm>
