import { z } from 'zod'
import { filledRows, seen, ticked, words } from '../typed.ts'

const share = z.coerce
  .number({ error: 'form.bid.share' })
  .int('form.bid.share')
  .min(1, 'form.bid.share')
  .max(99, 'form.bid.share')
const duty = words('form.bid.duty', 4, 300)
const partner = z.object({
  uscc: z
    .string({ error: 'form.bid.uscc' })
    .transform((typed) => typed.replace(/\s/g, '').toUpperCase())
    .pipe(z.string().regex(/^[0-9A-Z]{18}$/, 'form.bid.uscc')),
  share,
  duty,
})
/** 联合体: shares are whole percents and come to a hundred; all parties stand in for one another (政府采购法 第二十四条). */
export const consortiumForm = z
  .object({
    share,
    duty,
    partners: z.preprocess(
      filledRows('uscc', 'share', 'duty'),
      z.array(partner).min(1, 'form.bid.partners').max(4, 'form.bid.long'),
    ),
    joint: ticked('form.bid.joint'),
    seen,
  })
  .refine(({ share: lead, partners }) => partners.reduce((all, p) => all + p.share, lead) === 100, {
    path: ['share'],
    message: 'form.bid.shares-sum',
  })
export type ConsortiumWords = Omit<z.output<typeof consortiumForm>, 'joint'>

/** A yes names the agreement that was read, takes joint liability, and is given by who may sign. */
export const allianceForm = z.discriminatedUnion(
  'says',
  [
    z.object({
      says: z.literal('yes'),
      terms: z.string().regex(/^[0-9a-f]{64}$/),
      joint: ticked('form.bid.joint'),
    }),
    z.object({ says: z.literal('no') }),
  ],
  { error: 'form.bid.choose' },
)
export type AllianceWords = { says: 'yes'; terms: string } | { says: 'no' }
