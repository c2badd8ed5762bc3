import { z } from 'zod'
import { categories, itemTypes } from '#db/vocabulary.ts'
import { typedDate } from '../../typed-date.ts'
import { typedMoney } from '../../typed-money.ts'
import { negativeList } from './negative-list.ts'

const blank = (value: unknown) => (value === '' ? undefined : value)
const level = (error: string) => z.coerce.number({ error }).int(error).min(1, error).max(5, error)
const words = (error: string, least: number, most: number) =>
  z.string({ error }).trim().min(least, error).max(most, 'form.long')
const id = z.string({ error: 'form.required' }).min(1, 'form.required').max(64)

export const draftNeedForm = z
  .object({
    title: words('form.need.title', 4, 60),
    category: z.enum(categories, { error: 'form.need.category' }),
    itemType: z.enum(itemTypes, { error: 'form.need.item-type' }),
    gridIds: z.array(z.string().max(64)).max(50).default([]),
    evidence: words('form.need.evidence', 10, 1000),
    targetGroup: words('form.need.target-group', 2, 100),
    beneficiaries: z.coerce
      .number({ error: 'form.need.beneficiaries' })
      .int('form.need.beneficiaries')
      .min(0, 'form.need.beneficiaries')
      .max(1_000_000, 'form.need.beneficiaries'),
    outcome: words('form.need.outcome', 5, 500),
    estimate: typedMoney('form.need.money', { zero: true }),
    urgency: level('form.need.level'),
    severity: level('form.need.level'),
    catalogueId: z.preprocess(blank, z.string().max(64).optional()),
    duty: z.string({ error: 'form.suggestion.duty' }).min(1, 'form.suggestion.duty').max(20),
    startsOn: z.preprocess(blank, typedDate('form.need.dates').optional()),
    endsOn: z.preprocess(blank, typedDate('form.need.dates').optional()),
    /** 样板: the project of another community it is written after; of a draft only. */
    like: z.preprocess(blank, z.string().max(64).optional()),
  })
  .strict()
  .refine(
    ({ startsOn, endsOn }) => Boolean(startsOn) === Boolean(endsOn) && (startsOn ?? '') <= (endsOn ?? ''),
    {
      error: 'form.need.dates',
      path: ['endsOn'],
    },
  )
export type DraftNeed = z.output<typeof draftNeedForm>

const yesNo = z.enum(['yes', 'no'], { error: 'form.need.yes-no' }).transform((said) => said === 'yes')
export const negativeListForm = z
  .object(
    Object.fromEntries(negativeList.map(({ id: item }) => [item, yesNo])) as Record<
      (typeof negativeList)[number]['id'],
      typeof yesNo
    >,
  )
  .strict()
export type NegativeListAnswers = z.output<typeof negativeListForm>

export const citeSurveyForm = z.object({ surveyId: id }).strict()
export const publishNeedForm = z
  .object({ onRecord: z.preprocess((v) => v === 'yes' || v === true, z.boolean()) })
  .strict()
const reason = words('form.ask.reason', 5, 500)
export const acceptNeedForm = z.object({ reason: z.preprocess(blank, reason.optional()) }).strict()
export const reasonForm = z.object({ reason }).strict()
export const redirectNeedForm = z
  .object({ reason, redirectTo: words('form.need.redirect-to', 2, 100) })
  .strict()
export const splitNeedForm = z
  .object({
    title: words('form.need.title', 4, 60),
    targetGroup: words('form.need.target-group', 2, 100),
    beneficiaries: z.coerce
      .number({ error: 'form.need.beneficiaries' })
      .int('form.need.beneficiaries')
      .min(0, 'form.need.beneficiaries')
      .max(1_000_000, 'form.need.beneficiaries'),
    estimate: typedMoney('form.need.money'),
    gridIds: z.array(z.string().max(64)).max(50).default([]),
    reason,
  })
  .strict()
export type SplitNeed = z.output<typeof splitNeedForm>
export const mergeNeedForm = z.object({ into: id, reason }).strict()
