import { parseWithZod } from '@conform-to/zod/v4'
import { expect, test } from 'vitest'
import type { z } from 'zod'
import { z as zod } from 'zod'
import { draftNeedForm } from '#domain/ask/need/forms.ts'
import { roundForm } from '#domain/ask/vote/round-form.ts'
import { draftPlanForm } from '#domain/buy/plan/forms.ts'
import { tenderForm } from '#domain/buy/tender/forms.ts'
import { typedMoney } from '#domain/typed-money.ts'

/** As a browser sends it: every value is words. */
const sent = (form: z.ZodType, name: string, typed: string) => {
  const body = new FormData()
  body.append(name, typed)
  return parseWithZod(body, { schema: form })
}

test.each([
  ['180000', 18_000_000],
  ['180,000.50', 18_000_050],
  ['１８万', 18_000_000],
  ['¥0.01', 1],
])('a browser that sends %s yuan means %i fen', (typed, fen) => {
  const read = sent(zod.object({ sum: typedMoney('no') }), 'sum', typed)
  expect(read.status === 'success' && (read.value as { sum: number }).sum).toBe(fen)
})

test.each(['', '-5', '0', '一万', '1e5', '1.005', '99999999999999'])(
  'a browser that sends %j is told what is wrong',
  (typed) => {
    expect(sent(zod.object({ sum: typedMoney('no') }), 'sum', typed).status).toBe('error')
  },
)

/** The field of each form that holds money must take “180000” as yuan, never as fen. */
test.each([
  [draftNeedForm, 'estimate'],
  [roundForm, 'budget'],
  [draftPlanForm, 'amount'],
  [tenderForm, 'ceiling'],
] as ReadonlyArray<[z.ZodType, string]>)('money in a form is yuan: form %#', (form, name) => {
  const shape = form as unknown as {
    shape?: Record<string, z.ZodType>
    _zod: { def: { in?: { shape: Record<string, z.ZodType> } } }
  }
  const field = (shape.shape ?? shape._zod.def.in?.shape)?.[name]
  const read = sent(zod.object({ sum: field! }), 'sum', '180000')
  expect(read.status === 'success' && (read.value as { sum: number }).sum).toBe(18_000_000)
})
