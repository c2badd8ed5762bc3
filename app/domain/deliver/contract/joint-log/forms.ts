import { z } from 'zod'
import { linkageSectors } from '#db/vocabulary.ts'

/** 联动记录 of one side for one month. */
export const jointLogForm = z
  .object({
    sector: z.enum(linkageSectors, { error: 'form.linkage.sector' }),
    month: z
      .string({ error: 'form.joint-log.month' })
      .regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'form.joint-log.month'),
    words: z
      .string({ error: 'form.joint-log.words' })
      .trim()
      .min(10, 'form.joint-log.words')
      .max(1000, 'form.deliver.too-long'),
  })
  .strict()
export type WriteJointLog = z.output<typeof jointLogForm> & { contractId: string }
