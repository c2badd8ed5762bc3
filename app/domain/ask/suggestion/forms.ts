import { z } from 'zod'
import { categories, suggestionKinds } from '#db/vocabulary.ts'

const blank = (value: unknown) => (value === '' ? undefined : value)
const id = z.string({ error: 'form.required' }).min(1, 'form.required').max(64)
const reply = z
  .string({ error: 'form.suggestion.reply' })
  .trim()
  .min(10, 'form.suggestion.reply')
  .max(1000, 'form.long')

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
    where: z.preprocess(blank, z.string().trim().max(100, 'form.long').optional()),
  })
  .strict()
export const wordsForm = z
  .object({
    words: z
      .string({ error: 'form.suggestion.words' })
      .trim()
      .min(10, { error: ({ input }) => `form.suggestion.words-short?count=${String(input).trim().length}` })
      .max(500, { error: ({ input }) => `form.suggestion.words-long?count=${String(input).trim().length}` }),
  })
  .strict()
const phone = z
  .string()
  .transform((typed) =>
    typed
      .normalize('NFKC')
      .replaceAll(/[\s-]/g, '')
      .replace(/^\+?86(?=1\d{10}$)/, ''),
  )
  .pipe(z.string().regex(/^1\d{10}$/, 'form.suggestion.phone'))
export const contactForm = z.object({ phone: z.preprocess(blank, phone.optional()) }).strict()

export const submitSuggestionForm = z
  .object({
    kind: z.enum(suggestionKinds, { error: 'form.suggestion.topic' }),
    category: z.enum(categories).nullish(),
    ...placeForm.shape,
    ...wordsForm.shape,
    ...contactForm.shape,
  })
  .strict()
export type SubmitSuggestion = z.output<typeof submitSuggestionForm>

export const adoptSuggestionForm = z
  .object({
    category: z.enum(categories, { error: 'form.suggestion.category' }),
    title: z.string({ error: 'form.need.title' }).trim().min(4, 'form.need.title').max(60, 'form.need.title'),
    needId: z.preprocess(blank, z.string().max(64).optional()),
    reply,
  })
  .strict()
export type AdoptSuggestion = z.output<typeof adoptSuggestionForm>
export const mergeSuggestionForm = z.object({ needId: id, reply }).strict()
export const answerSuggestionForm = z.object({ reply }).strict()
export const referSuggestionForm = z
  .object({
    desk: z.enum(['committee', 'station', 'grid', 'street'], { error: 'form.suggestion.desk' }),
    duty: z.string({ error: 'form.suggestion.duty' }).min(1, 'form.suggestion.duty').max(20),
    reason: z.string({ error: 'form.ask.reason' }).trim().min(5, 'form.ask.reason').max(300, 'form.long'),
  })
  .strict()
export type ReferSuggestion = z.output<typeof referSuggestionForm>
/** 我也需要 says nothing but that. */
export const supportForm = z.object({}).strict()
