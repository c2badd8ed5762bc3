import { z } from 'zod'
import { categories, heatDecisions, suggestionKinds } from '#db/vocabulary.ts'

const blank = (value: unknown) => (value === '' ? undefined : value)
const id = z.string({ error: 'form.required' }).min(1, 'form.required').max(64)
const reply = z
  .string({ error: 'form.suggestion.reply' })
  .trim()
  .min(10, 'form.suggestion.reply')
  .max(1000, 'form.long')

/** 权责清单: the row a matter is done under, asked whenever one is decided. */
const duty = z.string({ error: 'form.suggestion.duty' }).min(1, 'form.suggestion.duty').max(20)

/** What kind of ask it is, and of which category where it may become a need: `need:ELDER`, `errand`. */
export const topics = [
  ...categories.map((c) => `need:${c}` as const),
  'grid_event',
  'errand',
  'mediation',
  'other',
] as const
export type Topic = (typeof topics)[number]
/** A topic as the kind and category that are stored. */
export const readTopic = (topic: Topic) => {
  const category = categories.find((c) => topic === `need:${c}`) ?? null
  return category
    ? { kind: 'need' as const, category }
    : { kind: topic as 'grid_event' | 'errand' | 'mediation' | 'other', category }
}
export const topicForm = z.object({ topic: z.enum(topics, { error: 'form.suggestion.topic' }) }).strict()
export const placeForm = z
  .object({
    communityId: z.string({ error: 'form.suggestion.community' }).min(1, 'form.suggestion.community').max(64),
    gridId: z.preprocess(blank, z.string().max(64).optional()),
    building: z.preprocess(blank, z.string().trim().max(30, 'form.long').optional()),
    where: z.preprocess(blank, z.string().trim().max(100, 'form.long').optional()),
  })
  .strict()
const words = {
  words: z
    .string({ error: 'form.suggestion.words' })
    .trim()
    .min(2, 'form.suggestion.words')
    .max(500, { error: ({ input }) => `form.suggestion.words-long?count=${String(input).trim().length}` }),
  /** It is told in a recording, and the words are only what it is about. */
  spoken: z.preprocess((v) => v === 'yes' || v === true, z.boolean()).optional(),
}
const LEAST = 10
type Worded = { words: string; spoken?: boolean | undefined }
const longEnough = (
  asked: Worded,
  issues: { addIssue: (issue: { code: 'custom'; message: string; path: string[] }) => void },
) => {
  const { length } = asked.words
  if (!asked.spoken && length < LEAST)
    issues.addIssue({
      code: 'custom',
      message: `form.suggestion.words-short?count=${length}`,
      path: ['words'],
    })
}
export const wordsForm = z.object(words).strict().superRefine(longEnough)
export const wordsShape = words
const phone = z
  .string()
  .transform((typed) =>
    typed
      .normalize('NFKC')
      .replaceAll(/[\s-]/g, '')
      .replace(/^\+?86(?=1\d{10}$)/, ''),
  )
  .pipe(z.string().regex(/^1\d{10}$/, 'form.suggestion.phone'))
const MEGABYTE = 1024 * 1024
const chosen = (all: File[]) => all.filter((file) => file.size > 0)
/** One recording as a telephone makes it, if there is one. */
export const recording = z
  .instanceof(File)
  .optional()
  .transform((file) => (file && file.size > 0 ? file : undefined))
  .refine((file) => !file || file.size <= 4 * MEGABYTE, 'form.suggestion.voice-size')
export const contactForm = z.object({ phone: z.preprocess(blank, phone.optional()) }).strict()
/** The last page of an ask: a telephone, up to three photographs, one recording; all may be left out. */
export const sendForm = contactForm.extend({
  photos: z
    .array(z.instanceof(File))
    .default([])
    .transform(chosen)
    .refine((all) => all.length <= 3, 'form.suggestion.photos')
    .refine((all) => all.every((file) => file.size <= 6 * MEGABYTE), 'form.suggestion.photo-size')
    .refine(
      (all) => all.reduce((sum, file) => sum + file.size, 0) <= 7 * MEGABYTE,
      'form.suggestion.photo-size',
    ),
  voice: recording,
})

export const submitSuggestionForm = z
  .object({
    kind: z.enum(suggestionKinds, { error: 'form.suggestion.topic' }),
    category: z.enum(categories).nullish(),
    ...placeForm.shape,
    ...words,
    ...contactForm.shape,
  })
  .strict()
  .superRefine(longEnough)
export type SubmitSuggestion = z.output<typeof submitSuggestionForm>

export const adoptSuggestionForm = z
  .object({
    category: z.enum(categories, { error: 'form.suggestion.category' }),
    title: z.string({ error: 'form.need.title' }).trim().min(4, 'form.need.title').max(60, 'form.need.title'),
    needId: z.preprocess(blank, z.string().max(64).optional()),
    duty,
    reply,
  })
  .strict()
export type AdoptSuggestion = z.output<typeof adoptSuggestionForm>
export const mergeSuggestionForm = z.object({ needId: id, duty, reply }).strict()
export const answerSuggestionForm = z.object({ duty, reply }).strict()
export const referSuggestionForm = z
  .object({
    desk: z.enum(['committee', 'station', 'grid', 'street'], { error: 'form.suggestion.desk' }),
    duty,
    reason: z.string({ error: 'form.ask.reason' }).trim().min(5, 'form.ask.reason').max(300, 'form.long'),
  })
  .strict()
export type ReferSuggestion = z.output<typeof referSuggestionForm>
export const returnSuggestionForm = referSuggestionForm.omit({ desk: true })
export type ReturnSuggestion = z.output<typeof returnSuggestionForm>
export const decideHeatForm = z
  .object({
    decision: z.enum(heatDecisions, { error: 'form.heat.decision' }),
    title: z.string({ error: 'form.need.title' }).trim().min(4, 'form.need.title').max(60, 'form.need.title'),
    category: z.preprocess(blank, z.enum(categories, { error: 'form.suggestion.category' }).optional()),
    reason: z.string({ error: 'form.ask.reason' }).trim().min(5, 'form.ask.reason').max(300, 'form.long'),
  })
  .strict()
export type DecideHeat = z.output<typeof decideHeatForm>
/** 我也需要 says nothing but that. */
export const supportForm = z.object({}).strict()
