import { z } from 'zod'

const words = (key: string) => z.string({ error: key }).trim().min(10, key).max(2000, 'form.oversight.long')

export const raiseForm = z.object({ words: words('form.oversight.words') }).strict()
export const answerForm = z.object({ answer: words('form.oversight.answer') }).strict()
/** Nothing is asked: the answer is accepted as it stands. */
export const settleForm = z.object({}).strict()
export const escalateForm = z.object({ escalation: words('form.oversight.escalation') }).strict()
export const ruleForm = z
  .object({
    upheld: z.enum(['yes', 'no'], { error: 'form.oversight.upheld' }),
    ruling: words('form.oversight.ruling'),
  })
  .strict()
